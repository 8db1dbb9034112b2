import type { Course } from '../../model.ts'
import { can } from '../../rights.ts'
import { html, type Markup } from '../markup.ts'
import type { Visit } from '../visit.ts'

/** Staff only; scripts written for Canvas take its presence for "is staff". */
export function studentViewButton(visit: Visit, course: Course): Markup | null {
  if (!can(visit, course, 'read_as_admin') || course.workflowState === 'completed') return null
  const href = `/courses/${course.id}/student_view?redirect_to_referer=1`
  return html`<a id="easy_student_view" class="btn" rel="nofollow" data-method="post" href="${href}"><i class="icon-student-view" aria-hidden="true"></i> View as Student</a>`
}

/** The bar over every page while one looks at a course as its test student, also where that student may not go. */
export function studentViewBar({ world, caller }: Visit): Markup {
  const enrollment = [...world.rows.enrollments.values()].find(row => row.userId === caller?.id)
  const href = `/courses/${enrollment?.courseId}/student_view`
  return html`
  <div class="ic-alert-masquerade-student-view" id="masquerade_bar" role="region" aria-label="Student View">
    <div class="ic-alert-masquerade-student-view-module ic-alert-masquerade-student-view-module--description"><i class="icon-student-view" aria-hidden="true"></i> You are currently logged into Student View as ${caller?.name}</div>
    <div class="ic-alert-masquerade-student-view-module ic-alert-masquerade-student-view-module--actions"><a class="btn leave_student_view" rel="nofollow" data-method="delete" href="${href}">Leave Student View</a></div>
  </div>`
}
