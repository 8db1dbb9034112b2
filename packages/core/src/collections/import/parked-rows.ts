import type { Configuration } from '../configuration/configuration.ts'
import { mayTakeParked } from '../configuration/give-parked.ts'
import { parkedKey } from '../configuration/parked-key.ts'
import { normalizeName } from '../matching/names.ts'
import { bearers } from '../matching/pair-by-name.ts'
import type { CourseModule } from './import-facts.ts'
import type { ParkedRow } from './plan-rows.ts'

/** The kept-for-later entries, each with a module of its name that has no settings of its own (design *Proceeding*). */
export function parkedRows(configuration: Configuration, modules: readonly CourseModule[]): readonly ParkedRow[] {
  if (configuration.parked.length === 0) return []
  const free = freeModulesByName(configuration, modules)
  return configuration.parked.map(parked => {
    const only = free.get(normalizeName(parked.entry.name)) ?? null
    const offer = only === null ? null : { moduleId: only.id, name: only.name }
    return { parkedKey: parkedKey(parked), parked, offer }
  })
}

function freeModulesByName(
  configuration: Configuration,
  modules: readonly CourseModule[],
): ReadonlyMap<string, CourseModule | null> {
  const settled = new Set(configuration.modules.filter(entry => !mayTakeParked(entry)).map(entry => entry.key))
  return bearers(
    modules.filter(({ id }) => !settled.has(id)),
    ({ name }) => normalizeName(name),
  )
}
