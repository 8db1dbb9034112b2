import type { Course, Enrollment, User } from '../model.ts'
import { enrollmentsIn, rightsIn } from '../rights.ts'
import { roleOf } from '../roles.ts'
import type { World } from '../world.ts'
import { toTermJson } from './account.ts'

export interface CourseView {
  readonly world: World
  readonly origin: string
  readonly caller: User | null
  /** The names in `include[]`. */
  readonly includes: readonly string[]
}

/** A course as every list and single read answers it (canvas-lms `lib/api/v1/course_json.rb`). */
export function toCourseJson(course: Course, view: CourseView): Record<string, unknown> {
  const rights = rightsIn(view.world, view.caller, course)
  const sis =
    rights.has('read_sis') || rights.has('manage_sis')
      ? { sis_course_id: course.sisCourseId, integration_id: course.settings.integration_id ?? null }
      : {}
  return { ...toBasicJson(course, view), ...toSettingsJson(course), ...sis, ...toIncluded(course, view) }
}

function toBasicJson(course: Course, view: CourseView): Record<string, unknown> {
  return {
    id: course.id,
    name: course.name,
    account_id: course.accountId,
    uuid: course.uuid,
    start_at: course.startAt,
    grading_standard_id: null,
    is_public: course.isPublic,
    created_at: course.createdAt,
    course_code: course.courseCode,
    default_view: course.defaultView,
    root_account_id: rootAccountId(view.world),
    enrollment_term_id: course.termId,
    license: course.license,
    end_at: course.endAt,
    time_zone: course.timeZone,
    blueprint: course.isBlueprint,
    workflow_state: course.workflowState,
    restrict_enrollments_to_course_dates: course.restrictEnrollmentsToCourseDates,
    calendar: { ics: `${view.origin}/feeds/calendars/course_${course.uuid}.ics` },
    enrollments: enrollmentsIn(view.world, view.caller, course.id).map(toOwnEnrollmentJson),
  }
}

const DEFAULT_SETTINGS = {
  grade_passback_setting: null,
  public_syllabus: false,
  public_syllabus_to_auth: false,
  storage_quota_mb: 500,
  is_public_to_auth_users: false,
  homeroom_course: false,
  course_color: null,
  friendly_name: null,
  apply_assignment_group_weights: false,
  hide_final_grades: false,
  course_format: null,
  template: false,
} as const

function toSettingsJson(course: Course): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(DEFAULT_SETTINGS).map(([name, value]) => [name, course.settings[name] ?? value]),
  )
}

export function rootAccountId(world: World): number | null {
  return [...world.rows.accounts.values()].find(account => account.parentId === null)?.id ?? null
}

/** `TeacherEnrollment` → `teacher`: the short type used inside courses. */
export function toShortType(enrollment: Enrollment): string {
  return enrollment.type.replace('Enrollment', '').toLowerCase()
}

function toOwnEnrollmentJson(enrollment: Enrollment): Record<string, unknown> {
  const role = roleOf(enrollment)
  return {
    type: toShortType(enrollment),
    role: role.name,
    role_id: role.id,
    user_id: enrollment.userId,
    enrollment_state: enrollment.state,
    limit_privileges_to_course_section: false,
  }
}

/** What each `include[]` adds. */
type Include = (course: Course, view: CourseView) => Record<string, unknown>

