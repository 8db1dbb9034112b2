import type { Course, Enrollment } from '../model.ts'
import { roleOf } from '../roles.ts'
import type { World } from '../world.ts'
import { rootAccountId } from './course.ts'
import { toUserJson } from './user.ts'

/** Nobody is graded here. */
function noGrades(html_url: string) {
  return { html_url, current_grade: null, current_score: null, final_grade: null, final_score: null }
}

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
    type: user?.isTestStudent ? 'StudentViewEnrollment' : enrollment.type,
    associated_user_id: null,
    start_at: null,
    end_at: null,
    course_section_id: course.id,
    root_account_id: rootAccountId(world),
    limit_privileges_to_course_section: false,
    enrollment_state: enrollment.state,
    role: role.name,
    role_id: role.id,
    last_activity_at: null,
    last_attended_at: null,
    total_activity_time: 0,
    html_url: `${origin}/courses/${course.id}/users/${enrollment.userId}`,
    ...(enrollment.type === 'StudentEnrollment'
      ? { grades: noGrades(`${origin}/courses/${course.id}/grades/${enrollment.userId}`) }
      : {}),
    created_at: course.createdAt,
    updated_at: course.createdAt,
    sis_account_id: null,
    sis_course_id: course.sisCourseId,
    sis_section_id: null,
    sis_user_id: null,
    user: user ? toUserJson(user) : null,
  }
}
