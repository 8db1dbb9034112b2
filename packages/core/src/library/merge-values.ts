import { mergeOrder } from './merge-list.ts'

/** A place where both changed the same thing; `null`: it is gone there. */
export interface MergeConflict {
  /** `title`, `order`, or the id of an element. */
  readonly at: string
  readonly base: unknown
  readonly ours: unknown
  readonly theirs: unknown
}

export type Merged<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly conflicts: readonly MergeConflict[] }

/** Whoever changed it wins; both the same is no conflict. */
export function mergeValue<T>(at: string, base: T, ours: T, theirs: T): Merged<T> {
  if (isSame(ours, theirs) || isSame(base, theirs)) return { ok: true, value: ours }
  if (isSame(base, ours)) return { ok: true, value: theirs }
  return { ok: false, conflicts: [{ at, base, ours, theirs }] }
}

interface Entry {
  readonly id: string
}

/** Lists of things with ids: each thing by itself, then their order. */
export function mergeEntries<T extends Entry>(
  base: readonly T[],
  ours: readonly T[],
  theirs: readonly T[],
): Merged<readonly T[]> {
  const ids = [...new Set([...base, ...ours, ...theirs].map(({ id }) => id))]
  const find = (list: readonly T[], id: string): T | null => list.find(each => each.id === id) ?? null
  const merged = ids.map(id => mergeValue(id, find(base, id), find(ours, id), find(theirs, id)))
  const order = mergeOrder(base.map(toId), ours.map(toId), theirs.map(toId))
  const conflicts = merged.flatMap(each => (each.ok ? [] : each.conflicts))
  if (order === undefined)
    conflicts.push({ at: 'order', base: base.map(toId), ours: ours.map(toId), theirs: theirs.map(toId) })
  if (order === undefined || conflicts.length > 0) return { ok: false, conflicts }
  const values = new Map(merged.flatMap(each => (each.ok && each.value !== null ? [[each.value.id, each.value]] : [])))
  return { ok: true, value: order.flatMap(id => values.get(id) ?? []) }
}

function toId({ id }: Entry): string {
  return id
}

/** Whatever order the fields were written in. */
export function isSame(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b)
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))
      : each,
  )
}
