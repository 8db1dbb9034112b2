/** The names that Canvas and Collections themselves write; other names are left as text (collections-1.3 §2.2). */
const namedEntities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
])

/** More layers than any page went through; a text that needs more decodes only so far. */
const mostLayers = 10

/** Decodes one layer of HTML entities, each exactly once: `&amp;lt;` gives `&lt;`. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, decodeEntity)
}

/** Decodes until nothing is left to decode: names went through several savings that each added a layer (collections-1.3 §2.3). */
export function decodeAllEntities(text: string): string {
  let decoded = text
  for (let layer = 0; layer < mostLayers; layer++) {
    const next = decodeEntities(decoded)
    if (next === decoded) return decoded
    decoded = next
  }
  return decoded
}

function decodeEntity(whole: string, decimal?: string, hex?: string, word?: string): string {
  if (word !== undefined) return namedEntities.get(word) ?? whole
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10)
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return isCharacter ? String.fromCodePoint(code) : whole
}
