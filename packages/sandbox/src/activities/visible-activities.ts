import { byName } from '../collate.ts'
import type { Call } from '../http/call.ts'
import { presentText } from '../http/reading.ts'
import type { Activity, Course } from '../model.ts'
import { seesAll } from '../modules/rows.ts'
import { groupOf, groupsOf } from './assignment-groups.ts'
import { isGraded, positionOf } from './graded.ts'

/** The things of one kind in a course that the caller sees, the oldest first. */
export function visibleActivities(call: Call, course: Course, kind: Activity['kind']): readonly Activity[] {
  return visible(call, course).filter(row => row.kind === kind)
}

/** All that counts, group by group. */
export function visibleAssignments(call: Call, course: Course): readonly Activity[] {
  const places = new Map(groupsOf(call.world, course.id).map((group, place) => [group.id, place]))
  return visible(call, course)
    .filter(isGraded)
    .map(row => ({ row, place: places.get(groupOf(call.world, row).id) ?? 0, position: positionOf(row) }))
    .toSorted((one, other) => one.place - other.place || compare(one.position, other.position))
    .map(({ row }) => row)
}

/** Infinity equals itself. */
function compare(one: number, other: number): number {
  return one === other ? 0 : one - other
}

function visible(call: Call, course: Course): readonly Activity[] {
  const saysAll = seesAll(call, course)
  return [...call.world.rows.activities.values()].filter(
    ({ courseId, state }) => courseId === course.id && (state === 'active' || (state === 'unpublished' && saysAll)),
  )
}

/** By `order_by`; else as Canvas lists them: the newest discussion first, pinned ones before, all others as they come. */
export function inAskedOrder(call: Call, rows: readonly Activity[], areTopics: boolean): readonly Activity[] {
  const order = presentText(call.params, 'order_by')
  if (order === 'name' || order === 'title') return byName(rows, row => row.title)
  if (order === 'due_at') return rows.toSorted((one, other) => compareInstants(one.dueAt, other.dueAt))
  return areTopics ? rows.toReversed().toSorted((one, other) => pinnedFirst(one) - pinnedFirst(other)) : rows
}

function pinnedFirst({ settings }: Activity): number {
  return settings.pinned === true ? 0 : 1
}

/** Things without a date come last. */
function compareInstants(one: string | null, other: string | null): number {
  return Date.parse(one ?? '9999-12-31T00:00:00Z') - Date.parse(other ?? '9999-12-31T00:00:00Z')
}
