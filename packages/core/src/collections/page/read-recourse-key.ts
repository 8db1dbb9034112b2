import type { ImportStamp, ParkedEntry } from '../configuration/configuration.ts'
import { isJsonObject, type Json, type JsonObject, ownValue } from '../configuration/json.ts'
import { decodeParked, readCourseId } from './parked-entries.ts'

/** The key of our own at the top of the configuration; 1.3 keeps it on saving (collections-1.3 §2.7). */
export const recourseKey = 'x-recourse'

interface RecourseKey {
  readonly parked: readonly ParkedEntry[]
  readonly imported: ImportStamp | null
  /** What a later version, or nobody, understands: kept as it stands. */
  readonly unread: Json | undefined
}

/** `{ v: 1, parked?, imported?: { from, at } }`, and under `unread` what stood there before that could not be read. */
export function readRecourseKey(value: Json | undefined): RecourseKey {
  const nothing = { parked: [], imported: null, unread: value }
  if (!isJsonObject(value) || ownValue(value, 'v') !== 1) return nothing
  const parked = readParked(ownValue(value, 'parked'))
  const imported = readStamp(ownValue(value, 'imported'))
  if (parked === undefined || imported === undefined) return nothing
  return { parked, imported, unread: unreadOf(value) }
}

function readParked(value: Json | undefined): readonly ParkedEntry[] | undefined {
  if (value === undefined) return []
  return typeof value === 'string' ? (decodeParked(value) ?? undefined) : undefined
}

function readStamp(value: Json | undefined): ImportStamp | null | undefined {
  if (value === undefined) return null
  if (!isJsonObject(value)) return undefined
  const fromCourseId = readCourseId(ownValue(value, 'from'))
  const at = ownValue(value, 'at')
  return fromCourseId !== undefined && typeof at === 'string' ? { fromCourseId, at } : undefined
}

function unreadOf(value: JsonObject): Json | undefined {
  const others = Object.entries(value).filter(([key]) => !['v', 'parked', 'imported'].includes(key))
  const isOnlyUnread = others.length === 1 && others[0]?.[0] === 'unread'
  if (isOnlyUnread) return ownValue(value, 'unread')
  return others.length === 0 ? undefined : Object.fromEntries(others)
}
