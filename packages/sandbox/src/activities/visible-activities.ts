import { byName } from '../collate.ts'
import type { Call } from '../http/call.ts'
import { presentText } from '../http/reading.ts'
import type { Activity, Course } from '../model.ts'
import { seesAll } from '../modules/rows.ts'

/** The things of one kind in a course that the caller sees, the oldest first. */
export function visibleActivities(call: Call, course: Course, kind: Activity['kind']): readonly Activity[] {
  return [...call.world.rows.activities.values()].filter(
    row =>
      row.courseId === course.id &&
      row.kind === kind &&
      (row.state === 'active' || (row.state === 'unpublished' && seesAll(call, course))),
  )
}

/** By `order_by`; else as Canvas lists them: the newest discussion first, pinned ones before, all others as they were made. */
export function inAskedOrder(call: Call, rows: readonly Activity[]): readonly Activity[] {
  const order = presentText(call.params, 'order_by')
  if (order === 'name' || order === 'title') return byName(rows, row => row.title)
  if (order === 'due_at') return rows.toSorted((one, other) => compareInstants(one.dueAt, other.dueAt))
  const isTopics = rows.some(({ kind }) => kind === 'discussion_topic' || kind === 'announcement')
  return isTopics ? rows.toReversed().toSorted((one, other) => pinnedFirst(one) - pinnedFirst(other)) : rows
}

function pinnedFirst({ settings }: Activity): number {
  return settings.pinned === true ? 0 : 1
}

/** Things without a date come last. */
function compareInstants(one: string | null, other: string | null): number {
  return Date.parse(one ?? '9999-12-31T00:00:00Z') - Date.parse(other ?? '9999-12-31T00:00:00Z')
}
