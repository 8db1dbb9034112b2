import { byName } from '../collate.ts'
import type { Call } from '../http/call.ts'
import { paginate } from '../http/paginate.ts'
import { flag, list, presentText } from '../http/reading.ts'
import type { Course, Enrollment, User } from '../model.ts'
import { toCourseJson, toShortType } from '../wire/course.ts'

/** `GET /courses` and `GET /users/:id/courses`: the courses a user is enrolled in, by name; an administrator's own list may be empty. */
export function listOwnCourses(call: Call, user: User, isShown: (course: Course) => boolean = () => true): Response {
  const { world, origin } = call
  const ids = new Set(
    [...world.rows.enrollments.values()]
      .filter(row => row.userId === user.id && isWanted(call, row))
      .map(row => row.courseId),
  )
  const courses = [...world.rows.courses.values()].filter(
    course => ids.has(course.id) && isListed(call, course, user) && isShown(course),
  )
  const view = { world, origin, caller: user, includes: list(call.params, 'include') }
  return paginate(
    call,
    byName(courses, course => course.name),
    course => toCourseJson(course, view),
  )
}

function isWanted(call: Call, enrollment: Enrollment): boolean {
  const type = presentText(call.params, 'enrollment_type')
  const role = presentText(call.params, 'enrollment_role')
  const state = presentText(call.params, 'enrollment_state')
  if (type !== undefined && toShortType(enrollment) !== type) return false
  if (role !== undefined && enrollment.type !== role) return false
  return state === undefined || enrollment.state === (state === 'invited_or_pending' ? 'invited' : state)
}

/** Students are shown courses under way; others everything but deleted ones, unless `state[]` says (Canvas: "List your courses"). */
function isListed(call: Call, course: Course, user: User): boolean {
  if (flag(call.params, 'exclude_blueprint_courses') && course.isBlueprint) return false
  const states = list(call.params, 'state')
  const isStaff = [...call.world.rows.enrollments.values()].some(
    row =>
      row.userId === user.id &&
      row.courseId === course.id &&
      row.type !== 'StudentEnrollment' &&
      row.type !== 'ObserverEnrollment',
  )
  if (!isStaff && course.workflowState === 'unpublished') return false
  if (states.length > 0) return states.includes(course.workflowState)
  return course.workflowState !== 'deleted' && (isStaff || course.workflowState !== 'completed')
}
