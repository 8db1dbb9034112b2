import { stringifyIds } from '../../http/json-ids.ts'
import type { Course, User } from '../../model.ts'
import { enrollmentsIn } from '../../rights.ts'
import type { Visit } from '../visit.ts'

const ROOT_ACCOUNT_ID = '1'

/** `window.ENV`: what every page has, then what this one adds. Ids are text in it, as Canvas's `js_env` has them. */
export function toEnv(visit: Visit, course: Course | undefined, more: Record<string, unknown>): unknown {
  const { caller, locale, origin } = visit
  const general = {
    ASSET_HOST: '',
    current_user_id: caller?.id ?? null,
    current_user: caller ? { id: caller.id, display_name: caller.name, avatar_image_url: null } : {},
    current_user_roles: caller ? rolesOf(visit, caller) : [],
    current_user_is_student: course !== undefined && isStudentIn(visit, course),
    current_user_is_admin: caller?.isAdmin ?? false,
    ACCOUNT_ID: String(course?.accountId ?? ROOT_ACCOUNT_ID),
    ROOT_ACCOUNT_ID,
    DOMAIN_ROOT_ACCOUNT_ID: ROOT_ACCOUNT_ID,
    DEEP_LINKING_POST_MESSAGE_ORIGIN: origin,
    LOCALE: locale,
    LOCALES: [locale, 'en'],
    BIGEASY_LOCALE: locale,
    MOMENT_LOCALE: locale,
    TIMEZONE: course?.timeZone ?? 'Etc/UTC',
    CONTEXT_TIMEZONE: course?.timeZone ?? 'Etc/UTC',
    use_high_contrast: visit.isHighContrast,
    disable_celebrations: false,
    FEATURES: {},
    SETTINGS: {},
    ...(course ? { context_asset_string: `course_${course.id}`, COURSE_ID: String(course.id) } : {}),
  }
  return stringifyIds({ ...general, ...more })
}

/** `user`, and what somebody is anywhere (canvas-lms `User#user_roles`). */
function rolesOf({ world, isStudentView }: Visit, user: User): string[] {
  const types = new Set([...world.rows.enrollments.values()].filter(row => row.userId === user.id).map(row => row.type))
  const isTeacher = types.has('TeacherEnrollment') || types.has('TaEnrollment') || types.has('DesignerEnrollment')
  return [
    'user',
    ...(isStudentView ? ['fake_student'] : types.has('StudentEnrollment') ? ['student'] : []),
    ...(isTeacher ? ['teacher'] : []),
    ...(types.has('ObserverEnrollment') ? ['observer'] : []),
    ...(user.isAdmin ? ['admin', 'root_admin'] : []),
  ]
}

function isStudentIn({ world, caller }: Visit, course: Course): boolean {
  return enrollmentsIn(world, caller, course.id).some(row => row.type === 'StudentEnrollment')
}
