import { addGroup, toRules } from '../activities/assignment-groups.ts'
import type { AssignmentGroup } from '../model.ts'
import type { PackagedGroup } from './course-package.ts'
import type { ImportRun } from './import-run.ts'

/**
 * Known by migration id, else by name if it was made here (canvas-lms assignment_group_importer.rb): so the first group of a new
 * course becomes that of the copy. Comes before what stands in it.
 */
export function importGroup(run: ImportRun, packaged: PackagedGroup): void {
  const { world, destination } = run
  const rows = [...world.rows.assignmentGroups.values()].filter(row => row.courseId === destination.id)
  const row =
    rows.find(({ migrationId }) => migrationId === packaged.migrationId) ??
    rows.find(
      ({ migrationId, name, state }) => migrationId === null && name === packaged.name && state === 'available',
    ) ??
    addGroup(world, destination.id, { name: packaged.name })
  const { migrationId, name } = packaged
  Object.assign(row, { migrationId, name, state: 'available', updatedAt: world.nowIso() })
  if (packaged.position !== null && packaged.position > 0) row.position = packaged.position
  if (packaged.weight !== null) row.weight = packaged.weight
}

/** Rules name assignments, so they come last. */
export function importRules(run: ImportRun, { migrationId, dropLowest, dropHighest, neverDrop }: PackagedGroup): void {
  const row = groupByMigrationId(run, migrationId)
  if (row === undefined) return
  const kept = neverDrop.flatMap(id => run.assignmentIds.get(id) ?? [])
  row.rules = toRules(dropLowest, dropHighest, dropLowest || dropHighest ? kept : [])
}

export function groupByMigrationId({ world, destination }: ImportRun, id: string | null): AssignmentGroup | undefined {
  if (id === null) return undefined
  return [...world.rows.assignmentGroups.values()].find(
    row => row.courseId === destination.id && row.migrationId === id && row.state === 'available',
  )
}
