import type { Root } from 'hast'
import { fromParse5 } from 'hast-util-from-parse5'
import { parseFragment } from 'parse5'

/**
 * HTML of a page or of a text inside a configuration → plain tree, as a browser would read it inside a `<div>`.
 * This is the door's parser: core never sees HTML text (docs/decisions/0002).
 */
export function parseHtml(html: string): Root {
  const root = fromParse5(parseFragment(html))
  return root.type === 'root' ? root : { type: 'root', children: [] }
}
