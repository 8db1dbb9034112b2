import { type Call, route, type SandboxApp } from '../http/call.ts'
import { paginate } from '../http/paginate.ts'
import { list, presentText } from '../http/reading.ts'
import type { Course } from '../model.ts'
import { accountName, toCourseJson } from '../wire/course.ts'
import type { World } from '../world.ts'
import { courseFilter } from './course-filter.ts'
import { accountTree, getAccount } from './find-account.ts'

/** Every course of an account and of those below it, filtered and sorted (canvas-api §2.10). Not counted: no `last` link. */
export function registerAccountCourses(app: SandboxApp, world: World): void {
  app.get('/api/v1/accounts/:account_id/courses', route(world, listCourses))
}

function listCourses(call: Call): Response {
  const { world, origin, caller } = call
  const accountIds = accountTree(world, getAccount(call).id)
  const isWanted = courseFilter(call)
  const courses = [...world.rows.courses.values()].filter(
    course => accountIds.has(course.accountId) && isWanted(course),
  )
  const view = { world, origin, caller, includes: list(call.params, 'include') }
  return paginate(call, sorted(call, courses), course => withoutEnrollments(toCourseJson(course, view)), {
    counted: false,
  })
}

/** The caller's own enrolments are no part of an account's list. */
function withoutEnrollments({ enrollments: _, ...course }: Record<string, unknown>): Record<string, unknown> {
  return course
}

type SortKey = (course: Course, world: World) => string

const SORT_KEYS = new Map(
  Object.entries<SortKey>({
    course_name: course => course.name,
    sis_course_id: course => course.sisCourseId ?? '',
    account_name: accountName,
    subaccount: accountName,
    term: (course, world) => world.rows.terms.get(course.termId)?.name ?? '',
    teacher: firstTeacher,
  }),
)

function firstTeacher(course: Course, world: World): string {
  const teaching = [...world.rows.enrollments.values()].filter(
    row => row.courseId === course.id && row.type === 'TeacherEnrollment',
  )
  return teaching.map(row => world.rows.users.get(row.userId)?.name ?? '').sort((a, b) => a.localeCompare(b))[0] ?? ''
}

function sorted(call: Call, courses: readonly Course[]): Course[] {
  const key = SORT_KEYS.get(presentText(call.params, 'sort') ?? '')
  const direction = presentText(call.params, 'order') === 'desc' ? -1 : 1
  const compare = (a: Course, b: Course) =>
    (key ? key(a, call.world).localeCompare(key(b, call.world)) : 0) || a.id - b.id
  return [...courses].sort((a, b) => direction * compare(a, b))
}
