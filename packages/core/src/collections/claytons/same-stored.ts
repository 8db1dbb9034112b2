import type { HtmlParser } from '../html/html-parser.ts'
import { partText } from './part-text.ts'
import { undecorate } from './undecorate.ts'

export interface StoredComparison {
  readonly parseHtml: HtmlParser
  readonly origin: string
  /** Ignored, to see what was stored of what was sent: an older Canvas keeps fewer of them. */
  readonly styles: 'count' | 'are-ignored'
}

/** Whether two bodies say the same, however the API dressed them up. */
export function sameStored(one: string, other: string, { parseHtml, origin, styles }: StoredComparison): boolean {
  const textOf = (html: string): string => {
    const text = partText(undecorate(parseHtml(html), origin), 'with-ids')
    return styles === 'count' ? text : text.replace(/ style="[^"]*"/g, '')
  }
  return one === other || textOf(one) === textOf(other)
}
