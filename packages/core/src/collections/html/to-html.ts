import type { Nodes } from 'hast'
import { toHtml as serialise } from 'hast-util-to-html'

/**
 * HTML text as near to the form that Canvas stores as it can be: double quotes, `&amp;` and `&lt;` by name, nothing
 * minimised (canvas-api.md §4). The same tree always gives the same text.
 */
export function toHtml(tree: Nodes): string {
  return serialise(tree, { characterReferences: { useNamedReferences: true }, quote: '"' })
}

/**
 * At most this many characters will stand in Canvas's database for this HTML: serialisers write `>` in text, and some
 * `<` and `>` in attributes, as `&gt;` and `&lt;`, U+00A0 everywhere as `&nbsp;`; and Canvas gives a bare `/files/N`
 * the path of its course (canvas-api.md §2.4, §4).
 */
export function storedLength(html: string): number {
  const bareFiles = html.split('="/files/').length - 1
  const hardSpaces = html.split('\u00a0').length - 1
  return html.length + 3 * bracketsOutsideTags(html) + 5 * hardSpaces + 32 * bareFiles
}

/** So many characters will stand in Canvas's database for this text. */
export function escapedLength(text: string): number {
  const count = (character: string) => text.split(character).length - 1
  return text.length + 4 * count('&') + 3 * (count('<') + count('>')) + 5 * count('\u00a0')
}

/** Angle brackets that do not begin or end a tag: those in text, and those in the quoted values of attributes. */
function bracketsOutsideTags(html: string): number {
  let count = 0
  let at = 0
  while (at < html.length) {
    const bracket = nextOf(/[<>]/g, html, at)
    const isTag = html[bracket] === '<' && /[a-z/!]/i.test(html.charAt(bracket + 1))
    if (!isTag && bracket < html.length) count += 1
    const inside = isTag ? insideTag(html, bracket + 1) : { brackets: 0, end: bracket + 1 }
    count += inside.brackets
    at = inside.end
  }
  return count
}

/** From behind a `<` to behind the `>` that ends the tag. */
function insideTag(html: string, start: number): { readonly brackets: number; readonly end: number } {
  let brackets = 0
  let at = nextOf(/["'>]/g, html, start)
  while (at < html.length && html[at] !== '>') {
    const closing = html.indexOf(html.charAt(at), at + 1)
    const end = closing === -1 ? html.length : closing
    brackets += html.slice(at, end).split(/[<>]/).length - 1
    at = nextOf(/["'>]/g, html, end + 1)
  }
  return { brackets, end: at + 1 }
}

function nextOf(pattern: RegExp, html: string, from: number): number {
  pattern.lastIndex = from
  return pattern.exec(html)?.index ?? html.length
}
