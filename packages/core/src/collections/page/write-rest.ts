import type { Json, JsonObject } from '../configuration/json.ts'

/** An object on its way to JSON text, in which keys of `undefined` are left out (as `JSON.stringify` does). */
export interface Writing {
  readonly [key: string]: Json | Writing | undefined
}

/** The unknown keys kept from reading; never one that has a place of its own. */
export function unclaimed(rest: JsonObject, claimed: readonly string[]): JsonObject {
  const unknown = Object.entries(rest)
  return unknown.length === 0 ? rest : Object.fromEntries(unknown.filter(([key]) => !claimed.includes(key)))
}

/** The value, or nothing where it is what reading supplies anyway. */
export function unless<Value extends Json>(value: Value, supplied: Value): Value | undefined {
  return value === supplied ? undefined : value
}
