import type { Configuration, ModuleEntry } from '@recourse/core'

/** One thing that two configurations do not say alike. */
export interface DifferenceRow {
  readonly what: 'module' | 'collection' | 'settings'
  readonly name: string
  readonly change: 'added' | 'removed' | 'changed'
  /** Which fields; empty for what is added or removed as a whole. */
  readonly fields: readonly string[]
}

/** What changed from one configuration to another: settings first, then collections, then modules. */
export function findDifferences(from: Configuration, to: Configuration): readonly DifferenceRow[] {
  const settings = changedFields(settingsOf(from), settingsOf(to))
  return [
    ...(settings.length === 0 ? [] : [{ what: 'settings', name: '', change: 'changed', fields: settings } as const]),
    ...rows(
      'collection',
      pairBy(({ name }) => name, from.collections, to.collections),
    ),
    ...rows('module', pairModules(from.modules, to.modules)),
  ]
}

function settingsOf({ visibility, defaultCollection, collections, parked, rest }: Configuration): object {
  return { visibility, defaultCollection, order: collections.map(({ name }) => name), keptForLater: parked, rest }
}

interface Named {
  readonly name: string
}

/** One of `before` and `after` is always there. */
interface Pair<T extends Named> {
  readonly before: T | undefined
  readonly after: T | undefined
}

/** What has the same key is one thing; in the order of `from`, then what only `to` has. */
function pairBy<T extends Named>(key: (one: T) => string, from: readonly T[], to: readonly T[]): readonly Pair<T>[] {
  const before = new Map(from.map(one => [key(one), one]))
  const after = new Map(to.map(one => [key(one), one]))
  return [...new Set([...before.keys(), ...after.keys()])].map(each => ({
    before: before.get(each),
    after: after.get(each),
  }))
}

/** An import gives an entry the id of another course's module: then its name says that it is the same. */
function pairModules(from: readonly ModuleEntry[], to: readonly ModuleEntry[]): readonly Pair<ModuleEntry>[] {
  const same = pairBy(({ key }) => key, from, to).filter(({ before, after }) => before && after)
  const keys = new Set(same.map(({ before }) => before?.key))
  const others = (side: readonly ModuleEntry[]): readonly Placed[] => toPlaced(side.filter(({ key }) => !keys.has(key)))
  const named = pairBy(({ place }) => place, others(from), others(to))
  return [...same, ...named.map(({ before, after }) => ({ before: before?.entry, after: after?.entry }))]
}

interface Placed extends Named {
  readonly entry: ModuleEntry
  /** The name, and how many of that name stand before: several of one name are told apart by their order. */
  readonly place: string
}

function toPlaced(entries: readonly ModuleEntry[]): readonly Placed[] {
  const counts = new Map<string, number>()
  return entries.map(entry => {
    const before = counts.get(entry.name) ?? 0
    counts.set(entry.name, before + 1)
    return { entry, name: entry.name, place: `${before} ${entry.name}` }
  })
}

function rows<T extends Named>(what: 'module' | 'collection', pairs: readonly Pair<T>[]): readonly DifferenceRow[] {
  return pairs.flatMap(({ before, after }) => {
    const difference = compare(before, after)
    return difference === undefined ? [] : [{ what, name: (after ?? before)?.name ?? '', ...difference }]
  })
}

function compare(
  before: object | undefined,
  after: object | undefined,
): Pick<DifferenceRow, 'change' | 'fields'> | undefined {
  if (before === undefined) return { change: 'added', fields: [] }
  if (after === undefined) return { change: 'removed', fields: [] }
  const fields = changedFields(before, after)
  return fields.length === 0 ? undefined : { change: 'changed', fields }
}

/** Both come from the same reader, which writes the keys of an object in one order: equal text is equal content. */
function changedFields(before: object, after: object): readonly string[] {
  const [one, other] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  const names = new Set([...one.keys(), ...other.keys()])
  const changed = [...names].filter(name => JSON.stringify(one.get(name)) !== JSON.stringify(other.get(name)))
  return changed.includes('id') ? changed.filter(name => name !== 'key') : changed
}
