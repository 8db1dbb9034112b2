import { isParams, type Params, type ParamValue } from './params.ts'

/**
 * Reading parameters by path: `text(call.params, 'wiki_page', 'title')`. All of them answer `undefined` for what was
 * not sent, so that an update can tell "leave it" from "empty it" (`null`, or `''` where Rails treats it as blank).
 */

/** The raw value at a path, `undefined` if it was not sent. */
export function param(params: Params, ...path: string[]): ParamValue | undefined {
  let value: ParamValue | undefined = params
  for (const name of path) value = isParams(value) ? value[name] : undefined
  return value
}

/** A nested object, or `undefined`. */
export function nested(params: Params, ...path: string[]): Params | undefined {
  const value = param(params, ...path)
  return isParams(value) ? value : undefined
}

/** Text; numbers and booleans as written; `null` stays `null`. */
export function text(params: Params, ...path: string[]): string | null | undefined {
  const value = param(params, ...path)
  if (value === null || value === undefined || typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

/** Text that says something: `undefined` also for `null` and blank. */
export function presentText(params: Params, ...path: string[]): string | undefined {
  const value = text(params, ...path)
  return value === null || value === undefined || value.trim() === '' ? undefined : value
}

const TRUE_WORDS = new Set(['true', 't', '1', 'on', 'yes', 'y'])

/** Canvas's `value_to_boolean`: `true`, `1`, `on`, `yes` … are true, everything else that was sent is false. */
export function flag(params: Params, ...path: string[]): boolean | undefined {
  const value = text(params, ...path)
  return value === undefined ? undefined : value !== null && TRUE_WORDS.has(value.toLowerCase())
}

/** A whole number as Ruby's `to_i` reads it (leading digits, else 0); `undefined` if absent or blank. */
export function integer(params: Params, ...path: string[]): number | undefined {
  const value = presentText(params, ...path)
  return value === undefined ? undefined : Number(/^\s*[-+]?\d{1,15}/.exec(value)?.[0] ?? 0)
}

/** A number, `null` when emptied or not a number, `undefined` when absent. */
export function decimal(params: Params, ...path: string[]): number | null | undefined {
  const value = text(params, ...path)
  if (value === undefined) return undefined
  const number = Number(value)
  return value === null || value.trim() === '' || !Number.isFinite(number) ? null : number
}

/** `include[]=a&include[]=b`, and also a single plain value, as texts; `[]` when absent. */
export function list(params: Params, ...path: string[]): string[] {
  const value = param(params, ...path)
  if (value === undefined || value === null) return []
  const values = Array.isArray(value) ? value : isParams(value) ? Object.values(value) : [value]
  return values.flatMap(entry =>
    typeof entry === 'string' ? [entry] : typeof entry === 'number' ? [String(entry)] : [],
  )
}

/** True if `include[]` (or another list) names the word. */
export function includes(params: Params, word: string, name = 'include'): boolean {
  return list(params, name).includes(word)
}

/** An instant as Canvas stores it (`2026-02-16T00:00:00Z`); `null` when emptied or unreadable, `undefined` when absent. */
export function instant(params: Params, ...path: string[]): string | null | undefined {
  const value = text(params, ...path)
  if (value === undefined) return undefined
  return value === null ? null : toInstant(value)
}

const WITHOUT_ZONE = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/

/** Reads any date Canvas's API accepts; a date without a zone is UTC. */
export function toInstant(value: string): string | null {
  const written = value.trim()
  const zoned = WITHOUT_ZONE.test(written) ? `${written.replace(' ', 'T')}Z` : written
  const ms = written === '' ? Number.NaN : Date.parse(zoned)
  return Number.isNaN(ms) ? null : new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z')
}

/** Absent, emptied or only spaces. */
export function isBlank(value: string | null | undefined): boolean {
  return value === undefined || value === null || value.trim() === ''
}
