import type { CourseModule } from '../import/import-facts.ts'
import type { ModuleEntry } from './configuration.ts'

/** An entry as that of another module, with its name. An `id` that it had beside its key said who it was: no longer. */
export function moveEntry(entry: ModuleEntry, { id, name }: Pick<CourseModule, 'id' | 'name'>): ModuleEntry {
  const { id: _was, ...rest } = entry.rest
  return { ...entry, key: id, id, name, rest }
}
