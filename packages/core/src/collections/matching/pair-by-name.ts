import type { ModuleId } from '../../ids.ts'
import type { ModuleEntry } from '../configuration/configuration.ts'
import type { CourseModule } from '../import/import-facts.ts'
import { normalizeName } from './names.ts'

/** How a name is compared: as it stands, or normalised. */
export type NameOf = (named: { readonly name: string }) => string
export const asItStands: NameOf = ({ name }) => name

/** Normalised, each name once: normalising is dear, each is asked for several times, and many by nobody. */
export function hearNames(): NameOf {
  const heard = new Map<string, string>()
  return ({ name }) => {
    const known = heard.get(name)
    if (known !== undefined) return known
    const normalized = normalizeName(name)
    heard.set(name, normalized)
    return normalized
  }
}

/** Entry key → module, by names alone; a name without letters pairs nothing. */
export type PairByName = (
  entries: readonly ModuleEntry[],
  modules: readonly CourseModule[],
  nameOf: NameOf,
) => ReadonlyMap<string, ModuleId>

/** Only names borne once on either side. Names that no module bears are never sorted: often that is all of them. */
export const byUniqueName: PairByName = (entries, modules, nameOf) => {
  const modulesByName = bearers(modules, nameOf)
  const borneHere = entries.filter(entry => modulesByName.has(nameOf(entry)))
  const pairs = new Map<string, ModuleId>()
  for (const [name, entry] of bearers(borneHere, nameOf)) {
    const module = modulesByName.get(name) ?? null
    if (name !== '' && entry !== null && module !== null) pairs.set(entry.key, module.id)
  }
  return pairs
}

/** Name → the only item of that name, `null` where several bear it. */
export function bearers<Item extends { readonly name: string }>(
  items: readonly Item[],
  nameOf: NameOf,
): ReadonlyMap<string, Item | null> {
  const byName = new Map<string, Item | null>()
  for (const item of items) {
    const name = nameOf(item)
    byName.set(name, byName.has(name) ? null : item)
  }
  return byName
}

/** Names borne by several, equally many on either side, in order: the entries as Collections showed them, the modules as Canvas lists them. */
export const byEqualNumber: PairByName = (entries, modules, nameOf) => {
  const pairs = new Map<string, ModuleId>()
  const modulesByName = groupBy(modules, nameOf)
  for (const [name, group] of groupBy(entries, nameOf)) {
    const current = modulesByName.get(name) ?? []
    if (name === '' || group.length === 1 || group.length !== current.length) continue
    for (const [place, { key }] of inShownOrder(group).entries()) {
      const module = current[place]
      if (module !== undefined) pairs.set(key, module.id)
    }
  }
  return pairs
}

function inShownOrder(entries: readonly ModuleEntry[]): readonly ModuleEntry[] {
  const last = Number.MAX_SAFE_INTEGER
  return entries.toSorted((a, b) => (a.moduleOrder ?? last) - (b.moduleOrder ?? last))
}

/** Items by key, each group in the order of the items. */
export function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}
