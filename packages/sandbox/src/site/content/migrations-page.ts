import { getCourse } from '../../find-course.ts'
import { needCaller } from '../../http/call.ts'
import { apiState, migrationJson } from '../../migrations/migration-json.ts'
import type { ContentMigration, Course } from '../../model.ts'
import { need, rightsIn } from '../../rights.ts'
import { renderPage } from '../document/render-page.ts'
import { html, type Markup } from '../markup.ts'
import type { Pages, Visit } from '../visit.ts'

/** "Import Content": start a copy of another course into this one, and watch it. */
export function registerMigrationsPage(pages: Pages): void {
  pages.get('/courses/:course_id/content_migrations', visit => {
    const course = getCourse(visit)
    need(visit, course, 'manage_course_content_add', 'manage_course_content_edit', 'manage_course_content_delete')
    const migrations = migrationsInto(visit, course)
    const content = html`
      <h1>Import Content</h1>
      ${form(visit, course)}
      <h2 id="currentJobs">Current Jobs</h2>
      <ul id="content_migrations" aria-labelledby="currentJobs" data-course-id="${course.id}">${migrations.map(row => job(visit, course, row))}</ul>
      <p id="no_content_migrations"${migrations.length > 0 && html` hidden`}>Nothing has been imported into this course yet.</p>`
    return renderPage(visit, {
      title: 'Content Migrations',
      course,
      tab: 'settings',
      crumbs: [{ text: 'Course Settings', href: `/courses/${course.id}/settings` }, { text: 'Import Content' }],
      content,
      env: { UPLOAD_LIMIT: 524_288_000, SHOW_SELECT: false, current_user: { id: needCaller(visit).id } },
      scripts: ['rest-forms.js', 'content-migrations.js'],
    })
  })
}

/** Newest first; blueprint syncs are not shown here. */
function migrationsInto({ world }: Visit, course: Course): readonly ContentMigration[] {
  return [...world.rows.migrations.values()]
    .filter(row => row.courseId === course.id && row.type !== 'master_course_import')
    .toSorted((a, b) => b.id - a.id)
}

function form(visit: Visit, course: Course): Markup {
  const sources = [...visit.world.rows.courses.values()].filter(
    other =>
      other.id !== course.id &&
      other.workflowState !== 'deleted' &&
      rightsIn(visit.world, visit.caller, other).has('read_as_admin'),
  )
  const option = (other: Course) => html`<option value="${other.id}">${other.name} (${other.courseCode})</option>`
  return html`
      <form id="migrationConverter" data-rest="POST /api/v1/courses/${course.id}/content_migrations" data-then="event">
        <input type="hidden" name="migration_type" value="course_copy_importer">
        <label class="ic-Label" for="courseSearchField">Copy a Canvas course: search for a course</label>
        <select class="ic-Input" id="courseSearchField" name="settings[source_course_id]" required><option value="">Choose a course</option>${sources.map(option)}</select>
        <div class="ic-Form-actions"><button type="submit" class="btn btn-primary" id="submitMigration">Import</button></div>
      </form>`
}

const STATES: Readonly<Record<string, string>> = {
  pre_processing: 'Pre-processing',
  pre_processed: 'Queued',
  queued: 'Queued',
  running: 'Running',
  waiting_for_select: 'Waiting for selection',
  completed: 'Completed',
  failed: 'Failed',
}

function job(visit: Visit, course: Course, row: ContentMigration): Markup {
  const state = apiState(row)
  const source = visit.world.rows.courses.get(row.sourceCourseId ?? -1)
  const completion = visit.world.rows.progresses.get(row.progressId)?.completion ?? 0
  const isRunning = state !== 'completed' && state !== 'failed'
  const title = migrationJson(visit, row).migration_type_title
  return html`
        <li class="content-migration" data-migration-id="${row.id}" data-state="${state}">
          <span class="migrationName">${typeof title === 'string' && title}</span>
          <span class="sourceLink">${source && html`<a href="/courses/${source.id}">${source.name}</a>`}</span>
          <span class="pill progressStatus${state === 'completed' && ' pill--good'}">${STATES[state] ?? state}</span>
          <span class="progressBar"${!isRunning && html` hidden`}><span class="progress" role="progressbar" aria-label="Content migration running" aria-valuemin="0" aria-valuemax="100" aria-valuenow="${completion}"><span class="bar" style="width: ${completion}%"></span></span></span>
          ${row.issues.length > 0 && html`<a class="issues" href="/api/v1/courses/${course.id}/content_migrations/${row.id}/migration_issues">${row.issues.length} ${row.issues.length === 1 ? 'issue' : 'issues'}</a>`}
        </li>`
}
