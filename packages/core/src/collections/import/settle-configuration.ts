import { blankEntry } from '../configuration/blank-entry.ts'
import type { Configuration, ModuleEntry } from '../configuration/configuration.ts'
import { giveParked } from '../configuration/give-parked.ts'
import { numberModules } from '../configuration/number-modules.ts'
import { orderModules } from '../configuration/order-modules.ts'
import type { ImportChoices } from './import-choices.ts'
import type { CourseModule } from './import-facts.ts'
import { neighbourCollections } from './plan-students.ts'

/**
 * A configuration made complete for this course: kept-for-later entries given away or discarded, an entry for every
 * module, modules put into collections as chosen, shown to students if chosen, numbered and in order.
 */
export function settleConfiguration(
  configuration: Configuration,
  modules: readonly CourseModule[],
  choices: ImportChoices,
): Configuration {
  const given = giveParked(configuration, modules, choices.parked)
  const complete = { ...given, modules: completeEntries(given.modules, modules) }
  const allocated = allocate(complete, modules, choices)
  return {
    ...allocated,
    visibility: choices.showToStudents ? 'all' : allocated.visibility,
    modules: orderModules(numberModules(allocated.modules, modules)),
  }
}

function completeEntries(entries: readonly ModuleEntry[], modules: readonly CourseModule[]): readonly ModuleEntry[] {
  const known = new Map(entries.map(entry => [entry.key, entry]))
  const missing = modules.filter(({ id }) => !known.has(id)).map(({ id, name }) => blankEntry(id, name))
  const names = new Map<string, string>(modules.map(({ id, name }) => [id, name]))
  const renamed = entries.map(entry => {
    const name = names.get(entry.key) ?? entry.name
    return name === entry.name ? entry : { ...entry, name }
  })
  return [...renamed, ...missing]
}

function allocate(
  configuration: Configuration,
  modules: readonly CourseModule[],
  choices: ImportChoices,
): Configuration {
  const known = new Set(configuration.collections.map(({ name }) => name))
  const neighbours = choices.allocate === 'neighbour' ? neighbourCollections(configuration, modules) : null
  const collectionOf = (entry: ModuleEntry) => {
    const chosen = Object.hasOwn(choices.collections, entry.key) ? choices.collections[entry.key] : undefined
    if (chosen !== undefined && known.has(chosen)) return chosen
    return entry.collection ?? (entry.id === null ? undefined : neighbours?.get(entry.id)) ?? null
  }
  const allocated = configuration.modules.map(entry => {
    const collection = collectionOf(entry)
    return collection === entry.collection ? entry : { ...entry, collection }
  })
  return { ...configuration, modules: allocated }
}
