import { isRestricted, toRestrictions } from '../blueprint/row-lock.ts'
import { getCourse } from '../find-course.ts'
import { type Call, forbidden, json, route, type SandboxApp } from '../http/call.ts'
import { ApiError, invalid, refused } from '../http/errors.ts'
import { paginate } from '../http/paginate.ts'
import { flag, includes, presentText } from '../http/reading.ts'
import { isFound, searchTerm } from '../http/search-term.ts'
import type { Course, Page } from '../model.ts'
import { followContent } from '../modules/content.ts'
import { seesAll } from '../modules/rows.ts'
import { can, need } from '../rights.ts'
import { toPageJson } from '../wire/page.ts'
import type { World } from '../world.ts'
import { createPage } from './change-page.ts'
import { duplicatePage } from './duplicate-page.ts'
import { findPage, pagesOf } from './find-page.ts'
import { findFrontPage, isFrontPage } from './front-page.ts'
import { canUpdate, needPages, needReadable } from './page-rights.ts'
import { savePage } from './save-page.ts'
import { markViewed } from './viewed.ts'

const PAGES = '/api/v1/courses/:course_id/pages'
const FRONT_PAGE = '/api/v1/courses/:course_id/front_page'

/** Pages of a course (canvas-api §2.4). */
export function registerPages(app: SandboxApp, world: World): void {
  app.get(PAGES, route(world, listPages))
  app.post(PAGES, route(world, addPage))
  app.get(FRONT_PAGE, route(world, showFrontPage))
  app.put(FRONT_PAGE, route(world, changeFrontPage))
  app.get(`${PAGES}/:url_or_id`, route(world, showPage))
  app.put(`${PAGES}/:url_or_id`, route(world, putPage))
  app.delete(`${PAGES}/:url_or_id`, route(world, removePage))
  app.post(`${PAGES}/:url_or_id/duplicate`, route(world, copyPage))
}

function answer(call: Call, course: Course, page: Page): Response {
  return json(call, toPageJson(call, course, page, { withBody: true }))
}

function pageNotFound(): ApiError {
  return refused('page not found', 404)
}

function listPages(call: Call): Response {
  const course = getCourse(call)
  needPages(call, course)
  const term = searchTerm(call.params)
  const published = flag(call.params, 'published')
  const rows = pagesOf(call.world, course.id).filter(
    page =>
      (page.state === 'active' || seesAll(call, course)) &&
      (published === undefined || (page.state === 'active') === published) &&
      isFound(term, page.title),
  )
  const withBody = includes(call.params, 'body')
  const saysLocks = canUpdate(call, course)
  return paginate(call, sorted(call, rows), page => {
    if (withBody) markViewed(call, course, page)
    return {
      ...toPageJson(call, course, page, { withBody }),
      ...(saysLocks && toRestrictions(call.world, course, page)),
    }
  })
}

const SORT_KEYS = new Map(
  Object.entries<(page: Page) => string>({
    title: page => page.title.toLowerCase(),
    created_at: page => page.createdAt,
    updated_at: page => page.revisedAt,
  }),
)

function sorted(call: Call, pages: readonly Page[]): Page[] {
  const key = SORT_KEYS.get(presentText(call.params, 'sort') ?? '')
  const direction = presentText(call.params, 'order') === 'desc' ? -1 : 1
  const compare = (a: Page, b: Page) => (key ? key(a).localeCompare(key(b)) : 0) || a.id - b.id
  return [...pages].sort((a, b) => direction * compare(a, b))
}

/** The page in the path, which the caller may read. */
function getPage(call: Call, course: Course): Page {
  const page = findPage(call.world, course, call.path('url_or_id'))
  if (!page) throw pageNotFound()
  needReadable(call, course, page)
  return page
}

function showPage(call: Call): Response {
  const course = getCourse(call)
  const page = getPage(call, course)
  markViewed(call, course, page)
  return answer(call, course, page)
}

function showFrontPage(call: Call): Response {
  const course = getCourse(call)
  const page = findFrontPage(call.world, course)
  if (!page) throw refused('No front page has been set', 404)
  needReadable(call, course, page)
  markViewed(call, course, page)
  return answer(call, course, page)
}

function addPage(call: Call): Response {
  const course = getCourse(call)
  need(call, course, 'manage_wiki_create')
  if (presentText(call.params, 'wiki_page', 'title') === undefined) throw invalid('title', "can't be blank", 'blank')
  const page = createPage(call.world, course.id)
  savePage(call, course, page)
  return answer(call, course, page)
}

/** Changes the page, or creates one titled after the slug (canvas-api §2.4). */
function putPage(call: Call): Response {
  const course = getCourse(call)
  const written = call.path('url_or_id')
  const existing = findPage(call.world, course, written)
  if (existing) {
    savePage(call, course, existing)
    return answer(call, course, existing)
  }
  if (written.startsWith('page_id:')) throw pageNotFound()
  need(call, course, 'manage_wiki_create')
  const page = createPage(call.world, course.id)
  savePage(call, course, page, toTitle(written))
  return answer(call, course, page)
}

/** `my-new-page` → `My New Page` (canvas-lms `wiki_page.rb`, `ensure_unique_title`). */
function toTitle(slug: string): string {
  return slug
    .replace(/[^\p{L}\p{N}_]+/gu, ' ')
    .replace(/\b[a-z]/g, letter => letter.toUpperCase())
    .trim()
}

/** Sets up a front page where there is none: published, because a front page has to be. */
function changeFrontPage(call: Call): Response {
  const course = getCourse(call)
  const existing = findFrontPage(call.world, course)
  if (existing) {
    savePage(call, course, existing)
    return answer(call, course, existing)
  }
  need(call, course, 'manage_wiki_create')
  const page = { ...createPage(call.world, course.id), state: 'active' as const }
  const params = { ...call.params, wiki_page: frontPageParams(call) }
  savePage({ ...call, params }, course, page, 'Page')
  return answer(call, course, page)
}

function frontPageParams(call: Call) {
  const sent = call.params.wiki_page
  return {
    ...(typeof sent === 'object' && !Array.isArray(sent) && !(sent instanceof File) ? sent : {}),
    front_page: true,
  }
}

function removePage(call: Call): Response {
  const course = getCourse(call)
  const page = getPage(call, course)
  need(call, course, 'manage_wiki_delete')
  if (isRestricted(page)) throw forbidden(call)
  if (isFrontPage(page, course)) throw invalid('front_page', 'The front page cannot be deleted', 'invalid')
  const reply = answer(call, course, page)
  page.state = 'deleted'
  // The lookups go with the page (canvas-lms wiki_page.rb, `delete_lookups`): its slugs are free again.
  page.formerUrls = []
  page.updatedAt = call.world.nowIso()
  followContent(call.world, { table: 'pages', row: page })
  return reply
}

function copyPage(call: Call): Response {
  const course = getCourse(call)
  const page = findPage(call.world, course, call.path('url_or_id'))
  if (!page) throw pageNotFound()
  if (!canUpdate(call, course) || !can(call, course, 'manage_wiki_create')) throw forbidden(call)
  if (page.state === 'deleted') throw new ApiError(400, { error: 'cannot duplicate deleted page' })
  const copy = duplicatePage(call.world, page)
  copy.lastEditedBy = call.caller?.id ?? null
  return answer(call, course, copy)
}
