const ID_NAME = /(?:^|_)ids?$/

/**
 * Every number under `id`, `…_id`, `…_ids` as text, at any depth, because ids of other shards exceed 2^53
 * (Canvas: "API basics", `Accept: application/json+canvas-string-ids`).
 */
export function stringifyIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stringifyIds)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, stringifyEntry(name, entry)]))
}

function stringifyEntry(name: string, value: unknown): unknown {
  if (!ID_NAME.test(name)) return stringifyIds(value)
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map(entry => (typeof entry === 'number' ? String(entry) : stringifyIds(entry)))
  return stringifyIds(value)
}
