import { freeSlug, toSlug } from '../html/slug.ts'
import { invalid } from '../http/errors.ts'
import type { Page } from '../model.ts'
import { followContent } from '../modules/content.ts'
import type { World } from '../world.ts'
import { pagesBeside } from './find-page.ts'

/** A new page without title and body, unpublished; not yet among the rows. */
export function createPage(world: World, courseId: number): Page {
  const now = world.nowIso()
  return {
    id: world.nextId('pages'),
    courseId,
    migrationId: null,
    createdAt: now,
    updatedAt: now,
    url: '',
    formerUrls: [],
    title: '',
    body: null,
    editingRoles: 'teachers',
    state: 'unpublished',
    revisedAt: now,
    lastEditedBy: null,
    todoDate: null,
    publishAt: null,
    revisions: [],
    blueprintLock: null,
  }
}

/** The title a page gets when this one is asked for: as it is, or with a number if titles must differ; refusals of canvas-api §2.4. */
export function freeTitle(world: World, page: Page, title: string): string {
  if (toSlug(title) === '') throw invalid('title', 'must contain at least one letter or number', 'invalid')
  if ([...title].length > 255) throw invalid('title', 'is too long (maximum is 255 characters)', 'too_long')
  const others = pagesBeside(world, page)
  if (world.flags.permanentPageLinks || !others.some(row => row.title === title)) return title
  if (/-\d+$/.test(title)) throw invalid('title', 'has already been taken', 'taken')
  const titles = new Set(others.map(row => row.title))
  return freeSlug(title, other => titles.has(other))
}

/** Gives a page its title and the slug that follows from it; items and the front page go along. Not yet a revision. */
export function setTitle(world: World, page: Page, title: string): void {
  if (page.title === title && page.url !== '') return
  page.title = title
  moveTo(world, page, freeUrl(world, page, toSlug(title)))
  if (world.rows.pages.has(page.id)) followContent(world, { table: 'pages', row: page })
}

/**
 * The first free slug from this one on. Former slugs of others are not given away, whether or not they still lead there
 * (canvas-lms wiki_page.rb, `ensure_unique_url`).
 */
export function freeUrl(world: World, page: Page, base: string): string {
  const others = pagesBeside(world, page)
  if (!others.some(row => row.url === base || row.formerUrls.includes(base))) return base
  const taken = new Set(others.flatMap(row => [row.url, ...row.formerUrls]))
  return freeSlug(base, slug => taken.has(slug))
}

/** A new slug; the old one is remembered, and the course's front page stays the same page. */
export function moveTo(world: World, page: Page, url: string): void {
  if (page.url === url) return
  const course = world.rows.courses.get(page.courseId)
  if (course && course.frontPageUrl === page.url && page.url !== '') course.frontPageUrl = url
  if (page.url !== '') page.formerUrls = [...page.formerUrls.filter(former => former !== url), page.url]
  page.url = url
}

/** A page renamed through its module item. */
export function retitlePage(world: World, page: Page, title: string, editedBy: number | null): void {
  if (title === page.title) return
  setTitle(world, page, freeTitle(world, page, title))
  page.revisedAt = world.nowIso()
  page.lastEditedBy = editedBy
  addRevision(world, page, editedBy)
}

/** Notes the page as it is now, and when it was last revised (canvas-api §2.4: a change of title or body). */
export function addRevision(world: World, page: Page, editedBy: number | null): void {
  const now = world.nowIso()
  page.updatedAt = now
  page.revisions.push({
    revisionId: (page.revisions.at(-1)?.revisionId ?? 0) + 1,
    updatedAt: now,
    editedBy,
    url: page.url,
    title: page.title,
    body: page.body ?? '',
  })
}
