import type { Collection } from '../configuration/configuration.ts'
import { isJsonObject, type Json, type JsonObject, ownValue } from '../configuration/json.ts'
import { decodeAllEntities } from '../html/entities.ts'
import { type PageNotes, pathOf, quoted } from './page-notes.ts'
import { type Fields, readFields } from './read-fields.ts'

const orderPath = 'COLLECTIONS_ORDER'

/** Gives the collection that a text names; `undefined` for none. */
type FindCollection = (name: string) => string | undefined

/**
 * A name means the collection of that very name; else the one whose name differs in nothing but layers of entities:
 * old pages encoded keys, order and entries differently (collections-1.3 §2.3).
 */
export function collectionFinder(names: readonly string[]): FindCollection {
  const exact = new Set(names)
  const plain = new Map(names.toReversed().map(name => [decodeAllEntities(name), name]))
  return name => (exact.has(name) ? name : plain.get(decodeAllEntities(name)))
}

/** `COLLECTIONS` in the order of `COLLECTIONS_ORDER`. */
export function readCollections(page: Fields): readonly Collection[] {
  const wire = page.object('COLLECTIONS') ?? {}
  const names = readOrder(page, Object.keys(wire))
  return names.map(name => {
    const path = pathOf('COLLECTIONS', name)
    return readCollection(name, readFields(collectionObject(ownValue(wire, name), path, page.notes), path, page.notes))
  })
}

/** A collection shown first that is none makes 1.3 show nothing at all (collections-1.3 §3.2 B14). */
export function readDefaultCollection(page: Fields, names: readonly string[], find: FindCollection): string {
  const path = 'DEFAULT_ACTIVE_COLLECTION'
  const wanted = page.text(path)
  const first = names[0] ?? ''
  const found = find(wanted)
  if (found === undefined && wanted !== first)
    page.notes.oddity(path, `There is no collection ${quoted(wanted)}; ${quoted(first)} is shown first.`)
  if (found !== undefined && found !== wanted) page.notes.upgrade(path, `${quoted(wanted)} is ${quoted(found)}.`)
  return found ?? first
}

function readOrder(page: Fields, keys: readonly string[]): readonly string[] {
  const listed = readListedNames(page, keys.length)
  const find = collectionFinder(keys)
  const order = new Set<string>()
  for (const item of listed ?? []) addListed(item, order, find, page.notes)
  const missing = keys.filter(key => !order.has(key))
  if (listed !== null)
    for (const key of missing) page.notes.oddity(orderPath, `${quoted(key)} was missing; put at the end.`)
  return [...order, ...missing]
}

/** `null` where there is no list. */
function readListedNames(page: Fields, collections: number): readonly Json[] | null {
  const wire = page.take(orderPath)
  if (Array.isArray(wire)) return wire
  if (wire !== undefined) page.notes.oddity(orderPath, `Not a list but ${quoted(wire)}; that of COLLECTIONS counts.`)
  else if (collections > 0) page.notes.upgrade(orderPath, 'The order was missing; that of COLLECTIONS counts.')
  return null
}

function addListed(item: Json, order: Set<string>, find: FindCollection, notes: PageNotes): void {
  const name = typeof item === 'string' || typeof item === 'number' ? find(String(item)) : undefined
  if (name === undefined) notes.oddity(orderPath, `There is no collection ${quoted(item)}; left out.`)
  else if (order.has(name)) notes.oddity(orderPath, `${quoted(name)} stood twice; the first place counts.`)
  else if (name !== item) notes.upgrade(orderPath, `${quoted(item)} is the collection ${quoted(name)}.`)
  if (name !== undefined) order.add(name)
}

function collectionObject(value: Json | undefined, path: string, notes: PageNotes): JsonObject {
  if (isJsonObject(value)) return value
  notes.oddity(path, `Not an object but ${quoted(value)}; an empty collection of that name is kept.`)
  return {}
}

function readCollection(name: string, fields: Fields): Collection {
  const collection = {
    name,
    representation: fields.text('representation'),
    outputPage: fields.text('outputPage'),
    includePage: fields.text('includePage'),
    includeAfter: fields.flag('includeAfter'),
    hide: fields.flag('hide'),
    unallocated: fields.flag('unallocated'),
  }
  dropJunk(name, fields)
  return { ...collection, rest: fields.rest() }
}

/** `name` goes stale on a rename and nothing reads it; 1.3 deletes `dateHide` on load (collections-1.3 §2.4). */
function dropJunk(name: string, fields: Fields): void {
  const staleName = fields.take('name')
  const isStale = typeof staleName === 'string' && decodeAllEntities(staleName) !== decodeAllEntities(name)
  if (isStale) fields.notes.upgrade(pathOf(fields.path, 'name'), `An old name was left out: ${quoted(staleName)}.`)
  else if (staleName !== undefined && typeof staleName !== 'string') fields.text('name')
  if (fields.has('dateHide')) fields.notes.upgrade(pathOf(fields.path, 'dateHide'), 'Left out: nothing reads it.')
  fields.drop('dateHide')
}
