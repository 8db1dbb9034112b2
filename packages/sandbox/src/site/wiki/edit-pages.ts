import { getCourse } from '../../find-course.ts'
import { forbidden } from '../../http/call.ts'
import type { Course, Page, PageRevision } from '../../model.ts'
import { findPage } from '../../pages/find-page.ts'
import { canEditBody, canUpdate } from '../../pages/page-rights.ts'
import { can } from '../../rights.ts'
import { renderPage } from '../document/render-page.ts'
import { html, type Markup } from '../markup.ts'
import type { Pages, Visit } from '../visit.ts'
import { pageContent } from './page-content.ts'
import { getVisitedPage, pagePath } from './wiki-pages.ts'

/** Writing a page as HTML, and its history. Both save through the API. */
export function registerEditPages(pages: Pages): void {
  pages.get('/courses/:course_id/pages/:url_or_id/edit', showEditor)
  pages.get('/courses/:course_id/pages/:url_or_id/revisions', showHistory)
}

/** An address without a page starts a new one, as saving to it would. */
function showEditor(visit: Visit): Response {
  const course = getCourse(visit)
  const isNew = !findPage(visit.world, course, visit.path('url_or_id'))
  if (isNew && !can(visit, course, 'manage_wiki_create')) throw forbidden(visit)
  const page = isNew ? { title: '', url: visit.path('url_or_id'), body: '' } : getVisitedPage(visit).page
  if ('id' in page && !canEditBody(visit, course, page)) throw forbidden(visit)
  const title = isNew ? 'New Page' : page.title
  return renderPage(visit, {
    title,
    course,
    tab: 'pages',
    crumbs: [{ text: 'Pages', href: `/courses/${course.id}/pages` }, { text: title }],
    content: editor(visit, course, page),
    scripts: ['rest-forms.js'],
  })
}

function editor(visit: Visit, course: Course, page: Pick<Page, 'title' | 'url' | 'body'>): Markup {
  const mayRename = canUpdate(visit, course)
  return html`
    <h1>${page.title === '' ? 'New Page' : `Edit ${page.title}`}</h1>
    <form id="wiki_page_edit" data-rest="PUT /api/v1/courses/${course.id}/pages/${encodeURIComponent(page.url)}" data-then="html_url">
      <label class="ic-Label" for="wikipage-title-input">Title</label>
      <input class="ic-Input" id="wikipage-title-input" ${mayRename && html`name="wiki_page[title]"`} value="${page.title}" maxlength="255"${mayRename ? html` required` : html` readonly`}>
      <label class="ic-Label" for="wiki_page_body">Content, as HTML</label>
      <textarea class="ic-Input" id="wiki_page_body" name="wiki_page[body]" spellcheck="false">
${page.body ?? ''}</textarea>
      <div class="ic-Form-actions"><a class="btn" href="/courses/${course.id}/pages">Cancel</a> <button type="submit" class="btn btn-primary submit">Save</button></div>
    </form>`
}

function showHistory(visit: Visit): Response {
  const { course, page } = getVisitedPage(visit)
  if (!canEditBody(visit, course, page)) throw forbidden(visit)
  const asked = Number(visit.url.searchParams.get('revision') ?? Number.NaN)
  const shown = page.revisions.find(revision => revision.revisionId === asked) ?? page.revisions.at(-1)
  const content = html`
    <h1>Page Revisions: ${page.title}</h1>
    <div class="revisions">
      <ol class="revisions-list" reversed>${page.revisions.toReversed().map(revision => entry(visit, course, page, revision, shown))}</ol>
      ${shown && html`<div class="revision-shown">${pageContent(visit, course, shown)}</div>`}
    </div>`
  return renderPage(visit, {
    title: `Revisions of ${page.title}`,
    course,
    tab: 'pages',
    crumbs: [
      { text: 'Pages', href: `/courses/${course.id}/pages` },
      { text: page.title, href: pagePath(course, page) },
      { text: 'Revisions' },
    ],
    content,
    scripts: ['rest-forms.js'],
  })
}

function entry(
  visit: Visit,
  course: Course,
  page: Page,
  revision: PageRevision,
  shown: PageRevision | undefined,
): Markup {
  const format = new Intl.DateTimeFormat(visit.locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
  const isLatest = revision === page.revisions.at(-1)
  const author = visit.world.rows.users.get(revision.editedBy ?? -1)?.name ?? 'Import'
  const restore = html`
        <form data-rest="POST /api/v1/courses/${course.id}/pages/page_id:${page.id}/revisions/${revision.revisionId}" data-then="/courses/${course.id}/pages/page_id:${page.id}"><button type="submit" class="btn restore-link">Restore<span class="screenreader-only"> revision ${revision.revisionId}</span></button></form>`
  return html`
        <li class="revision${revision === shown && ' selected'}">
          <a href="${pagePath(course, page)}/revisions?revision=${revision.revisionId}"${revision === shown && html` aria-current="true"`}><time datetime="${revision.updatedAt}">${format.format(new Date(revision.updatedAt))}</time></a>
          <div class="revision-author">${author}${isLatest && ' (latest)'}</div>
          ${!isLatest && restore}
        </li>`
}
