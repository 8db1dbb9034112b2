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
 * At most this many characters will stand in Canvas's database for this HTML: its serialiser writes `>` in text as
 * `&gt;` and U+00A0 everywhere as `&nbsp;`, and gives a bare `/files/N` the path of its course (canvas-api.md §2.4, §4).
 */
export function storedLength(html: string): number {
  const bareFiles = html.split('="/files/').length - 1
  const hardSpaces = html.split('\u00a0').length - 1
  return html.length + 3 * closingBracketsInText(html) + 5 * hardSpaces + 32 * bareFiles
}

function closingBracketsInText(html: string): number {
  let count = 0
  let quote = ''
  let inTag = false
  for (const { 0: character, index } of html.matchAll(/["'<>]/g)) {
    if (!inTag) {
      if (character === '>') count++
      else if (character === '<') inTag = /[a-z/!]/i.test(html.charAt(index + 1))
    } else if (quote !== '') {
      if (character === quote) quote = ''
    } else if (character === '>') inTag = false
    else if (character !== '<') quote = character
  }
  return count
}
