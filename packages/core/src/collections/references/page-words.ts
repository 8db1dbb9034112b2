import type { PageRow } from '../import/plan-rows.ts'

/** What became of an include or output page, in a sentence; `title` is the one it has here. */
export function pageWords(verdict: PageRow['verdict'], use: PageRow['use'], title: string): string {
  switch (verdict) {
    case 'here':
      return 'Here.'
    case 'renamed':
      return `Is called “${title}” here.`
    case 'unpublished':
      return 'Here, but students do not see it: it is not published.'
    case 'unknown':
      return 'The pages of this course cannot be listed.'
    case 'missing':
      return use === 'include'
        ? 'No page of this name here: nothing will be shown for it.'
        : 'No page of this name here yet: it is made when static pages are next written.'
    default:
      return verdict satisfies never
  }
}
