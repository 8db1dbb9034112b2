import { blankEntry } from '../configuration/blank-entry.ts'
import type { Configuration, ModuleEntry } from '../configuration/configuration.ts'
import { numberModules } from '../configuration/number-modules.ts'
import type { LiveModule, Viewer } from './collections-view.ts'

/** A module that somebody sees, with what the configuration says of it. */
export interface SeenModule {
  readonly module: LiveModule
  readonly entry: ModuleEntry
  /** `null` for none, and for one that there is not. */
  readonly collection: string | null
  /** Its place in Canvas's list. */
  readonly place: number
  /** Canvas lists it for this person. */
  readonly isListed: boolean
}

interface SeeingQuestion {
  readonly configuration: Configuration
  readonly modules: readonly LiveModule[]
  readonly viewer: Viewer
}

/**
 * Each module that a person sees, once, in the order cards are drawn: by saved place, then as Canvas has them, those
 * without a place last, so that nothing hides anything (collections-1.3 §3.2 B20).
 */
export function seeModules(question: SeeingQuestion): readonly SeenModule[] {
  const { configuration, viewer } = question
  const names = new Set(configuration.collections.map(({ name }) => name))
  const listed = [...new Map(question.modules.map(module => [module.id, module])).values()]
  const entries = new Map(numberEntries(configuration.modules, listed, viewer).map(entry => [entry.key, entry]))
  const listedIds = new Set<string>(listed.map(({ id }) => id))
  const unlisted = viewer === 'student' ? announced(configuration, listedIds) : []
  return [...listed, ...unlisted]
    .map((module, place): SeenModule => {
      const entry = entries.get(module.id) ?? blankEntry(module.id, module.name)
      const collection = entry.collection !== null && names.has(entry.collection) ? entry.collection : null
      return { module, entry, collection, place, isListed: place < listed.length }
    })
    .filter(({ module, entry }) => viewer === 'staff' || module.published || entry.fyi)
    .toSorted((left, right) => orderOf(left) - orderOf(right) || left.place - right.place)
}

/** Two that have none differ by nothing, not even by a number. */
function orderOf({ entry }: SeenModule): number {
  return entry.moduleOrder ?? Number.POSITIVE_INFINITY
}

/** Canvas keeps unpublished modules from students (canvas-api §2.2); cards that announce one (*FYI*) show it all the same. */
function announced({ modules }: Configuration, listed: ReadonlySet<string>): readonly LiveModule[] {
  return modules.flatMap(({ id, name, fyi }) =>
    id === null || !fyi || listed.has(id)
      ? []
      : [{ id, name, published: false, unlockAt: null, prerequisiteIds: [], state: null, requirements: null }],
  )
}

/**
 * Entries in their saved places, numbered by Canvas's order now. A student is not shown all modules: where one that
 * counts is missing, the saved numbers stand, so that "Week 3" is the same week for everybody.
 */
function numberEntries(
  entries: readonly ModuleEntry[],
  modules: readonly LiveModule[],
  viewer: Viewer,
): readonly ModuleEntry[] {
  const counted = new Map(numberModules(entries, modules).map(({ key, number }) => [key, number]))
  const listed = new Set<string>(modules.map(({ id }) => id))
  const missing = viewer === 'student' ? entries.filter(({ key, autonum }) => autonum && !listed.has(key)) : []
  const gaps = new Set(missing.map(counterOf))
  return entries.map(entry => {
    const isSaved = entry.number !== '' && gaps.has(counterOf(entry))
    return isSaved ? entry : { ...entry, number: counted.get(entry.key) ?? entry.number }
  })
}

function counterOf({ collection, label }: ModuleEntry): string {
  return JSON.stringify([collection, label])
}
