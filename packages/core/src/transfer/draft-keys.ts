import type { CartridgeItem } from '../cartridge/index.ts'

/** Key of a text: a page and a topic of one package may have the same identifier, and both stay. */
export function toTextKey(sort: 'page' | 'activity', identifier: string): string {
  return `${sort}:${identifier}`
}

/** Keys of the texts that an item may mean, the likelier one first. */
export function textKeysOf({ type, contentIdentifier }: CartridgeItem): readonly string[] {
  if (contentIdentifier === null) return []
  const sorts = type === 'Page' ? (['page', 'activity'] as const) : (['activity', 'page'] as const)
  return sorts.map(sort => toTextKey(sort, contentIdentifier))
}

/** Hands out each key once, whatever it is asked for: a second thing of the same name gets another one. */
export function createKeys(): (wanted: string) => string {
  const taken = new Set<string>()
  const counts = new Map<string, number>()
  return wanted => {
    let key = wanted
    while (taken.has(key)) {
      const count = (counts.get(wanted) ?? 1) + 1
      counts.set(wanted, count)
      key = `${wanted}#${count}`
    }
    taken.add(key)
    return key
  }
}
