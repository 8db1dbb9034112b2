import type { BlockedReason, PageState } from './claytons-plan.ts'
import type { Target } from './find-targets.ts'

/** What is to become of a static page, for the command line. */
export function pageStateWords(state: PageState, { page }: Target): string {
  const unseen = page !== null && !page.isPublished ? ' Students do not see it: it is not published.' : ''
  switch (state) {
    case 'create':
      return 'There is no page of this name yet: it will be made, unpublished unless you say otherwise.'
    case 'write':
      return `The cards on it are not as they would be now.${unseen}`
    case 'unchanged':
      return `Up to date.${unseen}`
    case 'edited':
      return 'Somebody changed the generated part by hand. It is kept until you choose to replace it.'
    case 'blocked':
      return ''
    default:
      return state satisfies never
  }
}

/** Why a static page cannot be written, and what to do. */
export function blockedPageWords(why: BlockedReason, { doubles, outputs }: Target): string {
  const names = outputs.map(({ name }) => `“${name}”`).join(' and ')
  switch (why) {
    case 'duplicate-title':
      return `${doubles.length + 1} pages have this title. Rename all but one.`
    case 'blueprint-locked':
      return 'A blueprint locks this page. Unlock it there, or write it there and sync.'
    case 'withheld':
      return 'Canvas does not give the text of this page: it is locked for you, or was made with the block editor.'
    case 'unknown-representation':
      return `How ${names} should look is not known here. Choose another representation.`
    case 'shared-page':
      return `${names} share this page, so links between pages cannot lead to each. Choose tabs, or a page for each.`
    case 'too-large':
      return 'It would be larger than Canvas takes (511,999 characters). Give its collections a page each.'
    default:
      return why satisfies never
  }
}
