import type { ContextModule, ModuleItem, User } from '../model.ts'
import type { World } from '../world.ts'
import { isContentVisible } from './content.ts'
import { itemsOf } from './rows.ts'

/** How far a student is with a module, as `state` in the API. */
export type ModuleState = 'locked' | 'unlocked' | 'started' | 'completed'

/** True if the student has met the item's requirement. */
export function isDone(world: World, user: User, item: ModuleItem): boolean {
  return [...world.rows.completions.values()].some(row => row.userId === user.id && row.itemId === item.id)
}

/** Notes that a requirement is met; twice is once. */
export function markDone(world: World, user: User, item: ModuleItem): void {
  if (!item.completionRequirement || isDone(world, user, item)) return
  const id = world.nextId('completions')
  world.rows.completions.set(id, { id, userId: user.id, itemId: item.id, completedAt: world.nowIso() })
}

export function markNotDone(world: World, user: User, item: ModuleItem): void {
  for (const row of world.rows.completions.values()) {
    if (row.userId === user.id && row.itemId === item.id) world.rows.completions.delete(row.id)
  }
}

/** Why a module is shut for a student, if it is. */
export type ModuleLock = { readonly until: string } | { readonly after: readonly ContextModule[] }

/** A module opens at its date, and when every published prerequisite is completed. */
export function lockOf(world: World, user: User | null, module: ContextModule): ModuleLock | undefined {
  if (module.unlockAt !== null && Date.parse(module.unlockAt) > world.nowMs()) return { until: module.unlockAt }
  // Only earlier ones count, so a later reordering cannot make modules wait for each other.
  const ids = allowedPrerequisites(world, module, module.prerequisiteModuleIds)
  const prerequisites = ids.flatMap(id => world.rows.modules.get(id) ?? [])
  const open = prerequisites.filter(
    row => row.state === 'active' && (!user || stateOf(world, user, row) !== 'completed'),
  )
  return open.length > 0 ? { after: open } : undefined
}

/** A module that asks for nothing is completed as soon as it is open. */
export function stateOf(world: World, user: User, module: ContextModule): ModuleState {
  if (lockOf(world, user, module)) return 'locked'
  const required = requiredItems(world, module)
  const done = required.filter(item => isDone(world, user, item)).length
  const needed = module.requirementCount === null ? required.length : Math.min(module.requirementCount, required.length)
  if (done >= needed) return 'completed'
  return done > 0 ? 'started' : 'unlocked'
}

function requiredItems(world: World, module: ContextModule): ModuleItem[] {
  return itemsOf(world, module.id).filter(
    item => item.completionRequirement && item.state === 'active' && isContentVisible(world, item),
  )
}

/** When the last requirement was met; `null` unless the module is completed. */
export function completedAt(world: World, user: User, module: ContextModule): string | null {
  if (stateOf(world, user, module) !== 'completed') return null
  const ids = new Set(requiredItems(world, module).map(item => item.id))
  const dates = [...world.rows.completions.values()]
    .filter(row => row.userId === user.id && ids.has(row.itemId))
    .map(row => row.completedAt)
  return dates.sort((a, b) => a.localeCompare(b)).at(-1) ?? module.createdAt
}

/** True if a student has to do an earlier item of a sequential module first. */
export function waitsForEarlier(world: World, user: User | null, module: ContextModule, item: ModuleItem): boolean {
  if (!module.requireSequentialProgress || !user) return false
  const earlier = requiredItems(world, module).filter(row => row.position < item.position)
  return earlier.some(row => !isDone(world, user, row))
}

/** Prerequisites stand earlier in the course; others are dropped (§2.2). */
export function allowedPrerequisites(world: World, module: ContextModule, ids: readonly number[]): number[] {
  return ids.filter(id => {
    const other = world.rows.modules.get(id)
    return other && other.courseId === module.courseId && other.state !== 'deleted' && other.position < module.position
  })
}
