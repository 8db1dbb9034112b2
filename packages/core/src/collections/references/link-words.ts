import type { LinkRow } from '../import/plan-rows.ts'

/** What became of a link into the source course, in a sentence; `isToken`: the copy left a token in its place. */
export function linkWords(verdict: LinkRow['verdict'], isToken: boolean): string {
  if (verdict === 'elsewhere')
    return 'By its number it still leads to the source course; nothing here is known to stand for it.'
  if (verdict !== 'missing')
    return isToken ? 'The copy left a token in its place; it leads here again.' : 'Leads to this course.'
  return isToken
    ? 'A left-over of the copy; what it stood for was not found here.'
    : 'What it leads to was not found here; it still leads to the source course.'
}
