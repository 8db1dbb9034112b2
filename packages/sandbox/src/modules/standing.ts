import type { ContextModule, ModuleItem, User } from '../model.ts'
import type { World } from '../world.ts'
import { isContentVisible } from './content.ts'
import { completionsOf } from './progress.ts'
import { groupItems } from './rows.ts'

/** How far a student is with a module, as `state` in the API. */
export type ModuleState = 'locked' | 'unlocked' | 'started' | 'completed'

/** Why a module is shut for a student, if it is. */
export type ModuleLock = { readonly until: string } | { readonly after: readonly ContextModule[] }

/** Where a student stands at one moment; a visitor (`null`) has done nothing. */
export interface Standing {
  readonly isDone: (item: ModuleItem) => boolean
  readonly stateOf: (module: ContextModule) => ModuleState
  /** When the last requirement was met; `null` unless the module is completed. */
  readonly completedAt: (module: ContextModule) => string | null
  /** A module opens at its date, and when every published prerequisite is completed. */
  readonly lockOf: (module: ContextModule) => ModuleLock | undefined
  /** True if an earlier item of a sequential module has to be done first. */
  readonly waitsForEarlier: (module: ContextModule, item: ModuleItem) => boolean
}

/** Looks once at everything the student has done; each module is judged once, however many wait for it. */
export function standingOf(world: World, user: User | null): Standing {
  const done = completionsOf(world, user)
  const items = groupItems(world)
  const states = new Map<number, ModuleState>()
  const requiredOf = (module: ContextModule) =>
    (items.get(module.id) ?? []).filter(
      item => item.completionRequirement && item.state === 'active' && isContentVisible(world, item),
    )
  const lockOf = (module: ContextModule): ModuleLock | undefined => {
    if (module.unlockAt !== null && Date.parse(module.unlockAt) > world.nowMs()) return { until: module.unlockAt }
    // Only earlier ones count, so a later reordering cannot make modules wait for each other.
    const earlier = allowedPrerequisites(world, module, module.prerequisiteModuleIds)
    const open = earlier.filter(row => row.state === 'active' && (!user || stateOf(row) !== 'completed'))
    return open.length > 0 ? { after: open } : undefined
  }
  const judge = (module: ContextModule): ModuleState => {
    if (lockOf(module)) return 'locked'
    const required = requiredOf(module)
    const count = required.filter(item => done.has(item.id)).length
    // A module that asks for nothing is completed as soon as it is open.
    if (count >= Math.min(module.requirementCount ?? required.length, required.length)) return 'completed'
    return count > 0 ? 'started' : 'unlocked'
  }
  const stateOf = (module: ContextModule): ModuleState => {
    const state = states.get(module.id) ?? judge(module)
    states.set(module.id, state)
    return state
  }
  return {
    isDone: item => done.has(item.id),
    stateOf,
    completedAt: module => {
      if (stateOf(module) !== 'completed') return null
      const dates = requiredOf(module).flatMap(item => done.get(item.id) ?? [])
      return dates.sort((a, b) => a.localeCompare(b)).at(-1) ?? module.createdAt
    },
    lockOf,
    waitsForEarlier: (module, item) =>
      module.requireSequentialProgress &&
      requiredOf(module).some(row => row.position < item.position && !done.has(row.id)),
  }
}

/** The modules among `ids` that this one may wait for: they stand earlier in the course; others are dropped (canvas-api §2.2). */
export function allowedPrerequisites(world: World, module: ContextModule, ids: readonly number[]): ContextModule[] {
  return ids.flatMap(id => {
    const other = world.rows.modules.get(id)
    const isAllowed =
      other?.courseId === module.courseId && other.state !== 'deleted' && other.position < module.position
    return isAllowed ? [other] : []
  })
}
