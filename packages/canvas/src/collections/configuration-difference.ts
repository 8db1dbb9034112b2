import type { Configuration } from '@recourse/core'

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
    ...rows('collection', byName(from.collections), byName(to.collections)),
    ...rows('module', byKey(from.modules), byKey(to.modules)),
  ]
}

function settingsOf({ visibility, defaultCollection, collections, parked, rest }: Configuration): object {
  return { visibility, defaultCollection, order: collections.map(({ name }) => name), keptForLater: parked, rest }
}

type Named = ReadonlyMap<string, { readonly name: string }>

function byName(collections: Configuration['collections']): Named {
  return new Map(collections.map(collection => [collection.name, collection]))
}

function byKey(modules: Configuration['modules']): Named {
  return new Map(modules.map(entry => [entry.key, entry]))
}

function rows(what: 'module' | 'collection', from: Named, to: Named): readonly DifferenceRow[] {
  return [...new Set([...from.keys(), ...to.keys()])].flatMap(key => {
    const difference = compare(from.get(key), to.get(key))
    return difference === undefined ? [] : [{ what, name: (to.get(key) ?? from.get(key))?.name ?? key, ...difference }]
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
  return [...names].filter(name => JSON.stringify(one.get(name)) !== JSON.stringify(other.get(name)))
}
