import type { Json } from '../configuration/json.ts'
import type { PageNote } from './page-reading.ts'

/** Collects what reading changed and found strange, in the order of the page. */
export interface PageNotes {
  readonly upgrades: readonly PageNote[]
  readonly oddities: readonly PageNote[]
  /** An older form was brought to today's. */
  upgrade(path: string, text: string): void
  /** Something is not as it should be: what, and what was made of it. */
  oddity(path: string, text: string): void
}

export function createPageNotes(): PageNotes {
  const upgrades: PageNote[] = []
  const oddities: PageNote[] = []
  return {
    upgrades,
    oddities,
    upgrade: (path, text) => void upgrades.push({ path, text }),
    oddity: (path, text) => void oddities.push({ path, text }),
  }
}

/** `MODULES` and `81` give `MODULES.81`; the page itself has the empty path. */
export function pathOf(...parts: readonly string[]): string {
  return parts.filter(part => part !== '').join('.')
}

/** A value as a person can recognise it, short. */
export function quoted(value: Json | undefined): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? null)
  return text.length <= 60 ? `“${text}”` : `“${text.slice(0, 57)}…”`
}
