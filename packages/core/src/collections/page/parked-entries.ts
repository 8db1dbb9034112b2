import { type CourseId, toCourseId } from '../../ids.ts'
import type { ParkedEntry, UnmatchedReason } from '../configuration/configuration.ts'
import { isJsonObject, type Json, type JsonObject, ownValue } from '../configuration/json.ts'
import { base64UrlLength, decodeBase64Url, encodeBase64Url } from './base64url.ts'
import { createPageNotes } from './page-notes.ts'
import { readFields } from './read-fields.ts'
import { readJson } from './read-json.ts'
import { readModuleEntry } from './read-module-entry.ts'
import { readModuleKeys } from './read-module-keys.ts'
import { writeModuleEntry } from './write-module-entry.ts'
import type { Writing } from './write-rest.ts'

/** base64url of UTF-8 JSON: plain text of an entry, say `$'`, would break 1.3's next save (collections-1.3 §2.7, §3.2 B11). */
export function encodeParked(parked: readonly ParkedEntry[]): string {
  return encodeBase64Url(toJsonText(parked))
}

/** Writing a thousand entries is dear, and a page too large for Canvas asks for it twice. */
const lengthsBefore = new WeakMap<readonly ParkedEntry[], number>()

/** The length of what `encodeParked` gives. */
export function encodedLength(parked: readonly ParkedEntry[]): number {
  const length = lengthsBefore.get(parked) ?? base64UrlLength(toJsonText(parked))
  lengthsBefore.set(parked, length)
  return length
}

/** `null` where the text is not of our making, or only in part. */
export function decodeParked(text: string): readonly ParkedEntry[] | null {
  const json = decodeBase64Url(text)
  const reading = json === null ? null : readJson(json)
  if (reading === null || !reading.ok || !Array.isArray(reading.value)) return null
  const wires: readonly Json[] = reading.value
  const entries = wires.map(fromWire)
  return entries.every(entry => entry !== null) ? entries : null
}

/** A course id as a page holds it: text, `null` for none; `undefined` for anything else. */
export function readCourseId(value: Json | undefined): CourseId | null | undefined {
  if (value === null) return null
  return typeof value === 'string' ? toCourseId(value) : undefined
}

function toJsonText(parked: readonly ParkedEntry[]): string {
  return JSON.stringify(parked.map(toWire))
}

function toWire({ entry, parkedAt, fromCourseId, why }: ParkedEntry): Writing {
  return { key: entry.key, at: parkedAt, from: fromCourseId, why, entry: writeModuleEntry(entry) }
}

function fromWire(wire: Json): ParkedEntry | null {
  if (!isJsonObject(wire)) return null
  const [key, at, why, entry] = ['key', 'at', 'why', 'entry'].map(name => ownValue(wire, name))
  const fromCourseId = readCourseId(ownValue(wire, 'from'))
  if (typeof key !== 'string' || typeof at !== 'string' || !isJsonObject(entry) || fromCourseId === undefined)
    return null
  return { entry: readParkedEntry(key, entry), parkedAt: at, fromCourseId, why: toReason(why) }
}

function readParkedEntry(key: string, wire: JsonObject) {
  const id = readModuleKeys({ [key]: wire }).get(key) ?? null
  const context = { key, id, legacy: false, findCollection: (name: string) => name }
  return readModuleEntry(readFields(wire, key, createPageNotes()), context)
}

const reasons: ReadonlyMap<Json | undefined, UnmatchedReason> = new Map(
  (['gone-in-source', 'not-copied', 'deleted-here', 'duplicate-names', 'unknown'] as const).map(reason => [
    reason,
    reason,
  ]),
)

function toReason(why: Json | undefined): UnmatchedReason {
  return reasons.get(why) ?? 'unknown'
}
