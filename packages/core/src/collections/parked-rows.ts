import { saysNothing } from './blank-configuration.ts'
import type { Configuration, ParkedEntry } from './configuration.ts'
import type { CourseModule } from './import-facts.ts'
import type { ParkedRow } from './import-plan.ts'
import { normalizeName } from './names.ts'

/** Names one kept-for-later entry among its kind: its key in the course it came from, and when it was kept. */
export function parkedKey({ entry, fromCourseId, parkedAt }: ParkedEntry): string {
  return `${fromCourseId ?? ''}/${entry.key}@${parkedAt}`
}

/** The kept-for-later entries, each with a module of its name that has no settings of its own (DESIGN *Proceeding*). */
export function parkedRows(configuration: Configuration, modules: readonly CourseModule[]): readonly ParkedRow[] {
  const settled = new Set(configuration.modules.filter(entry => !saysNothing(entry)).map(entry => entry.key))
  const free = modules.filter(({ id }) => !settled.has(id))
  return configuration.parked.map(parked => {
    const namesakes = free.filter(({ name }) => normalizeName(name) === normalizeName(parked.entry.name))
    const [only] = namesakes
    const offer = only === undefined || namesakes.length > 1 ? null : { moduleId: only.id, name: only.name }
    return { parkedKey: parkedKey(parked), parked, offer }
  })
}
