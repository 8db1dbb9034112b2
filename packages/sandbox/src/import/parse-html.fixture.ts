import type { HtmlParser } from '@recourse/core'
import { fromParse5 } from 'hast-util-from-parse5'
import { parseFragment } from 'parse5'

/** The parser a door would pass in. */
export const parseHtml: HtmlParser = html => {
  const root = fromParse5(parseFragment(html))
  return root.type === 'root' ? root : { type: 'root', children: [] }
}
