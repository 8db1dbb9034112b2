const namedEntities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

/** Printable ASCII, words one space apart, no `&`: most names are such, and only their case needs folding. */
const plainName = /^[!-%'-~]+(?: [!-%'-~]+)*$/

/**
 * A name as a person hears it: Unicode form, case, all kinds of spaces and left-over entities do not count
 * (design *Matching modules*: "same name, differently written"). `''` for a name without any letter.
 */
export function normalizeName(name: string): string {
  if (plainName.test(name)) return name.toLowerCase()
  return decodeLeftoverEntities(name).normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
}

/**
 * The name without the label that Collections puts before it: "Week 3: Soils" → "soils" for the label "Week".
 * Takes and gives normalised names; the name itself where the label is not in front or nothing would be left.
 */
export function withoutLabel(normalizedName: string, normalizedLabel: string): string {
  if (normalizedLabel === '' || !normalizedName.startsWith(normalizedLabel)) return normalizedName
  const behindLabel = normalizedName.slice(normalizedLabel.length)
  const rest = behindLabel.replace(/^\s*[\p{N}.]*\s*[-:–—.|]\s*|^\s+[\p{N}.]+\s+/u, '')
  return rest === behindLabel || rest === '' ? normalizedName : rest
}

/** Names went through several savings of a page that encoded them once more each time (collections-1.3 §2.3). */
function decodeLeftoverEntities(name: string): string {
  if (!name.includes('&')) return name
  const decoded = name.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/giu, decodeEntity)
  return decoded === name ? name : decodeLeftoverEntities(decoded)
}

function decodeEntity(whole: string, decimal?: string, hex?: string, word?: string): string {
  if (word !== undefined)
    return Object.hasOwn(namedEntities, word.toLowerCase()) ? (namedEntities[word.toLowerCase()] ?? whole) : whole
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
}
