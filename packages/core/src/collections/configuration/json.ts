/** Plain JSON. Objects are always read through `Object.entries` and built by spread or `Object.fromEntries`, so that `__proto__` is an ordinary key. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject

export interface JsonObject {
  readonly [key: string]: Json
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Own properties only: `constructor` and `__proto__` are ordinary names in a configuration. */
export function ownValue(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}
