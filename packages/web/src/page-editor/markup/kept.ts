import type { Element } from 'hast'

/** Attributes of an element that the editor has no field for: they stay as they are. */
export type Kept = Readonly<Record<string, string>>

/** `null`: none. */
export function keptOf({ properties }: Element, besides: readonly string[] = []): Kept | null {
  const kept = Object.entries(properties).filter(([name]) => !besides.includes(name))
  return kept.length === 0 ? null : Object.fromEntries(kept.map(([name, value]) => [name, String(value)]))
}
