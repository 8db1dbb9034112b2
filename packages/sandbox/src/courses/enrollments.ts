import { byName } from '../collate.ts'
import { getCourse, toRowId } from '../find-course.ts'
import { type Call, forbidden, json, needCaller, route, type SandboxApp } from '../http/call.ts'
import { notFound, refused } from '../http/errors.ts'
import { paginate } from '../http/paginate.ts'
import { includes, list, presentText } from '../http/reading.ts'
import { isFound, searchTerm } from '../http/search-term.ts'
import type { Course, Enrollment, User } from '../model.ts'
import { enroll } from '../people.ts'
import { need } from '../rights.ts'
import { ROLES, type Role, roleOf } from '../roles.ts'
import { getUser, getVisibleUser } from '../users/asked-user.ts'
import { toShortType } from '../wire/course.ts'
import { toEnrollmentJson } from '../wire/enrollment.ts'
import { toProfileJson, toSortableName, toUserJson } from '../wire/user.ts'
import type { World } from '../world.ts'

const ENROLLMENTS = '/api/v1/courses/:course_id/enrollments'

/** Who takes part in a course, and as what. */
export function registerEnrollments(app: SandboxApp, world: World): void {
  app.get(ENROLLMENTS, route(world, listEnrollments))
  app.post(ENROLLMENTS, route(world, addEnrollment))
  app.post(`${ENROLLMENTS}/:id/accept`, route(world, acceptEnrollment))
  app.delete(`${ENROLLMENTS}/:id`, route(world, endEnrollment))
  app.get('/api/v1/users/:user_id/enrollments', route(world, listOfUser))
  app.get('/api/v1/courses/:course_id/users', route(world, listUsers))
  app.get('/api/v1/courses/:course_id/search_users', route(world, listUsers))
  app.get('/api/v1/courses/:course_id/users/:user_id', route(world, showUser))
}

function inCourse(call: Call, course: Course): Enrollment[] {
  return [...call.world.rows.enrollments.values()].filter(row => row.courseId === course.id)
}

function toJson(call: Call, course: Course, row: Enrollment): Record<string, unknown> {
  return toEnrollmentJson(row, course, call.world, call.origin)
}

function listEnrollments(call: Call): Response {
  const course = getCourse(call)
  need(call, course, 'read_roster')
  const user = presentText(call.params, 'user_id')
  const userId = user === 'self' ? call.caller?.id : toRowId(user ?? '')
  const isWanted = wantedEnrollments(call)
  const rows = inCourse(call, course).filter(row => isWanted(row) && (user === undefined || row.userId === userId))
  return paginate(call, rows, row => toJson(call, course, row))
}

/** One's own; those of others for an administrator. */
function listOfUser(call: Call): Response {
  const user = getVisibleUser(call)
  const isWanted = wantedEnrollments(call)
  const termId = toRowId(presentText(call.params, 'enrollment_term_id') ?? '')
  const rows = [...call.world.rows.enrollments.values()].flatMap(row => {
    const course = call.world.rows.courses.get(row.courseId)
    if (row.userId !== user.id || !course || course.workflowState === 'deleted' || !isWanted(row)) return []
    return termId === undefined || course.termId === termId ? [{ row, course }] : []
  })
  return paginate(call, rows, ({ row, course }) => toJson(call, course, row))
}

/** What `state[]` may say instead of a state (Canvas: "Enrollments" API). */
const STATES: ReadonlyMap<string, readonly Enrollment['state'][]> = new Map([
  ['current_and_invited', ['active', 'invited']],
  ['current_and_future', ['active', 'invited']],
  ['current_future_and_restricted', ['active', 'invited']],
  ['current_and_concluded', ['active', 'completed']],
])

/** By `type[]`, `role[]`, `role_id` and `state[]`; those that have not ended if nothing is said of it. */
function wantedEnrollments(call: Call): (row: Enrollment) => boolean {
  const [types, roles] = [list(call.params, 'type'), list(call.params, 'role')]
  const roleId = toRowId(presentText(call.params, 'role_id') ?? '')
  const asked = list(call.params, 'state')
  const states = asked.length === 0 ? CURRENT : asked.flatMap<string>(state => STATES.get(state) ?? [state])
  return row =>
    (types.length === 0 || types.includes(row.type)) &&
    (roles.length === 0 || roles.includes(roleOf(row).name)) &&
    (roleId === undefined || roleOf(row).id === roleId) &&
    states.includes(row.state)
}

