import { getCourse } from '../../find-course.ts'
import type { Course, Enrollment } from '../../model.ts'
import { can, need } from '../../rights.ts'
import { roleOf } from '../../roles.ts'
import { renderPage } from '../document/render-page.ts'
import { html, type Markup } from '../markup.ts'
import type { Pages, Visit } from '../visit.ts'

/** Name, home page and publishing of a course; who is in it. */
export function registerSettingsPages(pages: Pages): void {
  pages.get('/courses/:course_id/settings', showSettings)
  pages.get('/courses/:course_id/users', showPeople)
}

const HOMES = {
  modules: 'Course Modules',
  wiki: 'Pages Front Page',
  feed: 'Course Activity Stream',
  syllabus: 'Syllabus',
  assignments: 'Assignments List',
} as const

function showSettings(visit: Visit): Response {
  const course = getCourse(visit)
  need(visit, course, 'read_as_admin')
  const content = html`
    <h1>Course Details</h1>
    ${can(visit, course, 'update') ? html`${form(course)}${publishing(course)}` : facts(course)}
    <h2>Content</h2>
    <ul>
      <li><a class="import_content" href="/courses/${course.id}/content_migrations">Import Course Content</a></li>
      <li><a href="/courses/${course.id}/modules">Modules</a></li>
    </ul>`
  return renderPage(visit, {
    title: 'Course Details',
    course,
    tab: 'settings',
    crumbs: [{ text: 'Course Settings' }],
    content,
    scripts: ['rest-forms.js'],
  })
}

function form(course: Course): Markup {
  const option = ([view, label]: readonly [string, string]) =>
    html`<option value="${view}"${view === course.defaultView && html` selected`}>${label}</option>`
  return html`
    <form id="course_form" data-rest="PUT /api/v1/courses/${course.id}" data-then="reload">
      <label class="ic-Label" for="course_name">Name</label>
      <input class="ic-Input" id="course_name" name="course[name]" value="${course.name}" maxlength="255" required>
      <label class="ic-Label" for="course_course_code">Course Code</label>
      <input class="ic-Input" id="course_course_code" name="course[course_code]" value="${course.courseCode}" maxlength="255" required>
      <label class="ic-Label" for="course_default_view">Home Page</label>
      <select class="ic-Input" id="course_default_view" name="course[default_view]">${Object.entries(HOMES).map(option)}</select>
      <div class="ic-Form-actions"><button type="submit" class="btn btn-primary">Update Course Details</button></div>
    </form>`
}

function publishing(course: Course): Markup {
  const isPublished = course.workflowState === 'available'
  return html`
    <h2>Course Status</h2>
    <form data-rest="PUT /api/v1/courses/${course.id}" data-then="reload">
      <input type="hidden" name="course[event]" value="${isPublished ? 'claim' : 'offer'}">
      <p><span class="pill${isPublished && ' pill--good'}">${isPublished ? 'Published' : 'Unpublished'}</span> <button type="submit" class="btn">${isPublished ? 'Unpublish' : 'Publish'}</button></p>
    </form>`
}

function facts(course: Course): Markup {
  return html`<p>${course.name} (${course.courseCode}). You may not change its settings.</p>`
}

function showPeople(visit: Visit): Response {
  const course = getCourse(visit)
  need(visit, course, 'read_roster')
  const rows = [...visit.world.rows.enrollments.values()].filter(row => row.courseId === course.id)
  const toRow = (row: Enrollment) => {
    const user = visit.world.rows.users.get(row.userId)
    return html`<tr><td>${user?.name}</td><td>${user?.isTestStudent ? 'Test Student' : roleOf(row).label}</td></tr>`
  }
  const shown = rows.filter(
    row => can(visit, course, 'read_as_admin') || !visit.world.rows.users.get(row.userId)?.isTestStudent,
  )
  const content = html`<h1>Everyone</h1><table class="ic-Table"><thead><tr><th scope="col">Name</th><th scope="col">Role</th></tr></thead><tbody>${shown.map(toRow)}</tbody></table>`
  return renderPage(visit, { title: 'Course Roster', course, tab: 'people', crumbs: [{ text: 'People' }], content })
}
