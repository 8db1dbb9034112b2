import type { ModuleId } from '@recourse/core'
import * as z from 'zod/mini'
import { moduleId } from './ids.ts'
import { type ModuleItem, moduleItem } from './module-item.ts'
import { type Instant, instant, or, orNull } from './optional.ts'

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

const wireModule = z.object({
  id: moduleId,
  name: z.string(),
  position: or(z.int(), 0),
  unlock_at: orNull(instant),
  require_sequential_progress: or(z.boolean(), false),
  prerequisite_module_ids: or(z.array(moduleId), []),
  items_count: or(z.int(), 0),
  published: orNull(z.boolean()),
  state: orNull(z.string()),
  items: orNull(z.array(moduleItem)),
})

function toModule(wire: z.infer<typeof wireModule>): Module {
  return {
    id: wire.id,
    name: wire.name,
    position: wire.position,
    unlockAt: wire.unlock_at,
    requireSequentialProgress: wire.require_sequential_progress,
    prerequisiteModuleIds: wire.prerequisite_module_ids,
    itemsCount: wire.items_count,
    isPublished: wire.published,
    // One that is newer than this client says nothing.
    state: moduleStates.find(state => state === wire.state) ?? null,
  }
}

export const module: z.ZodMiniType<Module> = z.pipe(wireModule, z.transform(toModule))

/** A module with the items Canvas put in; `null` where it left them out because they are many. */
export type ModuleWithSomeItems = Module & { readonly items: readonly ModuleItem[] | null }

export const moduleWithSomeItems: z.ZodMiniType<ModuleWithSomeItems> = z.pipe(
  wireModule,
  z.transform(wire => ({ ...toModule(wire), items: wire.items })),
)

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
