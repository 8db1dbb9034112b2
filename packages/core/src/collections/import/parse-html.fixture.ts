import type { Root } from 'hast'
import { parseFragment } from 'parse5'
import { fromParse5 } from '../html/from-parse5.ts'

/** The parser that Node's door hands in; core has none of its own. */
export function fromHtml(html: string): Root {
  return fromParse5(parseFragment(html))
}