const INCLUDES = new Map(
  Object.entries<Include>({
    term: (course, { world }) => {
      const term = world.rows.terms.get(course.termId)
      return term ? { term: toTermJson(term) } : {}
    },
    permissions: (course, { world, caller }) => {
      const rights = rightsIn(world, caller, course)
      return {
        permissions: {
          create_discussion_topic: rights.has('read_forum'),
          create_announcement: rights.has('manage_course_content_add'),
        },
      }
    },
    teachers: (course, view) => ({ teachers: teachersOf(course, view) }),
    syllabus_body: course => ({ syllabus_body: course.syllabusBody }),
    public_description: course => ({ public_description: course.settings.public_description ?? null }),
    course_image: (course, { world, origin }) => ({ image_download_url: imageUrl(course, world, origin) }),
    banner_image: course => ({ banner_image_download_url: course.settings.banner_image_url ?? null }),
    sections: course => ({ sections: [{ ...toSectionJson(course), enrollment_role: 'StudentEnrollment' }] }),
    total_students: (course, { world }) => ({ total_students: countStudents(course, world) }),
    account: (course, { world }) => ({ account: { id: course.accountId, name: accountName(course, world) } }),
    account_name: (course, { world }) => ({ account_name: accountName(course, world) }),
    storage_quota_used_mb: (course, { world }) => ({ storage_quota_used_mb: usedMegabytes(course, world) }),
    concluded: (course, { world }) => ({ concluded: isConcluded(course, world) }),
    favorites: (course, { caller }) => ({ is_favorite: caller?.favorites.has(course.id) ?? false }),
    passback_status: () => ({ passback_status: null }),
    course_progress: () => ({
      course_progress: {
        error: {
          message:
            'no progress available because this course is not module based (has modules and module completion requirements) or the user is not enrolled as a student in this course',
        },
      },
    }),
  }),
)

function toIncluded(course: Course, view: CourseView): Record<string, unknown> {
  return Object.assign({}, ...view.includes.map(name => INCLUDES.get(name)?.(course, view) ?? {}))
}

export function teachersOf(
  course: Course,
  { world, origin }: Pick<CourseView, 'world' | 'origin'>,
): Record<string, unknown>[] {
  const teaching = [...world.rows.enrollments.values()].filter(
    row => row.courseId === course.id && row.type === 'TeacherEnrollment',
  )
  return teaching.flatMap(row => {
    const user = world.rows.users.get(row.userId)
    return user ? [toTeacherJson(user, course, origin)] : []
  })
}

function toTeacherJson(user: User, course: Course, origin: string): Record<string, unknown> {
  return {
    id: user.id,
    anonymous_id: user.id.toString(36),
    display_name: user.name,
    avatar_image_url: `${origin}/images/messages/avatar-50.png`,
    html_url: `${origin}/courses/${course.id}/users/${user.id}`,
    pronouns: null,
  }
}

/** Each course of the sandbox has one section, named as the course. */
export function toSectionJson(course: Course): Record<string, unknown> {
  return { id: course.id, name: course.name, start_at: null, end_at: null }
}

function imageUrl(course: Course, world: World, origin: string): string | null {
  const address = course.settings.image_url
  if (typeof address === 'string') return address
  const file = world.rows.files.get(Number(course.settings.image_id))
  return file ? `${origin}/files/${file.id}/download?download_frd=1&verifier=${file.uuid}` : null
}

export function accountName(course: Course, world: World): string {
  return world.rows.accounts.get(course.accountId)?.name ?? ''
}

function countStudents(course: Course, world: World): number {
  return [...world.rows.enrollments.values()].filter(
    row =>
      row.courseId === course.id &&
      row.type === 'StudentEnrollment' &&
      row.state === 'active' &&
      !world.rows.users.get(row.userId)?.isTestStudent,
  ).length
}

function usedMegabytes(course: Course, world: World): number {
  const files = [...world.rows.files.values()].filter(file => file.courseId === course.id && file.state === 'available')
  return files.reduce((sum, file) => sum + file.bytes.length, 0) / 2 ** 20
}

/** Over by its state, or by its own or its term's end. */
export function isConcluded(course: Course, world: World): boolean {
  if (course.workflowState === 'completed') return true
  const ownEnd = course.restrictEnrollmentsToCourseDates ? course.endAt : null
  const endAt = ownEnd ?? world.rows.terms.get(course.termId)?.endAt ?? null
  return endAt !== null && Date.parse(endAt) < world.nowMs()
}
