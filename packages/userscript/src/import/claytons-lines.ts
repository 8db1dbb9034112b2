import type { ClaytonOutcome } from '@recourse/canvas'
import type { PlannedClayton } from '@recourse/core'
import type { Texts } from '../texts/en.ts'
import type { ClaytonsStage } from './claytons-state.ts'

/** What became of each static page, a line each; nothing while nothing was written. */
export function claytonsLines(stage: ClaytonsStage, texts: Texts): readonly string[] {
  const { result } = texts.static
  switch (stage.kind) {
    case 'done':
      return stage.outcome.pages.map(page => `${page.title}: ${outcomeWords(page, stage.planned, texts)}`)
    case 'undone':
      return stage.pages.map(page => `${page.title}: ${result[page.result]}`)
    case 'idle':
    case 'reading':
    case 'planned':
    case 'writing':
    case 'failed':
      return []
    default:
      return stage satisfies never
  }
}

function outcomeWords(outcome: ClaytonOutcome, planned: readonly PlannedClayton[], texts: Texts): string {
  const { result } = outcome
  const words = texts.static.result[result]
  const plan = planned.find(({ title }) => title === outcome.title)
  if (result === 'blocked' && plan !== undefined) return plannedWords(plan, texts)
  if (result === 'failed' && outcome.text !== '') return `${words}. ${outcome.text}`
  const isUnseen = plan?.isPublished === false && (result === 'written' || result === 'unchanged')
  return isUnseen ? `${words}; ${texts.static.unpublished}` : words
}

/** What will become of a page, and why not. */
export function plannedWords(
  { state, why, isFrontPage, isPublished }: PlannedClayton,
  { static: words }: Texts,
): string {
  const isUnseen = !isPublished && (state === 'write' || state === 'unchanged')
  return [
    ...(isFrontPage ? [words.home] : []),
    state === 'blocked' ? (why === null ? words.result.blocked : words.why[why]) : words.state[state],
    ...(isUnseen ? [words.unpublished] : []),
  ].join('; ')
}

/** Pages that are as they should be need nobody. */
export function isLeftToDo({ result }: ClaytonOutcome): boolean {
  return result !== 'written' && result !== 'unchanged'
}