const CURRENT = ['active', 'invited']

/** The people of a course by name; the student of Student View only if asked for. */
function listUsers(call: Call): Response {
  const course = getCourse(call)
  need(call, course, 'read_roster')
  const [types, asked] = [list(call.params, 'enrollment_type'), list(call.params, 'enrollment_state')]
  const states = asked.length === 0 ? CURRENT : asked
  const ids = list(call.params, 'user_ids').map(toRowId)
  const term = searchTerm(call.params)
  const wanted = inCourse(call, course).filter(
    row => (types.length === 0 || types.includes(toShortType(row))) && states.includes(row.state),
  )
  const users = [...new Set(wanted.map(row => row.userId))]
    .flatMap(id => call.world.rows.users.get(id) ?? [])
    .filter(user => (user.isTestStudent ? includes(call.params, 'test_student') : true))
    .filter(user => ids.length === 0 || ids.includes(user.id))
    .filter(user => String(user.id) === term || isFound(term, user.name, user.login))
  return paginate(
    call,
    byName(users, user => toSortableName(user.name)),
    user => toListedUser(call, course, user),
  )
}

function showUser(call: Call): Response {
  const course = getCourse(call)
  need(call, course, 'read_roster')
  const user = getUser(call)
  if (!inCourse(call, course).some(row => row.userId === user.id)) throw notFound()
  return json(call, toListedUser(call, course, user))
}

function toListedUser(call: Call, course: Course, user: User): Record<string, unknown> {
  const { avatar_url, primary_email: email } = toProfileJson(user, call.origin)
  const rows = inCourse(call, course).filter(row => row.userId === user.id)
  return {
    ...toUserJson(user),
    ...(includes(call.params, 'email') ? { email } : {}),
    ...(includes(call.params, 'avatar_url') ? { avatar_url } : {}),
    ...(includes(call.params, 'enrollments') ? { enrollments: rows.map(row => toJson(call, course, row)) } : {}),
  }
}

function addEnrollment(call: Call): Response {
  const course = getCourse(call)
  const role = roleAsked(call)
  need(
    call,
    course,
    role.type === 'StudentEnrollment' ? 'manage_course_student_enrollments' : 'manage_course_teacher_enrollments',
  )
  const state = presentText(call.params, 'enrollment', 'enrollment_state') === 'active' ? 'active' : 'invited'
  const { type, denied } = role
  const row = enroll(call.world, { courseId: course.id, userId: userAsked(call).id, type, denied, state })
  return json(call, toJson(call, course, row))
}

function userAsked(call: Call): User {
  const asked = presentText(call.params, 'enrollment', 'user_id')
  if (asked === undefined)
    throw refused("Can't create an enrollment without a user. Include enrollment[user_id] to create an enrollment", 403)
  return getUser(call, asked)
}

/** By `role_id`, by `role` (a custom role's label), or by `type`; a student when nothing is said, as in Canvas. */
function roleAsked(call: Call): Role {
  const id = toRowId(presentText(call.params, 'enrollment', 'role_id') ?? '')
  const name =
    presentText(call.params, 'enrollment', 'role') ??
    presentText(call.params, 'enrollment', 'type') ??
    'StudentEnrollment'
  const role = id === undefined ? ROLES.find(entry => entry.name === name) : ROLES.find(entry => entry.id === id)
  if (!role) throw refused('Invalid role', 403)
  return role
}

function getEnrollment(call: Call): Enrollment {
  const row = call.world.rows.enrollments.get(toRowId(call.path('id')) ?? -1)
  if (!row || String(row.courseId) !== String(toRowId(call.path('course_id')))) throw notFound()
  return row
}

function acceptEnrollment(call: Call): Response {
  const row = getEnrollment(call)
  if (row.userId !== needCaller(call).id) throw forbidden(call)
  if (row.state !== 'invited') throw refused('no current invitation', 400)
  row.state = 'active'
  return json(call, { success: true })
}

/** `task=conclude` (default) keeps it read only; `delete`, `deactivate` and `inactivate` take it away. */
function endEnrollment(call: Call): Response {
  const course = getCourse(call)
  const row = getEnrollment(call)
  need(call, course, 'manage_course_teacher_enrollments')
  const task = presentText(call.params, 'task') ?? 'conclude'
  if (task === 'conclude') row.state = 'completed'
  else call.world.rows.enrollments.delete(row.id)
  return json(call, toJson(call, course, row))
}
