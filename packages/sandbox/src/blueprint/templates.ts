import type { AssetKind } from '../migrations/migration-id.ts'
import type { BlueprintLock, BlueprintSubscription, Course } from '../model.ts'
import type { World } from '../world.ts'

/** A thing of the blueprint course: `wiki_page_12`. */
export type AssetKey = `${AssetKind}_${number}`

export interface BlueprintTemplate {
  readonly id: number
  readonly courseId: number
  readonly locks: Map<string, BlueprintLock>
  /** Oldest first. */
  readonly syncs: BlueprintSync[]
  /** What each associated course was given last, by subscription. */
  readonly memories: Map<number, ChildMemory>
}

/** A child's rows as the last sync left them, by migration id: whatever differs now was changed there. */
export interface ChildMemory {
  readonly contents: Map<string, string>
  readonly states: Map<string, string>
}

export interface ChangeRecord {
  readonly asset_id: number
  readonly asset_type: string
  readonly asset_name: string
  readonly change_type: 'created' | 'updated' | 'deleted'
  readonly html_url: string
  readonly locked: boolean
  readonly migrationId: string
}

/** One push of the blueprint to its associated courses. */
export interface BlueprintSync {
  readonly id: number
  readonly userId: number
  readonly comment: string | null
  readonly createdAt: string
  readonly publishesAfterFirst: boolean
  /** `undefined`: to courses that are new only. */
  readonly copiesSettings: boolean | undefined
  exportsStartedAt: string | null
  importsQueuedAt: string | null
  hasFailed: boolean
  changes: ChangeRecord[]
  /** Subscription → its content migration. */
  readonly migrationIds: Map<number, number>
  /** Subscription → migration ids of things left alone because they were changed there. */
  readonly exceptions: Map<number, Set<string>>
}

/** Templates by course; a blueprint course has one from its first use on. */
export type Templates = Map<number, BlueprintTemplate>

export function findTemplate(world: World, templates: Templates, course: Course): BlueprintTemplate | undefined {
  if (!course.isBlueprint) return undefined
  const known = templates.get(course.id)
  if (known) return known
  const template = {
    id: world.nextId('template'),
    courseId: course.id,
    locks: new Map(),
    syncs: [],
    memories: new Map(),
  }
  templates.set(course.id, template)
  return template
}

export function subscriptionsOf(world: World, template: BlueprintTemplate): BlueprintSubscription[] {
  return [...world.rows.subscriptions.values()].filter(row => row.templateId === template.id)
}

export function memoryOf(template: BlueprintTemplate, subscriptionId: number): ChildMemory {
  const known = template.memories.get(subscriptionId)
  if (known) return known
  const memory = { contents: new Map<string, string>(), states: new Map<string, string>() }
  template.memories.set(subscriptionId, memory)
  return memory
}

export type SyncState = 'queued' | 'exporting' | 'imports_queued' | 'completed' | 'exports_failed' | 'imports_failed'

/** How far a sync has come, told by the migrations it started. */
export function stateOf(world: World, sync: BlueprintSync): SyncState {
  if (sync.hasFailed) return 'exports_failed'
  if (sync.importsQueuedAt === null) return sync.exportsStartedAt === null ? 'queued' : 'exporting'
  const states = [...sync.migrationIds.values()].map(id => world.rows.migrations.get(id)?.state)
  if (states.some(state => state !== 'imported' && state !== 'failed')) return 'imports_queued'
  return states.includes('failed') ? 'imports_failed' : 'completed'
}

export function isRunning(world: World, template: BlueprintTemplate): boolean {
  return template.syncs.some(sync => ['queued', 'exporting', 'imports_queued'].includes(stateOf(world, sync)))
}

/** When the last of its imports ended; `null` while one runs. */
export function completedAt(world: World, sync: BlueprintSync): string | null {
  if (stateOf(world, sync) !== 'completed') return null
  const ends = [...sync.migrationIds.values()].map(id => world.rows.migrations.get(id)?.finishedAt ?? '')
  return ends.toSorted((a, b) => a.localeCompare(b)).at(-1) ?? null
}
