import { getCourse } from '../../find-course.ts'
import { needCaller } from '../../http/call.ts'
import { notFound } from '../../http/errors.ts'
import { flag } from '../../http/reading.ts'
import { cookies, SESSION_COOKIE } from '../../http/sign-in.ts'
import type { Course, User } from '../../model.ts'
import { createUser, enroll } from '../../people.ts'
import { need } from '../../rights.ts'
import type { World } from '../../world.ts'
import { type Pages, redirect, type Visit } from '../visit.ts'

/** Student View: the session goes on as the course's test student, until one leaves. */
export function registerStudentView(pages: Pages): void {
  const path = '/courses/:course_id/student_view'
  pages.post(path, enter)
  pages.delete(path, leave)
}

function enter(visit: Visit): Response {
  const course = getCourse(visit)
  need(visit, course, 'read_as_admin')
  change(visit, testStudentOf(visit.world, course).id)
  return redirect(wayBack(visit, course))
}

/** By the course in the address: the test student may not even read it. */
function leave(visit: Visit): Response {
  needCaller(visit)
  change(visit, undefined)
  return redirect(wayBack(visit, undefined))
}

function change({ site, request }: Visit, testStudentId: number | undefined): void {
  const id = cookies(request).get(SESSION_COOKIE) ?? ''
  const session = site.sessions.get(id)
  if (!session) throw notFound()
  const { userId, csrfToken } = session
  site.sessions.set(id, { userId, csrfToken, ...(testStudentId === undefined ? {} : { testStudentId }) })
}

/** To where one was, if that was here, as the button asks with `redirect_to_referer`. */
function wayBack(visit: Visit, course: Course | undefined): string {
  const home = course ? `/courses/${course.id}` : `/courses/${visit.path('course_id')}`
  const referer = visit.request.headers.get('referer') ?? ''
  if (!flag(visit.params, 'redirect_to_referer') || !URL.canParse(referer)) return home
  const from = new URL(referer)
  return from.origin === visit.origin ? from.pathname + from.search : home
}

/** Each course has its own, made when it is first needed. Its password is nobody's. */
function testStudentOf(world: World, course: Course): User {
  const known = [...world.rows.enrollments.values()].flatMap(row =>
    row.courseId === course.id ? (world.rows.users.get(row.userId) ?? []) : [],
  )
  const existing = known.find(user => user.isTestStudent)
  if (existing) return existing
  const user = createUser(world, { name: 'Test Student', login: world.randomText(), password: world.randomText() })
  user.isTestStudent = true
  enroll(world, { courseId: course.id, userId: user.id, type: 'StudentEnrollment' })
  return user
}
