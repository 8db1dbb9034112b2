import type { CourseId } from '@recourse/core'
import type { Canvas } from '../canvas.ts'
import { CanvasError, isCanvasError } from '../canvas-error.ts'
import { apiPath } from '../http/api-path.ts'
import { readAll, readOne } from '../http/listing.ts'
import type { CallOptions } from '../http/request.ts'
import { type Page, type PageInput, type PageSummary, page, pageBody, pageSummary } from '../wire/page.ts'
import { array } from '../wire/shape.ts'
import { describePage, isMistakenForId, type PageRef, toPageKey } from './page-ref.ts'

/** Which pages; an absent key does not filter. */
export interface PageFilter {
  /** Part of the title; Canvas wants at least 2 characters. */
  readonly searchTerm?: string
  readonly isPublished?: boolean
}

/** All pages of a course by id, without bodies. Who may not see unpublished pages does not get them. */
export function listPages(
  canvas: Canvas,
  courseId: CourseId,
  filter: PageFilter = {},
  options?: CallOptions,
): Promise<readonly PageSummary[]> {
  return readAll(canvas, array(pageSummary), {
    url: apiPath`/courses/${courseId}/pages`,
    query: { search_term: filter.searchTerm, published: filter.isPublished },
    task: `list the pages of course ${courseId}`,
    options,
  })
}

/** As `listPages`, with bodies. Installations that do not know the option send none: `body` is then `null`. */
export function listPagesWithBody(
  canvas: Canvas,
  courseId: CourseId,
  filter: PageFilter = {},
  options?: CallOptions,
): Promise<readonly Page[]> {
  return readAll(canvas, array(page), {
    url: apiPath`/courses/${courseId}/pages`,
    query: { include: ['body'], search_term: filter.searchTerm, published: filter.isPublished },
    task: `read the pages of course ${courseId}`,
    options,
  })
}

/** One page with its body. `missing` also where Canvas would mistake a slug for an id. */
export async function getPage(canvas: Canvas, courseId: CourseId, ref: PageRef, options?: CallOptions): Promise<Page> {
  const task = `read ${describePage(courseId, ref)}`
  const found = await readOne(canvas, page, { url: pagePath(courseId, ref), task, options })
  if (isMistakenForId(ref, found)) throw new CanvasError('missing', 'it does not exist.', { task })
  return found
}

/** As `getPage`; `undefined` where there is no such page, or none that the caller sees. */
export async function findPage(
  canvas: Canvas,
  courseId: CourseId,
  ref: PageRef,
  options?: CallOptions,
): Promise<Page | undefined> {
  try {
    return await getPage(canvas, courseId, ref, options)
  } catch (error) {
    if (isCanvasError(error, 'missing')) return undefined
    throw error
  }
}

/** A new page, unpublished unless said otherwise. A title that is taken gets another slug, and in most Canvases a "-2". */
export function createPage(
  canvas: Canvas,
  courseId: CourseId,
  input: PageInput & { readonly title: string },
  options?: CallOptions,
): Promise<Page> {
  return readOne(canvas, page, {
    method: 'POST',
    url: apiPath`/courses/${courseId}/pages`,
    body: pageBody(input),
    task: `create a page in course ${courseId}`,
    options,
  })
}

/**
 * Changes a page. Canvas has no conditional write, and *creates* a page where it finds none: address it by id.
 * Where Canvas created one nevertheless, this is `missing` with `mayHaveActed`.
 */
export async function putPage(
  canvas: Canvas,
  courseId: CourseId,
  ref: PageRef,
  input: PageInput,
  options?: CallOptions,
): Promise<Page> {
  const task = `save ${describePage(courseId, ref)}`
  const url = pagePath(courseId, ref)
  const saved = await readOne(canvas, page, { method: 'PUT', url, body: pageBody(input), task, options })
  if ('id' in ref && saved.id !== ref.id)
    throw new CanvasError('missing', `it is gone; Canvas made page ${saved.id} instead.`, { task, mayHaveActed: true })
  return saved
}

/** Deletes a page; the front page cannot be deleted (`refused`). */
export function deletePage(canvas: Canvas, courseId: CourseId, ref: PageRef, options?: CallOptions): Promise<Page> {
  const task = `delete ${describePage(courseId, ref)}`
  return readOne(canvas, page, { method: 'DELETE', url: pagePath(courseId, ref), task, options })
}

/** The front page, or `undefined` where none is set. */
export async function findFrontPage(
  canvas: Canvas,
  courseId: CourseId,
  options?: CallOptions,
): Promise<Page | undefined> {
  const url = apiPath`/courses/${courseId}/front_page`
  try {
    return await readOne(canvas, page, { url, task: `read the front page of course ${courseId}`, options })
  } catch (error) {
    if (isCanvasError(error, 'missing')) return undefined
    throw error
  }
}

function pagePath(courseId: CourseId, ref: PageRef): string {
  return apiPath`/courses/${courseId}/pages/${toPageKey(ref)}`
}
