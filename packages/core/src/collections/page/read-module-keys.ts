import { type ModuleId, toModuleId } from '../../ids.ts'
import { isJsonObject, type Json, type JsonObject, ownValue } from '../configuration/json.ts'

/**
 * Tells ids from names among the keys of `MODULES`: until August 2022 they were the modules' names, and a module can
 * be called "2022" (collections-1.3 §2.5).
 */
export function readModuleKeys(modules: JsonObject): ReadonlyMap<string, ModuleId | null> {
  const entries = Object.entries(modules)
  const keyedByName = entries.some(([key]) => !isDecimalId(key)) && !entries.some(isSurelyId)
  return new Map(
    entries.map(([key, entry]) => [key, isDecimalId(key) && !isName(key, entry, keyedByName) ? toModuleId(key) : null]),
  )
}

export function isDecimalId(key: string): boolean {
  return /^[1-9]\d*(?:~[1-9]\d*)?$/.test(key)
}

function isSurelyId([key, entry]: readonly [string, Json]): boolean {
  return isDecimalId(key) && !saysItsKeyIsAName(entry) && !canBeName(key, entry)
}

/** `"id": null` is how Recourse writes that a number is a name. */
function isName(key: string, entry: Json, keyedByName: boolean): boolean {
  return saysItsKeyIsAName(entry) || (keyedByName && canBeName(key, entry))
}

function saysItsKeyIsAName(entry: Json): boolean {
  return isJsonObject(entry) && ownValue(entry, 'id') === null
}

/** Its own name is the key, and no id of its own says that the key is one. */
function canBeName(key: string, entry: Json): boolean {
  if (!isJsonObject(entry)) return false
  return (ownValue(entry, 'name') ?? key) === key && String(ownValue(entry, 'id') ?? '') !== key
}
