import type { Collection, Configuration } from '../configuration/configuration.ts'
import { ownValue } from '../configuration/json.ts'
import { orderModules } from '../configuration/order-modules.ts'
import { recourseKey } from './read-recourse-key.ts'
import { writeModuleEntry } from './write-module-entry.ts'
import { unclaimed, unless, type Writing } from './write-rest.ts'

const pageKeys = [
  ...['VISIBILITY', 'STATUS', 'DEFAULT_ACTIVE_COLLECTION', 'COLLECTIONS', 'COLLECTIONS_ORDER', 'MODULES'],
  recourseKey,
] as const

/** The JSON of a page, compact and always loadable by 1.3 (collections-1.3 §2.7): order and default agree with the collections. */
export function writeConfiguration(configuration: Configuration, encodedParked: string): Writing {
  const { collections, modules } = configuration
  const names = [...new Set(collections.map(({ name }) => name))]
  return {
    VISIBILITY: configuration.visibility,
    DEFAULT_ACTIVE_COLLECTION: defaultAmong(names, configuration.defaultCollection),
    COLLECTIONS: Object.fromEntries(collections.map(collection => [collection.name, writeCollection(collection)])),
    COLLECTIONS_ORDER: names,
    MODULES: Object.fromEntries(orderModules(modules).map(entry => [entry.key, writeModuleEntry(entry)])),
    ...writeRecourseKey(configuration, encodedParked),
    ...unclaimed(configuration.rest, pageKeys),
  }
}

function defaultAmong(names: readonly string[], wanted: string): string {
  return names.includes(wanted) ? wanted : (names[0] ?? '')
}

function writeCollection(collection: Collection): Writing {
  const claimed = [
    'name',
    'representation',
    'outputPage',
    'includePage',
    'includeAfter',
    'hide',
    'unallocated',
    'dateHide',
  ]
  return {
    representation: collection.representation,
    outputPage: unless(collection.outputPage, ''),
    includePage: unless(collection.includePage, ''),
    includeAfter: unless(collection.includeAfter, false),
    hide: unless(collection.hide, false),
    unallocated: unless(collection.unallocated, false),
    ...unclaimed(collection.rest, claimed),
  }
}

/** What could not be read stays as it stands while there is nothing of our own to say. */
function writeRecourseKey({ parked, imported, rest }: Configuration, encodedParked: string): Writing {
  const unread = ownValue(rest, recourseKey)
  if (parked.length === 0 && imported === null) return unread === undefined ? {} : { [recourseKey]: unread }
  const ours = {
    v: 1,
    ...(parked.length === 0 ? {} : { parked: encodedParked }),
    ...(imported === null ? {} : { imported: { from: imported.fromCourseId, at: imported.at } }),
    ...(unread === undefined ? {} : { unread }),
  }
  return { [recourseKey]: ours }
}
