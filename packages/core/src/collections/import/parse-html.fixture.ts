import type { Root } from 'hast'
import { fromParse5 } from 'hast-util-from-parse5'
import { parseFragment } from 'parse5'

/** The parser that Node's door hands in; core has none of its own. */
export function fromHtml(html: string): Root {
  const tree = fromParse5(parseFragment(html))
  return tree.type === 'root' ? tree : { type: 'root', children: [] }
}
