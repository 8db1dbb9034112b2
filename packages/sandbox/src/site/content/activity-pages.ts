import { findAssignment, isGraded } from '../../activities/graded.ts'
import { getCourse, getRow, toRowId } from '../../find-course.ts'
import { forbidden } from '../../http/call.ts'
import { notFound } from '../../http/errors.ts'
import type { Activity, Course } from '../../model.ts'
import { findLock } from '../../modules/locks.ts'
import { seesAll } from '../../modules/rows.ts'
import { toShownBody } from '../../pages/page-body.ts'
import { PATHS } from '../../wire/activity.ts'
import { renderPage } from '../document/render-page.ts'
import type { CourseTab } from '../document/section-tabs.ts'
import { html, type Markup, trusted } from '../markup.ts'
import { toDay } from '../modules/legacy-item.ts'
import { type Pages, redirect, type Visit } from '../visit.ts'

interface Kind {
  readonly kind: Activity['kind']
  readonly tab: CourseTab
  readonly path: string
  readonly title: string
}

const KINDS: readonly Kind[] = [
  { kind: 'assignment', tab: 'assignments', path: 'assignments', title: 'Assignments' },
  { kind: 'quiz', tab: 'quizzes', path: 'quizzes', title: 'Quizzes' },
  { kind: 'discussion_topic', tab: 'discussions', path: 'discussion_topics', title: 'Discussions' },
  { kind: 'announcement', tab: 'announcements', path: 'announcements', title: 'Announcements' },
]

/** Assignments, quizzes, discussions and announcements: to look at. */
export function registerActivityPages(pages: Pages): void {
  for (const kind of KINDS) {
    pages.get(`/courses/:course_id/${kind.path}`, visit => showList(visit, kind))
    pages.get(`/courses/:course_id/${kind.path}/:activity_id`, visit => showActivity(visit, kind))
  }
}

function showList(visit: Visit, { kind, tab, title }: Kind): Response {
  const course = getCourse(visit)
  const content = html`<h1>${title}</h1>${listActivities(visit, course, kind)}`
  return renderPage(visit, { title, course, tab, crumbs: [{ text: title }], content })
}

export function listActivities(visit: Visit, course: Course, kind: Activity['kind']): Markup {
  const rows = [...visit.world.rows.activities.values()].filter(
    row => row.courseId === course.id && isListed(row, kind) && isSeen(visit, course, row),
  )
  if (rows.length === 0) return html`<p>There is nothing here yet.</p>`
  const row = (activity: Activity) =>
    html`<li><a href="/courses/${course.id}/${PATHS[activity.kind]}/${activity.id}">${activity.title}</a> ${activity.state !== 'active' && html`<span class="pill">Unpublished</span>`}${facts(visit, activity)}</li>`
  return html`<ul class="activities">${rows.map(row)}</ul>`
}

/** Among the assignments stands all that counts. */
function isListed(row: Activity, kind: Activity['kind']): boolean {
  return kind === 'assignment' ? isGraded(row) : row.kind === kind
}

function isSeen(visit: Visit, course: Course, { state }: Activity): boolean {
  return state === 'active' || (state === 'unpublished' && seesAll(visit, course))
}

function facts({ locale }: Visit, { dueAt, pointsPossible }: Activity): Markup {
  const parts = [dueAt && `Due ${toDay(dueAt, locale)}`, pointsPossible !== null && `${pointsPossible} pts`]
  return html`<div class="activity-facts">${parts.filter(Boolean).join(' · ')}</div>`
}

/** The quiz or discussion whose assignment the path names. */
function findGraded(visit: Visit, course: Course): Activity | undefined {
  const row = findAssignment(visit.world, toRowId(visit.path('activity_id')) ?? -1)
  return row?.courseId === course.id && row.kind !== 'assignment' ? row : undefined
}

function showActivity(visit: Visit, { kind, tab, title, path }: Kind): Response {
  const course = getCourse(visit)
  const graded = kind === 'assignment' ? findGraded(visit, course) : undefined
  if (graded !== undefined) return redirect(`/courses/${course.id}/${PATHS[graded.kind]}/${graded.id}`)
  const activity = getRow(visit, visit.world.rows.activities, course, 'activity_id')
  if (activity.kind !== kind) throw notFound()
  if (!isSeen(visit, course, activity)) throw forbidden(visit)
  const lock = findLock(visit, course, { table: 'activities', row: activity })
  const body = lock
    ? html`<div class="lock_explanation">${trusted(lock.explanation)}</div>`
    : html`<div class="description user_content enhanced">${trusted(toShownBody(visit, course.id, activity.body) ?? '')}</div>`
  return renderPage(visit, {
    title: activity.title,
    course,
    tab,
    crumbs: [{ text: title, href: `/courses/${course.id}/${path}` }, { text: activity.title }],
    content: html`<h1 class="title">${activity.title}</h1>${facts(visit, activity)}${body}`,
  })
}
