import type { Configuration } from '../configuration/configuration.ts'
import { mayTakeParked } from '../configuration/give-parked.ts'
import { parkedKey } from '../configuration/parked-key.ts'
import { bearers, hearNames } from '../matching/pair-by-name.ts'
import type { CourseModule } from './import-facts.ts'
import type { ParkedRow } from './plan-rows.ts'

/** The kept-for-later entries, each with a module of its name that has no settings of its own (design *Proceeding*). */
export function parkedRows(configuration: Configuration, modules: readonly CourseModule[]): readonly ParkedRow[] {
  if (configuration.parked.length === 0) return []
  const heardName = hearNames()
  const wanted = new Set(configuration.parked.map(({ entry }) => heardName(entry)))
  const entries = new Map(configuration.modules.map(entry => [entry.key, entry]))
  const mayTake = modules.filter(module => wanted.has(heardName(module)) && mayTakeParked(entries.get(module.id)))
  const takers = bearers(mayTake, heardName)
  return configuration.parked.map(parked => {
    const only = takers.get(heardName(parked.entry)) ?? null
    const offer = only === null ? null : { moduleId: only.id, name: only.name }
    return { parkedKey: parkedKey(parked), parked, offer }
  })
}
