/** `undefined`: both put what was there into another order, each into one of their own. */
export function mergeOrder(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): readonly string[] | undefined {
  const isKept = (id: string): boolean =>
    (ours.includes(id) || !base.includes(id)) && (theirs.includes(id) || !base.includes(id))
  const isCommon = (id: string): boolean => base.includes(id) && ours.includes(id) && theirs.includes(id)
  const order = (ids: readonly string[]): string => JSON.stringify(ids.filter(isCommon))
  if (order(ours) === order(base)) return weave(theirs, ours, isKept)
  if (order(theirs) === order(base) || order(ours) === order(theirs)) return weave(ours, theirs, isKept)
  return undefined
}

/** What only the second has goes behind what it stands behind there. */
function weave(
  first: readonly string[],
  second: readonly string[],
  isKept: (id: string) => boolean,
): readonly string[] {
  const result = first.filter(isKept)
  second.forEach((id, index) => {
    if (result.includes(id) || !isKept(id)) return
    const before = second.slice(0, index).findLast(each => result.includes(each))
    result.splice(before === undefined ? 0 : result.indexOf(before) + 1, 0, id)
  })
  return result
}
