import type { Configuration, ModuleEntry, Visibility } from '../configuration/configuration.ts'
import { isJsonObject, type JsonObject } from '../configuration/json.ts'
import { orderModules } from '../configuration/order-modules.ts'
import { type PageNotes, pathOf, quoted } from './page-notes.ts'
import { collectionFinder, readCollections, readDefaultCollection } from './read-collections.ts'
import { type Fields, readFields } from './read-fields.ts'
import { readModuleEntry } from './read-module-entry.ts'
import { readModuleKeys } from './read-module-keys.ts'
import { readRecourseKey, recourseKey } from './read-recourse-key.ts'

/** The JSON of a page, typed and brought to today's form (collections-1.3 §2.4, §2.5); each change and oddity is noted. */
export function readConfiguration(wire: JsonObject, notes: PageNotes): Configuration {
  const page = readFields(wire, '', notes)
  const legacy = page.has('STATUS')
  const visibility = readVisibility(page)
  const collections = readCollections(page)
  const names = collections.map(({ name }) => name)
  const findCollection = collectionFinder(names)
  const defaultCollection = readDefaultCollection(page, names, findCollection)
  const modules = readModules(page, legacy, name => findCollection(name) ?? null)
  const { parked, imported, unread } = readRecourseKey(page.take(recourseKey))
  if (unread !== undefined) notes.oddity(recourseKey, 'Not all of it can be read; kept as it stands.')
  const rest = { ...page.rest(), ...(unread === undefined ? {} : { [recourseKey]: unread }) }
  return { visibility, defaultCollection, collections, modules, parked, imported, rest }
}

const visibilities: ReadonlyMap<string, Visibility> = new Map(
  (['no-one', 'students', 'teachers', 'all'] as const).map(visibility => [visibility, visibility]),
)

/** `STATUS` of v0.x wins (collections-1.3 §2.5); what is not known hides Collections from all, as in 1.3. */
function readVisibility(page: Fields): Visibility {
  const text = page.text('VISIBILITY', 'no-one')
  if (page.has('STATUS')) return readStatus(page)
  const visibility = visibilities.get(text)
  if (!page.has('VISIBILITY')) page.notes.upgrade('VISIBILITY', 'It was missing; no one sees Collections.')
  if (visibility === undefined)
    page.notes.oddity('VISIBILITY', `${quoted(text)} is not known; no one sees Collections.`)
  return visibility ?? 'no-one'
}

function readStatus(page: Fields): Visibility {
  const status = page.take('STATUS')
  const visibility = status === 'on' ? 'all' : 'no-one'
  page.notes.upgrade('STATUS', `${quoted(status)} became the visibility “${visibility}”.`)
  return visibility
}

type FindName = (name: string) => string | null

function readModules(page: Fields, legacy: boolean, findCollection: FindName): readonly ModuleEntry[] {
  if (!page.has('MODULES')) page.notes.oddity('MODULES', 'It was missing; there are no entries.')
  const wire = page.object('MODULES') ?? {}
  const ids = readModuleKeys(wire)
  if ([...ids.values()].includes(null)) page.notes.upgrade('MODULES', 'Entries are kept by module names, as before v1.')
  const modules = Object.entries(wire).flatMap(([key, entry]) => {
    const path = pathOf('MODULES', key)
    const context = { key, id: ids.get(key) ?? null, legacy, findCollection }
    if (isJsonObject(entry)) return [readModuleEntry(readFields(entry, path, page.notes), context)]
    page.notes.oddity(path, `Not an entry but ${quoted(entry)}; left out.`)
    return []
  })
  return orderModules(modules)
}
