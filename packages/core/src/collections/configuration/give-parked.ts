import type { ModuleId } from '../../ids.ts'
import type { ImportChoices } from '../import/import-choices.ts'
import type { CourseModule } from '../import/import-facts.ts'
import { saysNothingElse } from './blank-configuration.ts'
import type { Configuration, ModuleEntry, ParkedEntry } from './configuration.ts'
import { moveEntry } from './move-entry.ts'
import { parkedKey } from './parked-key.ts'

/**
 * Kept-for-later entries given to a module or discarded, as chosen. Only a module of this course without settings of
 * its own can be given one: nothing is overwritten, what cannot be given stays kept.
 */
export function giveParked(
  configuration: Configuration,
  modules: readonly CourseModule[],
  choices: ImportChoices['parked'],
): Configuration {
  if (configuration.parked.length === 0 || Object.keys(choices).length === 0) return configuration
  const entries = new Map(configuration.modules.map(entry => [entry.key, entry]))
  const current = new Map<ModuleId, CourseModule>(modules.map(module => [module.id, module]))
  const names = new Set(configuration.collections.map(({ name }) => name))
  const kept: ParkedEntry[] = []
  for (const parked of configuration.parked) {
    const key = parkedKey(parked)
    const moduleId = Object.hasOwn(choices, key) ? choices[key] : undefined
    if (moduleId === null) continue
    const module = moduleId === undefined ? undefined : current.get(moduleId)
    const entry = module === undefined ? undefined : entries.get(module.id)
    if (module === undefined || !mayTakeParked(entry)) kept.push(parked)
    else
      entries.set(module.id, {
        ...moveEntry(parked.entry, module),
        collection: collectionOf(parked.entry, entry, names),
      })
  }
  return { ...configuration, modules: [...entries.values()], parked: kept }
}

/** Being in a collection is no setting that giving would lose: an import may have put the module there meanwhile. */
export function mayTakeParked(entry: ModuleEntry | undefined): boolean {
  return entry === undefined || saysNothingElse(entry)
}

/** The collection it was in, where there still is one of that name; else the one the module is in now. */
function collectionOf(
  parked: ModuleEntry,
  now: ModuleEntry | undefined,
  names: ReadonlySet<string>,
): ModuleEntry['collection'] {
  return parked.collection !== null && names.has(parked.collection) ? parked.collection : (now?.collection ?? null)
}
