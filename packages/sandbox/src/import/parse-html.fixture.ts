import { fromParse5, type HtmlParser } from '@recourse/core'
import { parseFragment } from 'parse5'

/** The parser of Node's door, for the tests of the import. */
export const parseHtml: HtmlParser = html => fromParse5(parseFragment(html))
