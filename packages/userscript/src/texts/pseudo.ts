/**
 * A made-up language out of English: letters with marks, a third longer, in brackets. What stays plain on the screen
 * was not in the catalogue; what is cut would be cut in German. Quoted names stay as they are.
 */
export function toPseudo<Catalogue>(catalogue: Catalogue): Catalogue {
  return translate(catalogue)
}

function translate<Part>(part: Part): Part
function translate(part: unknown): unknown {
  if (typeof part === 'string') return mark(part)
  if (typeof part === 'function') return (...given: readonly unknown[]) => translate(part(...given))
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, translate(value)]))
}

const LETTERS = new Map(
  [...'aceinorsuyACEINORSUY'].map((letter, at) => [letter, [...'åçéîñöŕšûýÅÇÉÎÑÖŔŠÛÝ'][at] ?? letter]),
)

function mark(text: string): string {
  if (text === '') return text
  const marked = text.replace(/“[^”]*”|[A-Za-z]/g, found =>
    found.length === 1 ? (LETTERS.get(found) ?? found) : found,
  )
  return `[${marked}${'·'.repeat(Math.ceil(text.length / 3))}]`
}
