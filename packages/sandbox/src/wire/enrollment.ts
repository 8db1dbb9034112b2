import type { Course, Enrollment } from '../model.ts'
import { roleOf } from '../roles.ts'
import type { World } from '../world.ts'
import { toUserJson } from './user.ts'

/** An enrolment as the Enrollments API shows it. */
export function toEnrollmentJson(
  enrollment: Enrollment,
  course: Course,
  world: World,
  origin: string,
): Record<string, unknown> {
  const role = roleOf(enrollment)
  const user = world.rows.users.get(enrollment.userId)
  return {
    id: enrollment.id,
    user_id: enrollment.userId,
    course_id: course.id,
    type: enrollment.type,
    associated_user_id: null,
    start_at: null,
    end_at: null,
    course_section_id: course.id,
    root_account_id: course.accountId,
    limit_privileges_to_course_section: false,
    enrollment_state: enrollment.state,
    role: role.name,
    role_id: role.id,
    last_activity_at: null,
    last_attended_at: null,
    total_activity_time: 0,
    html_url: `${origin}/courses/${course.id}/users/${enrollment.userId}`,
    user: user ? toUserJson(user) : null,
  }
}
