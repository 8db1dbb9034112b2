import { findTerm } from '../accounts/terms.ts'
import { findCourse, toRowId } from '../find-course.ts'
import { sanitizeBody } from '../html/sanitize.ts'
import type { Call } from '../http/call.ts'
import { invalid, refused } from '../http/errors.ts'
import { flag, instant, integer, nested, presentText, text } from '../http/reading.ts'
import type { Course } from '../model.ts'
import { findFrontPage } from '../pages/front-page.ts'
import { rightsIn } from '../rights.ts'

/** Fields that are read back as they were given, by their API names. */
const PLAIN = [
  'course_format',
  'public_description',
  'public_syllabus',
  'public_syllabus_to_auth',
  'is_public_to_auth_users',
  'hide_final_grades',
  'apply_assignment_group_weights',
  'course_color',
  'friendly_name',
  'template',
  'image_id',
  'image_url',
  'banner_image_url',
  'integration_id',
  'grade_passback_setting',
  'homeroom_course',
] as const
/** Only of administrators (`manage_storage_quotas`). */
const QUOTA = 'storage_quota_mb'
const FLAGS = new Set<string>([
  'public_syllabus',
  'public_syllabus_to_auth',
  'is_public_to_auth_users',
  'hide_final_grades',
  'apply_assignment_group_weights',
  'template',
  'homeroom_course',
])

/** Writes what `course[…]` of a create or update says; throws before anything is changed. */
export function setCourseFields(call: Call, course: Course): void {
  const params = nested(call.params, 'course') ?? {}
  checkName(text(params, 'name'))
  checkImage(call, course)
  const sisCourseId = sisIdAsked(call, course)
  const defaultView = viewAsked(call, course)
  course.name = presentText(params, 'name') ?? course.name
  course.courseCode = presentText(params, 'course_code') ?? course.courseCode
  course.sisCourseId = sisCourseId
  course.defaultView = defaultView
  course.timeZone = presentText(params, 'time_zone') ?? course.timeZone
  course.license = presentText(params, 'license') ?? course.license
  setPlace(call, course)
  setDates(call, course)
  setPlain(call, course)
}

function checkName(name: string | null | undefined): void {
  if (name !== undefined && name !== null && name.length > 255)
    throw invalid('name', 'is too long (maximum is 255 characters)', 'too_long')
}

function checkImage(call: Call, course: Course): void {
  const asked = presentText(call.params, 'course', 'image_id')
  const file = call.world.rows.files.get(toRowId(asked ?? '') ?? -1)
  if (asked !== undefined && (file?.courseId !== course.id || file.state !== 'available'))
    throw refused('The image_id is not a valid course file id.')
}

function sisIdAsked(call: Call, course: Course): string | null {
  const asked = text(call.params, 'course', 'sis_course_id')
  const isAllowed = rightsIn(call.world, call.caller, course).has('manage_sis')
  if (asked === undefined || !isAllowed) return course.sisCourseId
  const other = asked ? findCourse(call.world, `sis_course_id:${asked}`) : undefined
  if (other && other !== course) throw invalid('sis_source_id', `SIS ID "${asked}" is already in use`, 'taken')
  return asked === '' ? null : asked
}

const VIEWS = ['feed', 'wiki', 'modules', 'syllabus', 'assignments'] as const

function viewAsked(call: Call, course: Course): Course['defaultView'] {
  const asked = presentText(call.params, 'course', 'default_view')
  const view = VIEWS.find(name => name === asked)
  if (asked === undefined) return course.defaultView
  if (!view) throw invalid('default_view', 'Home page is not valid', 'inclusion')
  if (view === 'wiki' && findFrontPage(call.world, course)?.state !== 'active') {
    throw invalid('default_view', 'A Front Page is required')
  }
  return view
}

/** Account, term, syllabus: only administrators move a course between accounts and terms. */
function setPlace(call: Call, course: Course): void {
  const rights = rightsIn(call.world, call.caller, course)
  const syllabus = text(call.params, 'course', 'syllabus_body')
  if (syllabus !== undefined) course.syllabusBody = syllabus === null ? null : sanitizeBody(syllabus)
  const isPublic = flag(call.params, 'course', 'is_public')
  if (isPublic !== undefined) course.isPublic = isPublic
  if (!rights.has('manage_courses_admin')) return
  const quota = integer(call.params, 'course', QUOTA)
  if (quota !== undefined) course.settings[QUOTA] = quota
  const term = findTerm(
    call.world,
    presentText(call.params, 'course', 'term_id') ?? presentText(call.params, 'course', 'enrollment_term_id') ?? '',
  )
  if (term) course.termId = term.id
  const account = call.world.rows.accounts.get(toRowId(presentText(call.params, 'course', 'account_id') ?? '') ?? -1)
  if (account) course.accountId = account.id
  const blueprint = flag(call.params, 'course', 'blueprint')
  if (blueprint !== undefined) course.isBlueprint = blueprint
}

/** Of a course that is there already dates are heard only where they open and close it (canvas-api §2.1). */
function setDates(call: Call, course: Course): void {
  const startAt = instant(call.params, 'course', 'start_at')
  const endAt = instant(call.params, 'course', 'end_at')
  course.restrictEnrollmentsToCourseDates =
    flag(call.params, 'course', 'restrict_enrollments_to_course_dates') ?? course.restrictEnrollmentsToCourseDates
  const isNew = !call.world.rows.courses.has(course.id)
  if (!isNew && !course.restrictEnrollmentsToCourseDates) return
  if (startAt !== undefined) course.startAt = startAt
  if (endAt !== undefined) course.endAt = endAt
}

function setPlain(call: Call, course: Course): void {
  for (const name of PLAIN) {
    const value = FLAGS.has(name) ? flag(call.params, 'course', name) : text(call.params, 'course', name)
    if (value !== undefined) course.settings[name] = value
  }
  if (presentText(call.params, 'course', 'image_id') !== undefined) delete course.settings.image_url
  if (presentText(call.params, 'course', 'image_url') !== undefined) delete course.settings.image_id
  if (flag(call.params, 'course', 'remove_image')) {
    delete course.settings.image_id
    delete course.settings.image_url
  }
}
