import { getCourse } from '../../find-course.ts'
import { notFound } from '../../http/errors.ts'
import type { Course, Page } from '../../model.ts'
import { findLock } from '../../modules/locks.ts'
import { seesAll } from '../../modules/rows.ts'
import { findPage, pagesOf } from '../../pages/find-page.ts'
import { findFrontPage, isFrontPage } from '../../pages/front-page.ts'
import { canEditBody, canUpdate, needPages, needReadable } from '../../pages/page-rights.ts'
import { markViewed } from '../../pages/viewed.ts'
import { can } from '../../rights.ts'
import { toPageJson } from '../../wire/page.ts'
import { renderPage } from '../document/render-page.ts'
import { html, type Markup, trusted } from '../markup.ts'
import { type Pages, redirect, type Visit } from '../visit.ts'
import { pageContent } from './page-content.ts'

/** Pages of a course: the list, and one of them. */
export function registerWikiPages(pages: Pages): void {
  pages.get('/courses/:course_id/wiki', visit => {
    const course = getCourse(visit)
    const front = findFrontPage(visit.world, course)
    return redirect(front ? pagePath(course, front) : `/courses/${course.id}/pages`)
  })
  pages.get('/courses/:course_id/pages', showList)
  pages.get('/courses/:course_id/pages/:url_or_id', showPage)
}

export function pagePath(course: Course, page: Pick<Page, 'url'>): string {
  return `/courses/${course.id}/pages/${encodeURIComponent(page.url)}`
}

/** The page in the path, which the visitor may read; a renamed one is met under its new address (canvas-api §2.4). */
export function getVisitedPage(visit: Visit): { readonly course: Course; readonly page: Page } {
  const course = getCourse(visit)
  const page = findPage(visit.world, course, visit.path('url_or_id'))
  if (!page || page.state === 'deleted') throw notFound()
  needReadable(visit, course, page)
  return { course, page }
}

function showList(visit: Visit): Response {
  const course = getCourse(visit)
  needPages(visit, course)
  const rows = pagesOf(visit.world, course.id)
    .filter(page => page.state === 'active' || seesAll(visit, course))
    .toSorted((a, b) => a.title.localeCompare(b.title))
  const add =
    can(visit, course, 'manage_wiki_create') &&
    html`
    <form class="inline-form" data-rest="POST /api/v1/courses/${course.id}/pages" data-then="html_url">
      <label class="screenreader-only" for="new_page_title">Title of a new page</label>
      <input class="ic-Input" id="new_page_title" name="wiki_page[title]" placeholder="Title" maxlength="255" required>
      <button type="submit" class="btn btn-primary new_page"><i class="icon-plus" aria-hidden="true"></i> Page</button>
    </form>`
  const content = html`<h1>Pages</h1>${add}${rows.length > 0 ? table(visit, course, rows) : html`<p>No pages created yet.</p>`}`
  return renderPage(visit, {
    title: 'Pages',
    course,
    tab: 'pages',
    crumbs: [{ text: 'Pages' }],
    content,
    scripts: ['rest-forms.js'],
  })
}

function table({ locale, world }: Visit, course: Course, rows: readonly Page[]): Markup {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
  const row = (page: Page) => html`<tr>
        <td><a class="wiki-page-link" href="${pagePath(course, page)}">${page.title}</a> ${isFrontPage(page, course) && html`<span class="pill">Front Page</span>`} ${page.state !== 'active' && html`<span class="pill">Unpublished</span>`}</td>
        <td><time datetime="${page.revisedAt}">${format.format(new Date(page.revisedAt))}</time></td>
        <td>${world.rows.users.get(page.lastEditedBy ?? -1)?.name}</td></tr>`
  return html`<div class="table-scroll"><table class="ic-Table index-content"><thead><tr><th scope="col">Page title</th><th scope="col">Last edit</th><th scope="col">By</th></tr></thead><tbody>${rows.map(row)}</tbody></table></div>`
}

function showPage(visit: Visit): Response {
  const { course, page } = getVisitedPage(visit)
  const lock = findLock(visit, course, { table: 'pages', row: page })
  markViewed(visit, course, page)
  const body = lock
    ? html`<h1 class="page-title">${page.title}</h1><div class="lock_explanation">${trusted(lock.explanation)}</div>`
    : pageContent(visit, course, page)
  return renderPage(visit, {
    title: `${page.title}: ${course.name}`,
    course,
    tab: 'pages',
    crumbs: [{ text: 'Pages', href: `/courses/${course.id}/pages` }, { text: page.title }],
    content: html`<div id="wiki_page_show">${toolbar(visit, course, page)}${body}</div>`,
    env: toWikiEnv(visit, course, page),
    scripts: ['rest-forms.js'],
  })
}

function toWikiEnv(visit: Visit, course: Course, page: Page): Record<string, unknown> {
  return {
    WIKI_PAGE: toPageJson(visit, course, page, { withBody: false }),
    WIKI_PAGES_PATH: `/courses/${course.id}/pages`,
    WIKI_PAGE_REVISIONS_PATH: `${pagePath(course, page)}/revisions`,
    WIKI_PAGE_SHOW_PATH: pagePath(course, page),
    WIKI_PAGE_EDIT_PATH: canEditBody(visit, course, page) ? `${pagePath(course, page)}/edit` : null,
    WIKI_RIGHTS: {
      read: true,
      update: canUpdate(visit, course),
      create_page: can(visit, course, 'manage_wiki_create'),
      delete_page: can(visit, course, 'manage_wiki_delete'),
    },
    PAGE_RIGHTS: { update: canUpdate(visit, course), update_content: canEditBody(visit, course, page) },
  }
}

function toolbar(visit: Visit, course: Course, page: Page): Markup | null {
  if (!canEditBody(visit, course, page)) return null
  const isPublished = page.state === 'active'
  return html`
    <div class="page-toolbar header-bar"><div class="header-bar-right__buttons">
      ${canUpdate(visit, course) && html`<form data-rest="PUT /api/v1/courses/${course.id}/pages/page_id:${page.id}" data-then="reload"><input type="hidden" name="wiki_page[published]" value="${isPublished ? 'false' : 'true'}"><button type="submit" class="btn btn-publish"${isFrontPage(page, course) && html` disabled`}>${isPublished ? 'Published: unpublish' : 'Unpublished: publish'}</button></form>`}
      <a class="btn edit-wiki" href="${pagePath(course, page)}/edit"><i class="icon-edit" aria-hidden="true"></i> Edit</a>
      <a class="btn view_history" href="${pagePath(course, page)}/revisions"><i class="icon-clock" aria-hidden="true"></i> View Page History</a>
    </div></div>`
}
