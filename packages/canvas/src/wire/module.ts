import type { ModuleId } from '@recourse/core'
import { moduleId } from './ids.ts'
import { type Instant, instant } from './instant.ts'
import { type ModuleItem, moduleItem } from './module-item.ts'
import { array, boolean, int, map, named, object, or, orNull, type Shape, string } from './shape.ts'

export interface Module {
  readonly id: ModuleId
  readonly name: string
  /** From 1, within the course; 0 for a module of old times that has none. */
  readonly position: number
  readonly unlockAt: Instant | null
  readonly requireSequentialProgress: boolean
  readonly prerequisiteModuleIds: readonly ModuleId[]
  readonly itemsCount: number
  /** `null` for callers who may not edit: they see only what is published. */
  readonly isPublished: boolean | null
  /** The caller's own progress; `null` for callers who are no students. */
  readonly state: ModuleState | null
}

const moduleStates = ['locked', 'unlocked', 'started', 'completed'] as const

export type ModuleState = (typeof moduleStates)[number]

export interface ModuleWithItems extends Module {
  /** By position. */
  readonly items: readonly ModuleItem[]
}

const fields = {
  id: moduleId,
  name: string,
  position: or(int, 0),
  unlockAt: orNull(instant),
  requireSequentialProgress: or(boolean, false),
  prerequisiteModuleIds: or(array(moduleId), []),
  itemsCount: or(int, 0),
  isPublished: named('published', orNull(boolean)),
  // One that is newer than this client says nothing.
  state: map(orNull(string), text => moduleStates.find(state => state === text) ?? null),
}

export const module: Shape<Module> = object<Module>(fields)

/** A module with the items Canvas put in; `null` where it left them out because they are many. */
export type ModuleWithSomeItems = Module & { readonly items: readonly ModuleItem[] | null }

export const moduleWithSomeItems: Shape<ModuleWithSomeItems> = object<ModuleWithSomeItems>({
  ...fields,
  items: orNull(array(moduleItem)),
})

/** What can be set on a module. An empty list of prerequisites clears it. */
export interface ModuleInput {
  readonly name?: string
  readonly position?: number
  readonly unlockAt?: Instant | null
  readonly requireSequentialProgress?: boolean
  readonly prerequisiteModuleIds?: readonly ModuleId[]
  /** Update only: a module is always created unpublished. `true` publishes its items too, `false` only the module. */
  readonly isPublished?: boolean
}

export function moduleBody(input: ModuleInput): unknown {
  return {
    module: {
      name: input.name,
      position: input.position,
      unlock_at: input.unlockAt,
      require_sequential_progress: input.requireSequentialProgress,
      prerequisite_module_ids: input.prerequisiteModuleIds,
      published: input.isPublished,
    },
  }
}
