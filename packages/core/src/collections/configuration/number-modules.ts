import type { CourseModule } from '../import/import-facts.ts'
import type { ModuleEntry } from './configuration.ts'

/**
 * Entries with `number` and `moduleOrder` as they follow from the modules' order: numbered ones count per collection
 * and label in Canvas's order (collections-1.3 §1.3 *Auto numbering*), and every module has its place in the course, which is
 * unique in every collection (collections-1.3 §3.2 B20: equal places hide cards).
 */
export function numberModules(
  entries: readonly ModuleEntry[],
  modules: readonly Pick<CourseModule, 'id'>[],
): readonly ModuleEntry[] {
  const places = new Map<string, number>(modules.map((module, place) => [module.id, place + 1]))
  const byKey = new Map(entries.map(entry => [entry.key, entry]))
  const numbers = countNumbers(modules.map(({ id }) => byKey.get(id)).filter(entry => entry !== undefined))
  return entries.map(entry => {
    const number = numbers.get(entry.key) ?? entry.number
    const moduleOrder = places.get(entry.key) ?? entry.moduleOrder
    return number === entry.number && moduleOrder === entry.moduleOrder ? entry : { ...entry, number, moduleOrder }
  })
}

function countNumbers(inOrder: readonly ModuleEntry[]): ReadonlyMap<string, string> {
  const counters = new Map<string | null, Map<string, number>>()
  const numbers = new Map<string, string>()
  for (const { key, autonum, label, collection } of inOrder) {
    if (!autonum || label === '') continue
    const ofCollection = counters.get(collection) ?? new Map<string, number>()
    const number = (ofCollection.get(label) ?? 0) + 1
    counters.set(collection, ofCollection.set(label, number))
    numbers.set(key, String(number))
  }
  return numbers
}
