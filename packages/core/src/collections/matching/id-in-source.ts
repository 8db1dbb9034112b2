import type { ModuleEntry } from '../configuration/configuration.ts'
import type { SourceCourse } from '../import/import-facts.ts'
import { asItStands, byUniqueName, hearNames } from './pair-by-name.ts'

/** The id that the module of an entry has in the source; `undefined` where only a name is known and it tells none. */
export type FindIdInSource = (entry: Pick<ModuleEntry, 'key' | 'id'>) => string | undefined

/**
 * An entry's own id; for entries keyed by name (collections-1.3 §2.5) that of the only module of this name in the source,
 * as Canvas's record and the lists of modules speak of ids alone.
 */
export function idInSourceFinder(entries: readonly ModuleEntry[], source: SourceCourse | undefined): FindIdInSource {
  const keyedByName = entries.filter(({ id }) => id === null)
  const modules = source?.modules ?? []
  const idOfKey =
    keyedByName.length === 0
      ? new Map<string, string>()
      : new Map<string, string>([
          ...byUniqueName(keyedByName, modules, hearNames()),
          ...byUniqueName(keyedByName, modules, asItStands),
        ])
  return ({ key, id }) => id ?? idOfKey.get(key)
}
