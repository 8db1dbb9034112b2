import { getAccount } from '../accounts/find-account.ts'
import { findTerm } from '../accounts/terms.ts'
import { findCourse, getCourse, toRowId } from '../find-course.ts'
import { type Call, forbidden, json, needCaller, route, type SandboxApp } from '../http/call.ts'
import { invalid, notFound, refused } from '../http/errors.ts'
import { paginate } from '../http/paginate.ts'
import { flag, includes, integer, list, presentText } from '../http/reading.ts'
import type { Course } from '../model.ts'
import { enroll } from '../people.ts'
import { can, need, PERMISSIONS, rightsIn } from '../rights.ts'
import { toCourseJson, toSectionJson } from '../wire/course.ts'
import type { World } from '../world.ts'
import { type CourseEvent, findEvent, STATE_AFTER } from './course-events.ts'
import { setCourseFields } from './course-fields.ts'
import { listOwnCourses } from './own-courses.ts'
import { resetContent } from './reset-content.ts'

/** Courses one by one: reading, making, changing, publishing, concluding, deleting; the caller's rights in them. */
export function registerCourses(app: SandboxApp, world: World): void {
  app.get(
    '/api/v1/courses',
    route(world, call => listOwnCourses(call, needCaller(call))),
  )
  app.post('/api/v1/accounts/:account_id/courses', route(world, addCourse))
  app.get('/api/v1/courses/:course_id', route(world, showCourse))
  app.get('/api/v1/accounts/:account_id/courses/:course_id', route(world, showCourse))
  app.put('/api/v1/courses/:course_id', route(world, changeCourse))
  app.delete('/api/v1/courses/:course_id', route(world, endCourse))
  app.post('/api/v1/courses/:course_id/reset_content', route(world, resetContent))
  app.get('/api/v1/courses/:course_id/permissions', route(world, showPermissions))
  app.get(
    '/api/v1/courses/:course_id/settings',
    route(world, call => json(call, toSettings(getCourse(call)))),
  )
  app.put('/api/v1/courses/:course_id/settings', route(world, changeSettings))
  app.get('/api/v1/courses/:course_id/sections', route(world, listSections))
  for (const path of ['/api/v1/courses/:course_id/sections/:section_id', '/api/v1/sections/:section_id'])
    app.get(path, route(world, showSection))
}

function toJson(call: Call, course: Course): Record<string, unknown> {
  const { world, origin, caller } = call
  return toCourseJson(course, { world, origin, caller, includes: list(call.params, 'include') })
}

/** `include[]=all_courses` also finds deleted ones, for those who may. */
function showCourse(call: Call): Response {
  const deleted = findCourse(call.world, call.path('course_id'))
  if (includes(call.params, 'all_courses') && deleted?.workflowState === 'deleted') {
    need(call, deleted, 'read_as_admin')
    return json(call, toJson(call, deleted))
  }
  return json(call, toJson(call, getCourse(call)))
}

function addCourse(call: Call): Response {
  const account = getAccount(call)
  const course = createCourse(call.world, { accountId: account.id, termId: defaultTermId(call) })
  setCourseFields(call, course)
  if (course.courseCode === '') course.courseCode = toCourseCode(course.name)
  if (flag(call.params, 'offer')) course.workflowState = 'available'
  call.world.rows.courses.set(course.id, course)
  if (flag(call.params, 'enroll_me'))
    enroll(call.world, { courseId: course.id, userId: needCaller(call).id, type: 'TeacherEnrollment' })
  return json(call, toJson(call, course))
}

/** First word and the next one with a digit: "Biology for 101 beginners" → "Biology 101" (canvas-lms `course.rb`). */
function toCourseCode(name: string): string {
  const [first = '', ...others] = name.split(/\s+/)
  return [first, ...others.filter(word => /\d/.test(word)).slice(0, 1)].join(' ')
}

function defaultTermId(call: Call): number {
  const [first] = call.world.rows.terms.keys()
  const asked = presentText(call.params, 'course', 'term_id')
  const term = asked === undefined ? undefined : findTerm(call.world, asked)
  if (asked !== undefined && !term) throw notFound()
  return term?.id ?? first ?? 0
}

/** A course with Canvas's defaults; not yet among the rows. */
export function createCourse(world: World, place: { readonly accountId: number; readonly termId: number }): Course {
  return {
    ...place,
    id: world.nextId('courses'),
    uuid: world.randomText(),
    name: 'Unnamed Course',
    courseCode: '',
    sisCourseId: null,
    startAt: null,
    endAt: null,
    workflowState: 'unpublished',
    defaultView: 'modules',
    frontPageUrl: null,
    isBlueprint: false,
    isPublic: false,
    timeZone: 'Etc/UTC',
    syllabusBody: null,
    license: 'private',
    restrictEnrollmentsToCourseDates: false,
    settings: {},
    createdAt: world.nowIso(),
  }
}

