import type { CartridgeModule } from './cartridge-course.ts'

/**
 * Items that can be told apart by their identifiers, whatever the archive says: the first keeps its own unless that names something else
 * (of `others`), later ones get a number behind it.
 */
export function withOwnIdentifiers(
  modules: readonly CartridgeModule[],
  others: ReadonlySet<string>,
): readonly CartridgeModule[] {
  const taken = new Set(modules.flatMap(module => module.items.map(item => item.identifier)))
  const seen = new Set<string>()
  const counts = new Map<string, number>()
  const toOwn = (identifier: string, contentIdentifier: string | null): string => {
    const isFree = !seen.has(identifier) && (identifier === contentIdentifier || !others.has(identifier))
    seen.add(identifier)
    return isFree ? identifier : numbered(identifier)
  }
  const numbered = (identifier: string): string => {
    let count = counts.get(identifier) ?? 1
    do count += 1
    while (taken.has(`${identifier}-${count}`) || others.has(`${identifier}-${count}`))
    counts.set(identifier, count)
    taken.add(`${identifier}-${count}`)
    return `${identifier}-${count}`
  }
  return modules.map(module => ({
    ...module,
    items: module.items.map(item => ({ ...item, identifier: toOwn(item.identifier, item.contentIdentifier) })),
  }))
}
