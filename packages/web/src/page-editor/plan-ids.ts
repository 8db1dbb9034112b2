/** The ids with those that are missing, or there before, made anew. */
export function planIds(ids: readonly string[], makeId: () => string): readonly string[] {
  const seen = new Set<string>()
  return ids.map(id => {
    const own = id === '' || seen.has(id) ? makeId() : id
    seen.add(own)
    return own
  })
}