/** Deleted courses can be brought back (`event=undelete`), so they are found here. */
function changeCourse(call: Call): Response {
  const course = findCourse(call.world, call.path('course_id'))
  if (!course) throw notFound()
  const event = eventOf(call)
  if (course.workflowState === 'deleted' && event !== 'undelete') throw notFound()
  const isReopening = event !== undefined && can(call, course, 'change_course_state')
  if (!isReopening) need(call, course, 'update')
  if (event !== undefined && event !== 'delete') need(call, course, 'change_course_state')
  if (event === 'delete' || event === 'undelete') need(call, course, 'manage_courses_delete')
  if (can(call, course, 'update')) setCourseFields(call, course)
  if (event !== undefined) course.workflowState = STATE_AFTER[event]
  return json(call, toJson(call, course))
}

function eventOf(call: Call): CourseEvent | undefined {
  const asked = presentText(call.params, 'course', 'event') ?? presentText(call.params, 'event')
  const known = findEvent(asked)
  if (asked !== undefined && !known) throw invalid('workflow_state', `${asked} is not a valid event`, 'invalid')
  return known ?? (flag(call.params, 'offer') ? 'offer' : undefined)
}

/** `{"delete":true}` or `{"conclude":true}`, as the event was. */
function endCourse(call: Call): Response {
  const course = getCourse(call)
  const event = presentText(call.params, 'event')
  if (event !== 'delete' && event !== 'conclude') throw refused('Only "delete" and "conclude" events are allowed.')
  need(call, course, event === 'delete' ? 'manage_courses_delete' : 'change_course_state')
  course.workflowState = STATE_AFTER[event]
  return json(call, { [event]: true })
}

/** Only those asked for; without the parameter all (canvas-api §2.1). */
function showPermissions(call: Call): Response {
  const course = findCourse(call.world, call.path('course_id'))
  if (!course || course.workflowState === 'deleted') throw notFound()
  needCaller(call)
  if (!course.isPublic && !can(call, course, 'read')) throw forbidden(call)
  const held = rightsIn(call.world, call.caller, course)
  const asked = list(call.params, 'permissions')
  return json(call, Object.fromEntries((asked.length > 0 ? asked : PERMISSIONS).map(right => [right, held.has(right)])))
}

const DEFAULT_SETTINGS = {
  allow_final_grade_override: false,
  allow_student_discussion_topics: true,
  allow_student_forum_attachments: true,
  allow_student_discussion_editing: true,
  filter_speed_grader_by_student_group: false,
  grading_standard_enabled: false,
  hide_final_grades: false,
  hide_distribution_graphs: false,
  hide_sections_on_course_users_page: false,
  lock_all_announcements: false,
  usage_rights_required: false,
  restrict_student_past_view: false,
  restrict_student_future_view: false,
  show_announcements_on_home_page: false,
  home_page_announcement_limit: null,
  syllabus_course_summary: true,
} as const

function toSettings({ settings }: Course): Record<string, unknown> {
  return Object.fromEntries(Object.entries(DEFAULT_SETTINGS).map(([name, value]) => [name, settings[name] ?? value]))
}

/** Those that are sent and that `toSettings` answers; what is not sent stays. */
function changeSettings(call: Call): Response {
  const course = getCourse(call)
  need(call, course, 'update')
  for (const [name, value] of Object.entries(toSettings(course))) {
    const asked = typeof value === 'boolean' ? flag(call.params, name) : integer(call.params, name)
    if (asked !== undefined) course.settings[name] = asked
  }
  return json(call, toSettings(course))
}

function listSections(call: Call): Response {
  const course = getCourse(call)
  need(call, course, 'read_roster')
  return paginate(call, [course], toWholeSection)
}

/** A course and its one section have the same id. */
function showSection(call: Call): Response {
  const course = getCourse(call, call.path('course_id') === '' ? 'section_id' : 'course_id')
  need(call, course, 'read_roster')
  if (toRowId(call.path('section_id')) !== course.id) throw notFound()
  return json(call, toWholeSection(course))
}

function toWholeSection(course: Course): Record<string, unknown> {
  const rest = { sis_section_id: null, nonxlist_course_id: null, created_at: course.createdAt }
  return { ...toSectionJson(course), course_id: course.id, ...rest }
}
