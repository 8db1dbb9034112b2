/** What stands in order under one parent. */
export interface Siblings {
  readonly parentId: string
  readonly ids: readonly string[]
}

/** Behind which sibling; `null`: first. */
export interface Place {
  readonly parentId: string
  readonly after: string | null
}

export type Direction = 'up' | 'down'

/** One step up or down; at the end of a list, into the next one. `undefined`: there is nowhere to go. */
export function planStep(lists: readonly Siblings[], id: string, direction: Direction): Place | undefined {
  const at = lists.findIndex(({ ids }) => ids.includes(id))
  const list = lists[at]
  if (list === undefined) return undefined
  const { parentId, ids } = list
  const index = ids.indexOf(id)
  if (direction === 'up' && index > 0) return { parentId, after: ids[index - 2] ?? null }
  if (direction === 'down' && index < ids.length - 1) return { parentId, after: ids[index + 1] ?? null }
  const next = lists[direction === 'up' ? at - 1 : at + 1]
  if (next === undefined) return undefined
  return { parentId: next.parentId, after: direction === 'up' ? (next.ids.at(-1) ?? null) : null }
}

export interface DropTarget {
  readonly id: string
  readonly edge: 'top' | 'bottom'
}

/** Beside what it was dropped on; `undefined`: that is where it stands. */
export function planDrop(
  lists: readonly Siblings[],
  id: string,
  { id: targetId, edge }: DropTarget,
): Place | undefined {
  const list = lists.find(({ ids }) => ids.includes(targetId))
  if (list === undefined || targetId === id) return undefined
  const others = list.ids.filter(each => each !== id)
  const index = others.indexOf(targetId)
  const place = { parentId: list.parentId, after: edge === 'bottom' ? targetId : (others[index - 1] ?? null) }
  return isAt(lists, id, place) ? undefined : place
}

/** Whether it stands there already. */
export function isAt(lists: readonly Siblings[], id: string, { parentId, after }: Place): boolean {
  const list = lists.find(each => each.parentId === parentId)
  const index = list?.ids.indexOf(id) ?? -1
  return list !== undefined && index >= 0 && (list.ids[index - 1] ?? null) === after
}

/** The order of the list with it in its place. */
export function toOrder(ids: readonly string[], id: string, after: string | null): readonly string[] {
  const others = ids.filter(each => each !== id)
  return others.toSpliced(after === null ? 0 : others.indexOf(after) + 1, 0, id)
}
