import { needCaller } from '../../http/call.ts'
import type { Course } from '../../model.ts'
import { enrollmentsIn } from '../../rights.ts'
import { renderPage } from '../document/render-page.ts'
import { html, type Markup } from '../markup.ts'
import { signInLinks } from '../people/sign-in-pages.ts'
import type { Pages, Visit } from '../visit.ts'

/** One's courses, as cards and as a list. */
export function registerDashboard(pages: Pages): void {
  pages.get('/', visit => {
    const courses = coursesOf(visit)
    const cards =
      courses.length > 0
        ? html`<div class="ic-DashboardCard__box" id="DashboardCard_Container">${courses.map(course => card(visit, course))}</div>`
        : html`<p>You are in no course.</p>`
    const content = html`
      <div class="ic-Dashboard-header"><h1 class="ic-Dashboard-header__title">Dashboard</h1></div>
      ${cards}
      ${signInLinks(visit, '/')}`
    return renderPage(visit, { title: 'Dashboard', content, bodyClass: 'dashboard' })
  })
  pages.get('/courses', visit => {
    const rows = coursesOf(visit)
    return renderPage(visit, { title: 'Courses', content: html`<h1>All Courses</h1>${table(visit, rows)}` })
  })
}

/** An administrator, who is enrolled nowhere, finds every course here: the sandbox has no account pages. */
function coursesOf(visit: Visit): readonly Course[] {
  const caller = needCaller(visit)
  const isMine = (course: Course) => {
    const enrollments = enrollmentsIn(visit.world, caller, course.id)
    const isStaff = enrollments.some(row => row.type !== 'StudentEnrollment' && row.type !== 'ObserverEnrollment')
    return enrollments.length > 0 && (isStaff || course.workflowState !== 'unpublished')
  }
  return [...visit.world.rows.courses.values()].filter(
    course => course.workflowState !== 'deleted' && (caller.isAdmin || isMine(course)),
  )
}

function card({ world }: Visit, course: Course): Markup {
  const term = world.rows.terms.get(course.termId)?.name ?? ''
  return html`
        <div class="ic-DashboardCard">
          <div class="ic-DashboardCard__header_hero" aria-hidden="true"></div>
          <div class="ic-DashboardCard__header_content">
            <h2 class="ic-DashboardCard__header-title"><a class="ic-DashboardCard__link" href="/courses/${course.id}">${course.name}</a></h2>
            <div class="ic-DashboardCard__header-subtitle">${course.courseCode}</div>
            <div class="ic-DashboardCard__header-term">${term}</div>
            <div>${stateOf(course)} <a href="/courses/${course.id}/modules">Modules<span class="screenreader-only"> of ${course.name}</span></a></div>
          </div>
        </div>`
}

function stateOf({ workflowState }: Course): Markup | null {
  if (workflowState === 'available') return null
  return html`<span class="pill">${workflowState === 'completed' ? 'Concluded' : 'Unpublished'}</span>`
}

function table({ world }: Visit, courses: readonly Course[]): Markup {
  const row = (course: Course) =>
    html`<tr><td><a href="/courses/${course.id}">${course.name}</a> ${stateOf(course)}</td><td>${course.courseCode}</td><td>${world.rows.terms.get(course.termId)?.name}</td><td>${course.id}</td></tr>`
  return html`<div class="table-scroll"><table class="ic-Table" id="my_courses_table"><thead><tr><th scope="col">Course</th><th scope="col">Code</th><th scope="col">Term</th><th scope="col">Number</th></tr></thead><tbody>${courses.map(row)}</tbody></table></div>`
}
