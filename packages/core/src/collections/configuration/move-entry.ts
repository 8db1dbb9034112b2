import type { CourseModule } from '../import/import-facts.ts'
import type { ModuleEntry } from './configuration.ts'
import type { JsonObject } from './json.ts'

/** An entry as that of another module, with its name. An `id` that it had beside its key said who it was: no longer. */
export function moveEntry(entry: ModuleEntry, { id, name }: Pick<CourseModule, 'id' | 'name'>): ModuleEntry {
  return { ...entry, key: id, id, name, rest: withoutId(entry.rest) }
}

function withoutId(rest: JsonObject): JsonObject {
  if (!Object.hasOwn(rest, 'id')) return rest
  const { id: _was, ...others } = rest
  return others
}
