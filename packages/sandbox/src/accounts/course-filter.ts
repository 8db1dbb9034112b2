import { toRowId } from '../find-course.ts'
import type { Call } from '../http/call.ts'
import { notFound } from '../http/errors.ts'
import { flag, instant, list, presentText } from '../http/reading.ts'
import { isFound, searchTerm } from '../http/search-term.ts'
import type { Course, Enrollment } from '../model.ts'
import { toShortType } from '../wire/course.ts'
import { accountTree } from './find-account.ts'
import { findTerm } from './terms.ts'

type Filter = (course: Course) => boolean

/** All filters of the account course list at once; each lets everything pass when it was not asked for. */
export function courseFilter(call: Call): Filter {
  const filters = [
    byState,
    byTerm,
    bySearch,
    byEnrollments,
    byTeachers,
    bySubaccounts,
    byBlueprint,
    byFlags,
    byStart,
    byEnd,
  ].map(make => make(call))
  return course => filters.every(filter => filter(course))
}

const STATES = new Map(
  Object.entries<Course['workflowState']>({
    created: 'unpublished',
    claimed: 'unpublished',
    unpublished: 'unpublished',
    available: 'available',
    completed: 'completed',
    deleted: 'deleted',
  }),
)

function byState(call: Call): Filter {
  const asked = list(call.params, 'state')
  if (asked.includes('all')) return () => true
  if (asked.length === 0) return course => course.workflowState !== 'deleted'
  const states = new Set(asked.map(name => STATES.get(name)))
  return course => states.has(course.workflowState)
}

function byTerm(call: Call): Filter {
  const asked = presentText(call.params, 'enrollment_term_id')
  if (asked === undefined) return () => true
  const term = findTerm(call.world, asked)
  if (!term) throw notFound()
  return course => course.termId === term.id
}

/** Name, code, SIS id by part; the id in full; or names of teachers with `search_by=teacher`. */
function bySearch(call: Call): Filter {
  const term = searchTerm(call.params, 3)
  if (term === undefined) return () => true
  if (presentText(call.params, 'search_by') === 'teacher') {
    return course =>
      enrollmentsOf(call, course).some(row => row.type === 'TeacherEnrollment' && isFound(term, nameOf(call, row)))
  }
  return course => String(course.id) === term || isFound(term, course.name, course.courseCode, course.sisCourseId ?? '')
}

function enrollmentsOf(call: Call, course: Course): Enrollment[] {
  return [...call.world.rows.enrollments.values()].filter(row => row.courseId === course.id)
}

function nameOf(call: Call, enrollment: Enrollment): string {
  return call.world.rows.users.get(enrollment.userId)?.name ?? ''
}

function byEnrollments(call: Call): Filter {
  const wanted = flag(call.params, 'with_enrollments')
  const types = list(call.params, 'enrollment_type')
  return course => {
    const rows = enrollmentsOf(call, course).filter(row => row.state !== 'completed')
    if (wanted !== undefined && rows.length > 0 !== wanted) return false
    return types.length === 0 || rows.some(row => types.includes(toShortType(row)))
  }
}

function byTeachers(call: Call): Filter {
  const ids = new Set(list(call.params, 'by_teachers').map(toRowId))
  return course =>
    ids.size === 0 || enrollmentsOf(call, course).some(row => row.type === 'TeacherEnrollment' && ids.has(row.userId))
}

function bySubaccounts(call: Call): Filter {
  const asked = list(call.params, 'by_subaccounts')
  if (asked.length === 0) return () => true
  const ids = new Set(asked.flatMap(id => [...accountTree(call.world, toRowId(id) ?? -1)]))
  return course => ids.has(course.accountId)
}

function byBlueprint(call: Call): Filter {
  const isBlueprint = flag(call.params, 'blueprint')
  const isAssociated = flag(call.params, 'blueprint_associated')
  const children = new Set([...call.world.rows.subscriptions.values()].map(row => row.childCourseId))
  return course =>
    (isBlueprint === undefined || course.isBlueprint === isBlueprint) &&
    (isAssociated === undefined || children.has(course.id) === isAssociated)
}

function byFlags(call: Call): Filter {
  const published = flag(call.params, 'published')
  const completed = flag(call.params, 'completed')
  const isPublic = flag(call.params, 'public')
  const homeroom = flag(call.params, 'homeroom')
  return course =>
    (published === undefined || (course.workflowState !== 'unpublished') === published) &&
    (completed === undefined || (course.workflowState === 'completed') === completed) &&
    (isPublic === undefined || course.isPublic === isPublic) &&
    (homeroom === undefined || (course.settings.homeroom_course === true) === homeroom)
}

/** Course or term starts before (inclusive), or neither has a start. */
function byStart(call: Call): Filter {
  const limit = instant(call.params, 'starts_before')
  if (!limit) return () => true
  return course =>
    isWithin(course.startAt, termDate(call, course, 'startAt'), date => Date.parse(date) <= Date.parse(limit))
}

function byEnd(call: Call): Filter {
  const limit = instant(call.params, 'ends_after')
  if (!limit) return () => true
  return course =>
    isWithin(course.endAt, termDate(call, course, 'endAt'), date => Date.parse(date) >= Date.parse(limit))
}

function termDate(call: Call, course: Course, name: 'startAt' | 'endAt'): string | null {
  return call.world.rows.terms.get(course.termId)?.[name] ?? null
}

function isWithin(own: string | null, ofTerm: string | null, test: (date: string) => boolean): boolean {
  const dates = [own, ofTerm].filter(date => date !== null)
  return dates.length === 0 || dates.some(test)
}
