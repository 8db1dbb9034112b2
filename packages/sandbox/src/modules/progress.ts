import type { ModuleItem, User } from '../model.ts'
import type { World } from '../world.ts'

/** What a student has met: item id → when. */
export function completionsOf(world: World, user: User | null): Map<number, string> {
  const done = new Map<number, string>()
  if (!user) return done
  for (const row of world.rows.completions.values()) {
    if (row.userId === user.id) done.set(row.itemId, row.completedAt)
  }
  return done
}

/** Notes that a requirement is met; twice is once. */
export function markDone(world: World, user: User, item: ModuleItem): void {
  if (!item.completionRequirement || completionsOf(world, user).has(item.id)) return
  const id = world.nextId('completions')
  world.rows.completions.set(id, { id, userId: user.id, itemId: item.id, completedAt: world.nowIso() })
}

export function markNotDone(world: World, user: User, item: ModuleItem): void {
  for (const row of world.rows.completions.values()) {
    if (row.userId === user.id && row.itemId === item.id) world.rows.completions.delete(row.id)
  }
}
