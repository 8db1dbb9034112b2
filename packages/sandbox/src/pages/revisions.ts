import { refuseLocked } from '../blueprint/row-lock.ts'
import { getCourse, toRowId } from '../find-course.ts'
import { freeSlug } from '../html/slug.ts'
import { type Call, forbidden, json, route, type SandboxApp } from '../http/call.ts'
import { notFound, refused } from '../http/errors.ts'
import { paginate } from '../http/paginate.ts'
import { flag } from '../http/reading.ts'
import type { Course, Page, PageRevision } from '../model.ts'
import { followContent } from '../modules/content.ts'
import { toRevisionJson } from '../wire/page.ts'
import type { World } from '../world.ts'
import { addRevision, moveTo } from './change-page.ts'
import { findPage, pagesOf } from './find-page.ts'
import { canEditBody, canUpdate, needReadable } from './page-rights.ts'
import { lockedColumns } from './save-page.ts'

const REVISIONS = '/api/v1/courses/:course_id/pages/:url_or_id/revisions'

/** What a page was (canvas-api §2.4): the list and old ones for editors, the latest for readers. */
export function registerRevisions(app: SandboxApp, world: World): void {
  app.get(REVISIONS, route(world, listRevisions))
  app.get(`${REVISIONS}/:revision_id`, route(world, showRevision))
  app.post(`${REVISIONS}/:revision_id`, route(world, revert))
}

function located(call: Call): { course: Course; page: Page } {
  const course = getCourse(call)
  const page = findPage(call.world, course, call.path('url_or_id'))
  if (!page) throw refused('page not found', 404)
  needReadable(call, course, page)
  return { course, page }
}

function needEditor(call: Call, course: Course, page: Page): void {
  if (!canEditBody(call, course, page)) throw forbidden(call)
}

/** Newest first. */
function listRevisions(call: Call): Response {
  const { course, page } = located(call)
  needEditor(call, course, page)
  return paginate(call, page.revisions.toReversed(), revision =>
    toRevisionJson(call, course, page, revision, { isSummary: true }),
  )
}

function showRevision(call: Call): Response {
  const { course, page } = located(call)
  const isLatest = call.path('revision_id') === 'latest'
  if (!isLatest) needEditor(call, course, page)
  const revision = isLatest ? page.revisions.at(-1) : findRevision(call, page)
  if (!revision) throw notFound()
  return json(call, toRevisionJson(call, course, page, revision, { isSummary: flag(call.params, 'summary') ?? false }))
}

function findRevision(call: Call, page: Page): PageRevision | undefined {
  const id = toRowId(call.path('revision_id'))
  return page.revisions.find(revision => revision.revisionId === id)
}

/** Body, title and slug of the old revision become the newest one. */
function revert(call: Call): Response {
  const { course, page } = located(call)
  if (!canUpdate(call, course)) throw forbidden(call)
  const old = findRevision(call, page)
  if (!old) throw notFound()
  refuseLocked(page, lockedColumns(page), lockedColumns(old))
  page.title = old.title
  page.body = old.body
  moveTo(
    call.world,
    page,
    freeSlug(old.url, slug => pagesOf(call.world, course.id).some(row => row !== page && row.url === slug)),
  )
  page.revisedAt = call.world.nowIso()
  page.lastEditedBy = call.caller?.id ?? null
  addRevision(call.world, page, page.lastEditedBy)
  followContent(call.world, { table: 'pages', row: page })
  const [latest] = page.revisions.slice(-1)
  if (!latest) throw notFound()
  return json(call, toRevisionJson(call, course, page, latest, { isSummary: false }))
}
