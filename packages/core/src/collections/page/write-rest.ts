import type { Json, JsonObject } from '../configuration/json.ts'

/** The unknown keys kept from reading; never one that has a place of its own. */
export function unclaimed(rest: JsonObject, claimed: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(rest).filter(([key]) => !claimed.includes(key)))
}

/** The one key, or nothing where the value is what reading supplies anyway. */
export function unless(key: string, value: Json, supplied: Json): JsonObject {
  return value === supplied ? {} : { [key]: value }
}
