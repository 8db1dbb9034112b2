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

/** Angle brackets that do not begin or end a tag. */
function bracketsOutsideTags(html: string): number {
  let count = 0
  let quote = ''
  let inTag = false
  for (const { 0: character, index } of html.matchAll(/["'<>]/g)) {
    const isBracket = character === '<' || character === '>'
    if (quote !== '') {
      if (isBracket) count++
      else if (character === quote) quote = ''
    } else if (!isBracket) quote = inTag ? character : ''
    else if (inTag) inTag = character === '<'
    else if (character === '<' && /[a-z/!]/i.test(html.charAt(index + 1))) inTag = true
    else count++
  }
  return count
}
