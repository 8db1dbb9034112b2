import type { Configuration } from '../configuration/configuration.ts'
import { mayTakeParked } from '../configuration/give-parked.ts'
import { parkedKey } from '../configuration/parked-key.ts'
import { normalizeName } from '../matching/names.ts'
import { groupBy } from '../matching/pair-by-name.ts'
import type { CourseModule } from './import-facts.ts'
import type { ParkedRow } from './plan-rows.ts'

/** The kept-for-later entries, each with a module of its name that has no settings of its own (design *Proceeding*). */
export function parkedRows(configuration: Configuration, modules: readonly CourseModule[]): readonly ParkedRow[] {
  if (configuration.parked.length === 0) return []
  const free = freeModulesByName(configuration, modules)
  return configuration.parked.map(parked => {
    const [only, another] = free.get(normalizeName(parked.entry.name)) ?? []
    const offer = only === undefined || another !== undefined ? null : { moduleId: only.id, name: only.name }
    return { parkedKey: parkedKey(parked), parked, offer }
  })
}

function freeModulesByName(
  configuration: Configuration,
  modules: readonly CourseModule[],
): ReadonlyMap<string, readonly CourseModule[]> {
  const settled = new Set(configuration.modules.filter(entry => !mayTakeParked(entry)).map(entry => entry.key))
  return groupBy(
    modules.filter(({ id }) => !settled.has(id)),
    ({ name }) => normalizeName(name),
  )
}
