import { type Call, forbidden } from './http/call.ts'
import type { Course, Enrollment, EnrollmentType, Permission, User } from './model.ts'
import type { World } from './world.ts'

/** Reading rights of everyone who takes part in a course. */
const MEMBER = [
  'read',
  'read_course_content',
  'read_announcements',
  'read_forum',
  'read_outline',
  'read_syllabus',
  'read_roster',
] as const

const CONTENT = [
  'manage_course_content_add',
  'manage_course_content_edit',
  'manage_course_content_delete',
  'manage_content',
  'manage_wiki_create',
  'manage_wiki_update',
  'manage_wiki_delete',
  'manage_files_add',
  'manage_files_edit',
  'manage_files_delete',
  'manage_assignments_add',
  'manage_assignments_edit',
  'manage_assignments_delete',
  'moderate_forum',
] as const

const SEE_ALL = ['read_as_admin', 'read_prior_roster', 'view_unpublished_items', 'read_sis'] as const
const GRADING = ['view_all_grades', 'manage_grades', 'manage_students', 'view_user_logins'] as const
const OWNING = [
  'update',
  'manage',
  'manage_course_visibility',
  'manage_courses_publish',
  'manage_courses_conclude',
  'manage_course_teacher_enrollments',
  'manage_course_student_enrollments',
  'allow_course_admin_actions',
  'change_course_state',
  'reset_content',
] as const
const ADMINISTRATING = [
  'delete',
  'manage_courses_admin',
  'manage_courses_delete',
  'manage_master_courses',
  'manage_sis',
  'manage_account_settings',
  'read_course_list',
  'manage_admin_users',
  'create_courses',
  'become_user',
  'view_all_courses',
] as const

/** What a role may do in a course that runs (Canvas: `RoleOverride.permissions`, defaults). */
const BY_ROLE: Readonly<Record<EnrollmentType, readonly Permission[]>> = {
  TeacherEnrollment: [
    ...MEMBER,
    ...CONTENT,
    ...SEE_ALL,
    ...GRADING,
    ...OWNING,
    'participate_as_teacher',
    'send_messages',
  ],
  DesignerEnrollment: [
    ...MEMBER,
    ...CONTENT,
    ...SEE_ALL,
    'update',
    'manage',
    'manage_course_visibility',
    'manage_courses_publish',
    'change_course_state',
  ],
  TaEnrollment: [...MEMBER, ...CONTENT, ...SEE_ALL, ...GRADING, 'send_messages'],
  StudentEnrollment: [...MEMBER, 'participate_as_student', 'send_messages'],
  ObserverEnrollment: [...MEMBER],
}

const READ_ONLY = new Set<Permission>([
  ...MEMBER,
  ...SEE_ALL,
  'view_all_grades',
  'view_user_logins',
  'change_course_state',
])

/** Every right there is, in the order `GET /courses/:id/permissions` lists them. */
export const PERMISSIONS: readonly Permission[] = [
  ...new Set([
    ...MEMBER,
    ...CONTENT,
    ...SEE_ALL,
    ...GRADING,
    ...OWNING,
    ...ADMINISTRATING,
    'participate_as_teacher',
    'participate_as_student',
    'send_messages',
  ]),
]

/** The enrolments of a user in a course that count: not deleted, not merely invited. */
export function enrollmentsIn(world: World, user: User | null, courseId: number): Enrollment[] {
  if (!user) return []
  return [...world.rows.enrollments.values()].filter(
    row => row.userId === user.id && row.courseId === courseId && row.state !== 'invited',
  )
}

/** Everything a user may do in a course. `null` is a visitor: only a public, published course says anything to them. */
export function rightsIn(world: World, user: User | null, course: Course): Set<Permission> {
  if (user?.isAdmin) return new Set(PERMISSIONS.filter(right => !right.startsWith('participate_as')))
  const rights = new Set<Permission>()
  for (const enrollment of enrollmentsIn(world, user, course.id)) {
    for (const right of rightsOf(enrollment, course)) rights.add(right)
  }
  if (rights.size === 0 && course.isPublic && course.workflowState === 'available')
    return new Set(['read', 'read_course_content', 'read_outline', 'read_syllabus'])
  return rights
}

/** A concluded course, or a concluded enrolment, may only be read; students do not enter an unpublished one. */
function rightsOf(enrollment: Enrollment, course: Course): Permission[] {
  const granted = BY_ROLE[enrollment.type].filter(right => !enrollment.denied.includes(right))
  if (!granted.includes('read_as_admin') && course.workflowState === 'unpublished') return []
  const isOver = course.workflowState === 'completed' || enrollment.state === 'completed'
  return isOver ? granted.filter(right => READ_ONLY.has(right)) : granted
}

/** True if the caller has one of the rights in the course. */
export function can(call: Call, course: Course, ...rights: Permission[]): boolean {
  const own = heldRights(call, course)
  return rights.some(right => own.has(right))
}

/** Asked for each row of a list, so worked out once for a call and course. */
const held = new WeakMap<Call, Map<number, Set<Permission>>>()

function heldRights(call: Call, course: Course): Set<Permission> {
  const known = held.get(call) ?? new Map<number, Set<Permission>>()
  held.set(call, known)
  const rights = known.get(course.id) ?? rightsIn(call.world, call.caller, course)
  known.set(course.id, rights)
  return rights
}

/** Throws Canvas's refusal unless the caller has one of the rights. */
export function need(call: Call, course: Course, ...rights: Permission[]): void {
  if (!can(call, course, ...rights)) throw forbidden(call)
}

/** True if the caller takes part as a student and not also as staff: published things only, completion is tracked. */
export function isStudent(call: Call, course: Course): boolean {
  const isEnrolled = enrollmentsIn(call.world, call.caller, course.id).some(row => row.type === 'StudentEnrollment')
  return isEnrolled && !can(call, course, 'read_as_admin')
}
