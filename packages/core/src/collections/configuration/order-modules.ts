import type { ModuleEntry } from './configuration.ts'

/** Ids ascending; then names, those that JavaScript puts first in any object first, else as they stand. */
export function orderModules(modules: readonly ModuleEntry[]): readonly ModuleEntry[] {
  return modules.toSorted((left, right) => {
    if (left.id !== null && right.id !== null) return compareIds(left.id, right.id)
    if (left.id !== null || right.id !== null) return left.id === null ? 1 : -1
    return indexRank(left.key) - indexRank(right.key)
  })
}

function compareIds(left: string, right: string): number {
  if (!left.includes('~') && !right.includes('~')) return compareDecimals(left, right)
  const [leftShard, leftLocal] = idParts(left)
  const [rightShard, rightLocal] = idParts(right)
  return compareDecimals(leftShard, rightShard) || compareDecimals(leftLocal, rightLocal)
}

function idParts(id: string): readonly [string, string] {
  const [first = '', second] = id.split('~')
  return second === undefined ? ['0', first] : [first, second]
}

/** Without leading zeros a longer decimal is the greater one; ids exceed what a number can hold. */
function compareDecimals(left: string, right: string): number {
  if (left.length !== right.length) return left.length - right.length
  return left < right ? -1 : left > right ? 1 : 0
}

/** Keys that are array indexes come first in an object, ascending, whatever the text of the page says. */
function indexRank(key: string): number {
  const index = Number(key)
  return String(index) === key && Number.isInteger(index) && index >= 0 && index < 2 ** 32 - 1 ? index : 2 ** 32
}
