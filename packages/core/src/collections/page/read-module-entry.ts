import type { ModuleId } from '../../ids.ts'
import type { Banner, ModuleEntry } from '../configuration/configuration.ts'
import { isJsonObject, type Json, type JsonObject } from '../configuration/json.ts'
import { pathOf, quoted } from './page-notes.ts'
import { objectWithoutPersonalParameters } from './page-personal-parameters.ts'
import { readCardDate, readDateShow } from './read-dates.ts'
import { type Fields, toText } from './read-fields.ts'

interface EntryContext {
  readonly key: string
  readonly id: ModuleId | null
  /** The whole page is from before engage buttons could be turned off (collections-1.3 §2.5). */
  readonly legacy: boolean
  /** Gives the collection that a name means, or `null` for an unknown one. */
  readonly findCollection: (name: string) => string | null
}

/**
 * One entry of `MODULES` (collections-1.3 §2.4), upgraded (collections-1.3 §2.5). One literal without a spread: engines then give
 * all entries one shape, and a plan of a thousand modules takes a third less time.
 */
export function readModuleEntry(fields: Fields, context: EntryContext): ModuleEntry {
  const name = fields.text('name', context.id === null ? context.key : '')
  const { dateShow, rest: dateShowRest } = readDateShow(fields)
  const { metadata, rest: metadataRest } = readMetadata(fields)
  const collection = readCollectionName(fields, context)
  const autonum = fields.flag('autonum')
  return {
    key: context.key,
    id: context.id,
    name,
    collection,
    autonum,
    number: readNumber(fields, autonum),
    metadata,
    date: readCardDate(fields),
    dateShow,
    banner: readBanner(fields),
    image: fields.text('image'),
    imageSize: readImageSize(fields),
    imageBackgroundColour: fields.flag('imageBackgroundColour'),
    iframe: fields.text('iframe'),
    bannerColour: fields.text('bannerColour', '#ffffff'),
    engage: readEngage(fields, context.legacy),
    engageText: fields.text('engageText', 'Engage'),
    description: fields.text('description'),
    label: fields.text('label'),
    altText: fields.text('altText'),
    fyi: fields.flag('fyi'),
    fyiText: fields.text('fyiText'),
    moduleOrder: readModuleOrder(fields),
    rest: { ...readRest(fields, context), ...named('dateShow', dateShowRest), ...named('metadata', metadataRest) },
  }
}

function readCollectionName(fields: Fields, { findCollection }: EntryContext): string | null {
  const place = { path: pathOf(fields.path, 'collection'), notes: fields.notes }
  const name = toText(fields.take('collection') ?? '', '', place)
  if (name === '') return null
  const found = findCollection(name)
  if (found === null) place.notes.oddity(place.path, `There is no collection ${quoted(name)}; left out.`)
  else if (found !== name) place.notes.upgrade(place.path, `${quoted(name)} is the collection ${quoted(found)}.`)
  return found
}

/** Counted, or typed; `num` of v0.x goes before `actualNum` wherever it exists (collections-1.3 §2.4). */
function readNumber(fields: Fields, autonum: boolean): string {
  const manual = fields.has('num') ? numberText(fields, 'num') : null
  const actual = numberText(fields, 'actualNum')
  const number = autonum || manual === null ? actual : manual
  const lost = autonum ? manual : actual
  if (manual !== null && lost !== null && lost !== '' && lost !== number)
    fields.notes.upgrade(fields.path, `Of two numbers ${quoted(number)} counts; ${quoted(lost)} was left out.`)
  return number
}

/** Numbers are as good as texts here: 1.3 itself writes both. */
function numberText(fields: Fields, key: string): string {
  const value = fields.take(key)
  const place = { path: pathOf(fields.path, key), notes: fields.notes }
  return typeof value === 'number' ? String(value) : toText(value, '', place)
}

