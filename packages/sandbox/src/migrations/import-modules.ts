import type { ContextModule } from '../model.ts'
import { itemsOf, modulesOf } from '../modules/rows.ts'
import type { World } from '../world.ts'
import type { PackagedItem, PackagedModule } from './course-package.ts'
import { importItem } from './import-items.ts'
import type { ImportRun } from './import-run.ts'

/** One module with its items (`ContextModuleImporter.import_from_migration`, canvas-api §3.4). */
export function importModule(run: ImportRun, packaged: PackagedModule): void {
  const existing = run.copied.modules.get(packaged.migrationId)
  if (existing && run.sync && existing.state === 'deleted' && run.sync.keepsLocalChange(packaged.migrationId, existing))
    return
  const row = existing ?? createModule(run, packaged)
  const isBack = existing === undefined || existing.state === 'deleted'
  row.position = packaged.position + (isBack ? run.lastModulePosition : 0)
  row.state = stateAfter(run, packaged, existing)
  describeModule(run, row, packaged)
  importItems(run, row, packaged)
  run.imported.modules.push(row)
}

function createModule(run: ImportRun, { name, migrationId, position }: PackagedModule): ContextModule {
  const { world, destination } = run
  const now = world.nowIso()
  const row: ContextModule = {
    id: world.nextId('modules'),
    courseId: destination.id,
    migrationId,
    name,
    position,
    state: 'unpublished',
    unlockAt: null,
    requireSequentialProgress: false,
    publishFinalGrade: false,
    prerequisiteModuleIds: [],
    requirementCount: null,
    createdAt: now,
    updatedAt: now,
  }
  world.rows.modules.set(row.id, row)
  run.copied.modules.set(migrationId, row)
  return row
}

/** A published source publishes the copy again; an unpublished one only speaks for new and revived rows. */
function stateAfter(
  run: ImportRun,
  packaged: PackagedModule,
  existing: ContextModule | undefined,
): ContextModule['state'] {
  if (packaged.isPublished) return 'active'
  if (!existing || existing.state === 'deleted' || run.sync) return 'unpublished'
  return existing.state
}

function describeModule(run: ImportRun, row: ContextModule, packaged: PackagedModule): void {
  row.name = packaged.name
  if (packaged.unlockAt !== null || run.sync) row.unlockAt = packaged.unlockAt
  row.requireSequentialProgress = packaged.requireSequentialProgress
  row.publishFinalGrade = packaged.publishFinalGrade
  row.requirementCount = packaged.requirementCount
  const prerequisites = packaged.prerequisiteMigrationIds.flatMap(id => run.copied.modules.get(id)?.id ?? [])
  if (prerequisites.length > 0 || run.sync) row.prerequisiteModuleIds = prerequisites
  row.updatedAt = run.world.nowIso()
}

/** Items that an earlier copy brought and the source no longer has are removed; those added here stay. */
function importItems(run: ImportRun, row: ContextModule, packaged: PackagedModule): void {
  const before = itemsOf(run.world, row.id)
  const end = { position: Math.max(before.length, ...before.map(item => item.position)) }
  const kept = new Set(packaged.items.flatMap(item => importItem(run, row, item, end)?.migrationId ?? []))
  for (const item of before) {
    if (item.migrationId !== null && !kept.has(item.migrationId)) item.state = 'deleted'
  }
  requireCompletion(run, row, packaged.items)
}

/** Requirements are taken over as a whole, if the source has any. */
function requireCompletion(run: ImportRun, row: ContextModule, items: readonly PackagedItem[]): void {
  if (!run.sync && !items.some(item => item.completionRequirement !== null)) return
  const byKey = new Map(items.map(item => [item.migrationId, item.completionRequirement]))
  for (const item of itemsOf(run.world, row.id)) {
    const requirement = item.migrationId === null ? undefined : byKey.get(item.migrationId)
    item.completionRequirement = requirement ? { ...requirement } : null
  }
}

/** Positions without gaps and doubles, in the order of position and then id (`fix_position_conflicts`). */
export function repairPositions(world: World, courseId: number): void {
  for (const [index, row] of modulesOf(world, courseId).entries()) row.position = index + 1
}
