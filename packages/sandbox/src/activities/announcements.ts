import { findCourse } from '../find-course.ts'
import { type Call, needCaller, route, type SandboxApp } from '../http/call.ts'
import { refused } from '../http/errors.ts'
import { paginate } from '../http/paginate.ts'
import { flag, instant, list } from '../http/reading.ts'
import type { Activity, Course } from '../model.ts'
import { need } from '../rights.ts'
import { toActivityJson } from '../wire/activity.ts'
import type { World } from '../world.ts'
import { visibleActivities } from './visible-activities.ts'

const dayMs = 86_400_000

/** Announcements of several courses at once (Canvas: "Announcements" API). */
export function registerAnnouncements(app: SandboxApp, world: World): void {
  app.get('/api/v1/announcements', route(world, listAnnouncements))
}

/** The newest first; without other dates those of the last 14 days and the 28 days after their beginning. */
function listAnnouncements(call: Call): Response {
  needCaller(call)
  const codes = list(call.params, 'context_codes')
  if (codes.length === 0) throw refused('Missing context_codes')
  const from = Date.parse(instant(call.params, 'start_date') ?? '') || Date.parse(call.world.nowIso()) - 14 * dayMs
  const until = Date.parse(instant(call.params, 'end_date') ?? '') || from + 28 * dayMs
  const isInTime = (row: Activity) => {
    const posted = Date.parse(row.unlockAt ?? row.createdAt)
    return posted >= from && posted <= until
  }
  const isShown = (row: Activity) => isInTime(row) && (row.state === 'active' || !flag(call.params, 'active_only'))
  const rows = codes
    .map(code => courseOf(call, code))
    .flatMap(course => shownOf(call, course, isShown).map(row => ({ course, row })))
    .toSorted((one, other) => Date.parse(other.row.createdAt) - Date.parse(one.row.createdAt))
  return paginate(call, rows, ({ course, row }) => ({
    ...toActivityJson(call, course, row),
    context_code: `course_${course.id}`,
  }))
}

/** `latest_only`: one of each course. */
function shownOf(call: Call, course: Course, isShown: (row: Activity) => boolean): readonly Activity[] {
  const rows = visibleActivities(call, course, 'announcement').filter(isShown).toReversed()
  return flag(call.params, 'latest_only') ? rows.slice(0, 1) : rows
}

function courseOf(call: Call, code: string): Course {
  const id = /^course_(.+)$/.exec(code)?.[1]
  const course = id === undefined ? undefined : findCourse(call.world, id)
  if (course === undefined) throw refused('Invalid context_codes; only `course` codes are supported')
  need(call, course, 'read')
  return course
}