function readMetadata(fields: Fields): {
  readonly metadata: Readonly<Record<string, string>>
  readonly rest: JsonObject
} {
  const entries = Object.entries(fields.object('metadata') ?? {})
  const texts = entries
    .filter(([, value]) => !isKept(value))
    .map(([name, value]) => {
      const place = { path: pathOf(fields.path, 'metadata', name), notes: fields.notes }
      return [name, toText(value, '', place)] as const
    })
  const rest = objectWithoutPersonalParameters(Object.fromEntries(entries.filter(([, value]) => isKept(value))))
  return { metadata: Object.fromEntries(texts), rest }
}

/** Values that no version of Collections writes: they are no text, and they are kept. */
function isKept(value: Json): boolean {
  return isJsonObject(value) || Array.isArray(value)
}

const bannerNames: ReadonlyMap<string, Banner> = new Map([
  ['', 'image'],
  ['image', 'image'],
  ['iframe', 'iframe'],
  ['colour', 'colour'],
  ['color', 'colour'],
])

function readBanner(fields: Fields): Banner {
  const name = fields.text('banner', 'image')
  const banner = bannerNames.get(name)
  if (banner === undefined)
    fields.notes.oddity(pathOf(fields.path, 'banner'), `${quoted(name)} is no banner; an image is.`)
  return banner ?? 'image'
}

/** v0.x wrote the names of its style classes. */
function readImageSize(fields: Fields): string {
  const size = fields.text('imageSize')
  if (size !== 'bg-contain' && size !== 'bg-cover') return size
  const upgraded = size.slice('bg-'.length)
  fields.notes.upgrade(pathOf(fields.path, 'imageSize'), `“${size}” became “${upgraded}”.`)
  return upgraded
}

const legacyKeys = ['comingSoon', 'noEngage', 'dateHide', 'configClass'] as const

/** A button is absent unless asked for, but until v0.9.8 it was there unless refused (collections-1.3 §2.4, §2.5). */
function readEngage(fields: Fields, legacyPage: boolean): boolean {
  const legacy = legacyPage || legacyKeys.some(key => fields.has(key))
  const refused = fields.has('noEngage') && fields.flag('noEngage')
  const engage = fields.flag('engage', legacy && !refused)
  if (fields.has('noEngage')) fields.notes.upgrade(pathOf(fields.path, 'noEngage'), `“engage” is now ${engage}.`)
  else if (legacy && !fields.has('engage'))
    fields.notes.upgrade(pathOf(fields.path, 'engage'), 'A button, as before v1.')
  return engage
}

function readModuleOrder(fields: Fields): number | null {
  const value = fields.take('moduleOrder') ?? null
  const order = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
  if (order === null || (typeof order === 'number' && Number.isSafeInteger(order) && order > 0)) return order
  fields.notes.oddity(pathOf(fields.path, 'moduleOrder'), `${quoted(value)} is no place; left out.`)
  return null
}

/** Copies of Canvas's own fields that 1.3 deletes on load as well (collections-1.3 §2.5), and the state of its panels. */
const droppedKeys = [
  'position',
  'unlock_at',
  'require_sequential_progress',
  'published',
  'items_url',
  'prerequisite_module_ids',
  'completion_requirements',
  'configVisible',
] as const

/** What every entry of 1.3 has and nothing reads (collections-1.3 §2.4). */
const unusedDefaults: readonly (readonly [string, Json])[] = [
  ['includePage', ''],
  ['includePageAfter', false],
  ['outputPage', ''],
]

/** What nobody took, without what nobody reads. */
function readRest(fields: Fields, { key, id }: EntryContext): JsonObject {
  fields.drop(...droppedKeys)
  const rest = fields.rest()
  fields.drop(...unusedDefaults.filter(([name, value]) => rest[name] === value).map(([name]) => name))
  const wireId = rest.id
  if (id === null && wireId !== null) return fields.rest()
  fields.drop('id')
  if (wireId !== undefined && wireId !== null && String(wireId) !== key)
    fields.notes.oddity(pathOf(fields.path, 'id'), `The id is the key; ${quoted(wireId)} was left out.`)
  return fields.rest()
}

function named(key: string, rest: JsonObject): JsonObject {
  return Object.keys(rest).length === 0 ? {} : { [key]: rest }
}
