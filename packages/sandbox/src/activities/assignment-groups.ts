import type { Activity, AssignmentGroup, GroupRules } from '../model.ts'
import type { World } from '../world.ts'
import { isGraded, positionOf } from './graded.ts'

/** The groups of a course in their order. Canvas makes the first one when it is needed. */
export function groupsOf(world: World, courseId: number): readonly AssignmentGroup[] {
  const groups = availableIn(world, courseId)
  if (groups.length === 0) return [addGroup(world, courseId, { name: 'Assignments' })]
  return groups.toSorted((one, other) => one.position - other.position || one.id - other.id)
}

function availableIn(world: World, courseId: number): readonly AssignmentGroup[] {
  return [...world.rows.assignmentGroups.values()].filter(row => row.courseId === courseId && row.state === 'available')
}

/** The group in which an activity stands. */
export function groupOf(world: World, { courseId, assignmentGroupId }: Activity): AssignmentGroup {
  const group = findGroup(world, courseId, assignmentGroupId ?? undefined) ?? groupsOf(world, courseId)[0]
  if (group === undefined) throw new Error('A course has at least one group.')
  return group
}

export function findGroup(world: World, courseId: number, id: number | undefined): AssignmentGroup | undefined {
  const row = id === undefined ? undefined : world.rows.assignmentGroups.get(id)
  return row?.courseId === courseId && row.state === 'available' ? row : undefined
}

export function addGroup(
  world: World,
  courseId: number,
  given: Partial<Pick<AssignmentGroup, 'name' | 'migrationId'>>,
): AssignmentGroup {
  const now = world.nowIso()
  const last = Math.max(0, ...availableIn(world, courseId).map(row => row.position))
  const row: AssignmentGroup = {
    ...{ id: world.nextId('assignmentGroups'), courseId, migrationId: null, createdAt: now, updatedAt: now },
    ...{ name: 'Assignments', position: last + 1, weight: 0, rules: {}, state: 'available' },
    ...given,
  }
  world.rows.assignmentGroups.set(row.id, row)
  return row
}

/** What counts and stands in a group. */
export function membersOf(world: World, group: AssignmentGroup): readonly Activity[] {
  return [...world.rows.activities.values()].filter(
    row => row.courseId === group.courseId && row.state !== 'deleted' && isGraded(row) && groupOf(world, row) === group,
  )
}

/** What has no place yet comes last in its group (canvas-lms assignment.rb `acts_as_list`). */
export function placeLast(world: World, row: Activity): void {
  if (!isGraded(row) || Number.isFinite(positionOf(row))) return
  const taken = membersOf(world, groupOf(world, row)).map(positionOf).filter(Number.isFinite)
  const position = Math.max(0, ...taken) + 1
  if (row.assignment === null) row.settings = { ...row.settings, position }
  else row.assignment = { ...row.assignment, settings: { ...row.assignment.settings, position } }
}

/** Only what is said: Canvas shows no rule that is not there. */
export function toRules(
  lowest: number | null | undefined,
  highest: number | null | undefined,
  kept: readonly number[],
): GroupRules {
  return {
    ...(lowest ? { drop_lowest: lowest } : {}),
    ...(highest ? { drop_highest: highest } : {}),
    ...(kept.length > 0 ? { never_drop: [...kept] } : {}),
  }
}
