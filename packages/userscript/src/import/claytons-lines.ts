import type { ClaytonOutcome } from '@recourse/canvas'
import type { PlannedClayton } from '@recourse/core'
import type { Texts } from '../texts/en.ts'
import type { ClaytonsState, WrittenPage } from './claytons-state.ts'

/** What became of each static page, a line each; nothing while nothing was written. */
export function claytonsLines({ stage, written }: ClaytonsState, texts: Texts): readonly string[] {
  const { result } = texts.static
  if (stage.kind === 'undone') return stage.pages.map(page => `${page.title}: ${result[page.result]}`)
  return written.map(page => `${page.title}: ${writtenWords(page, texts)}`)
}

function writtenWords({ result, text, planned }: WrittenPage, texts: Texts): string {
  const words = texts.static.result[result]
  if (result === 'blocked' && planned !== undefined) return plannedWords(planned, texts)
  if (result === 'failed' && text !== '') return `${words}. ${text}`
  const isUnseen = planned?.isPublished === false && !isLeftToDo({ result })
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
export function isLeftToDo({ result }: Pick<ClaytonOutcome, 'result'>): boolean {
  return result !== 'written' && result !== 'unchanged'
}
