const DEEPEST = 40

/** Why this cannot be kept; `undefined`: it can. Nothing here recurses: what is too deep would end that. */
export function findUnsound(json: unknown): string | undefined {
  let level: readonly unknown[] = [json]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return `This is nested more than ${DEEPEST} deep. Make it flatter.`
    if (level.some(isUnsoundText)) {
      return 'A text has a NUL character or half a character in it, which cannot be kept. Take it out.'
    }
    level = level.flatMap(toParts)
  }
  return undefined
}

function toParts(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  return typeof value === 'object' && value !== null ? Object.entries(value).flat() : []
}

/** PostgreSQL keeps neither: https://www.postgresql.org/docs/18/datatype-json.html. */
function isUnsoundText(value: unknown): boolean {
  return typeof value === 'string' && (value.includes('\0') || /\p{Surrogate}/u.test(value))
}
