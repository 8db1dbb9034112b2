import { fromParse5 } from '@recourse/core'
import type { Root } from 'hast'
import { parseFragment } from 'parse5'

/**
 * HTML of a page or of a text inside a configuration → plain tree, as a browser would read it inside a `<div>`.
 * This is the door's parser: core never sees HTML text (docs/decisions/0002).
 */
export function parseHtml(html: string): Root {
  // A browser's inert document has no scripts either: it reads what is inside `<noscript>`.
  return fromParse5(parseFragment(html, { scriptingEnabled: false }))
}
