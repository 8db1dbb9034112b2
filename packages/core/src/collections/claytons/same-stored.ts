import type { HtmlParser } from '../references/references.ts'
import { partText } from './part-text.ts'
import { undecorate } from './undecorate.ts'

/**
 * Whether two bodies say the same, however the API dressed them up. Styles do not count: a Canvas that keeps fewer of
 * them has stored what was sent all the same.
 */
export function sameStored(one: string, other: string, parseHtml: HtmlParser, origin: string): boolean {
  const textOf = (html: string): string =>
    partText(undecorate(parseHtml(html), origin), 'with-ids').replace(/ style="[^"]*"/g, '')
  return one === other || textOf(one) === textOf(other)
}
