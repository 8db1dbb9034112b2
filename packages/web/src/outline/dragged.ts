import type { RowKind } from './use-outline.ts'

/** A row that is dragged, or that something is dropped on. */
export interface Dragged {
  readonly kind: RowKind
  readonly id: string
}

const kinds: readonly RowKind[] = ['module', 'object', 'page']

/** What a drag carries; `undefined`: nothing of the outline. */
export function toDragged(data: Readonly<Record<string | symbol, unknown>>): Dragged | undefined {
  const kind = kinds.find(each => each === data.kind)
  return kind === undefined || typeof data.id !== 'string' ? undefined : { kind, id: data.id }
}

/** Beside its like, or on what may hold it: then it comes first in there. */
export function mayDrop(source: Dragged | undefined, target: Dragged): boolean {
  if (source === undefined || source.id === target.id) return false
  if (source.kind === target.kind) return true
  return kinds.indexOf(source.kind) - kinds.indexOf(target.kind) === 1
}
