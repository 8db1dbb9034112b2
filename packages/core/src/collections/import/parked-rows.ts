import type { Configuration, ParkedEntry } from '../configuration/configuration.ts'
import { mayTakeParked } from '../configuration/give-parked.ts'
import { normalizeName } from '../matching/names.ts'
import { groupBy } from '../matching/pair-by-name.ts'
import type { CourseModule } from './import-facts.ts'
import type { ParkedRow } from './plan-rows.ts'

/** Names one kept-for-later entry among its kind: its key in the course it came from, and when it was kept. */
export function parkedKey({ entry, fromCourseId, parkedAt }: ParkedEntry): string {
  return `${fromCourseId ?? ''}/${entry.key}@${parkedAt}`
}

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
