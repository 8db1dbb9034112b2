import { isJsonObject, type Json, type JsonObject, ownValue } from '../configuration/json.ts'
import { type PageNotes, pathOf, quoted } from './page-notes.ts'
import { objectWithoutPersonalParameters, withoutPersonalParameters } from './page-personal-parameters.ts'

/** The keys of one object of the page, taken one by one; a wrong type gives the default and a note. */
export interface Fields {
  readonly path: string
  readonly notes: PageNotes
  has(key: string): boolean
  take(key: string): Json | undefined
  text(key: string, fallback?: string): string
  flag(key: string, fallback?: boolean): boolean
  /** `null` where absent. */
  object(key: string): JsonObject | null
  /** Takes keys that say nothing worth keeping. */
  drop(...keys: readonly string[]): void
  /** All keys that were not taken. */
  rest(): JsonObject
}

export function readFields(object: JsonObject, path: string, notes: PageNotes): Fields {
  const taken = new Set<string>()
  const take = (key: string): Json | undefined => {
    taken.add(key)
    return ownValue(object, key)
  }
  const at = (key: string): Place => ({
    // Made only for a note: there are tens of fields in each of a thousand entries.
    get path() {
      return pathOf(path, key)
    },
    notes,
  })
  return {
    path,
    notes,
    has: key => Object.hasOwn(object, key),
    take,
    text: (key, fallback = '') => toText(take(key), fallback, at(key)),
    flag: (key, fallback = false) => toFlag(take(key), fallback, at(key)),
    object: key => toObject(take(key), at(key)),
    drop: (...keys) => {
      for (const key of keys) taken.add(key)
    },
    rest: () =>
      objectWithoutPersonalParameters(Object.fromEntries(Object.entries(object).filter(([key]) => !taken.has(key)))),
  }
}

export interface Place {
  readonly path: string
  readonly notes: PageNotes
}

/** Numbers are texts of older versions. */
export function toText(value: Json | undefined, fallback: string, place: Place): string {
  if (value === undefined) return fallback
  if (typeof value === 'string') return scrubbed(value, place)
  if (typeof value !== 'number') return wrongType(value, fallback, 'a text', place)
  place.notes.upgrade(place.path, `The number ${value} became a text.`)
  return String(value)
}

function toObject(value: Json | undefined, place: Place): JsonObject | null {
  if (value === undefined || isJsonObject(value)) return value ?? null
  return wrongType(value, null, 'an object', place)
}

function toFlag(value: Json | undefined, fallback: boolean, place: Place): boolean {
  if (typeof value === 'boolean') return value
  if (value === undefined) return fallback
  const spelled = new Map<Json, boolean>([
    ['true', true],
    [1, true],
    ['false', false],
    [0, false],
  ]).get(value)
  if (spelled === undefined) return wrongType(value, fallback, 'true or false', place)
  place.notes.oddity(place.path, `${quoted(value)} was read as ${spelled}.`)
  return spelled
}

function scrubbed(value: string, { path, notes }: Place): string {
  const clean = withoutPersonalParameters(value)
  if (clean !== value) notes.upgrade(path, 'A parameter of one person’s own session was taken out of a link.')
  return clean
}

function wrongType<Fallback>(value: Json, fallback: Fallback, wanted: string, { path, notes }: Place): Fallback {
  notes.oddity(path, `Not ${wanted} but ${quoted(value)}; left out.`)
  return fallback
}
