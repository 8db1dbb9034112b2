import type { CourseId } from '@recourse/core'
import type { Canvas } from '../canvas.ts'
import { apiPath } from '../http/api-path.ts'
import { readAll, readOne } from '../http/listing.ts'
import type { CallOptions } from '../http/request.ts'
import {
  type PageRevision,
  type PageRevisionSummary,
  pageRevision,
  pageRevisionSummary,
} from '../wire/page-revision.ts'
import { array } from '../wire/shape.ts'
import { describePage, type PageRef, toPageKey } from './page-ref.ts'

/** All revisions of a page, newest first, without content. Needs the right to edit the page. */
export function listPageRevisions(
  canvas: Canvas,
  courseId: CourseId,
  ref: PageRef,
  options?: CallOptions,
): Promise<readonly PageRevisionSummary[]> {
  return readAll(canvas, array(pageRevisionSummary), {
    url: apiPath`/courses/${courseId}/pages/${toPageKey(ref)}/revisions`,
    query: { summary: true },
    task: `list the revisions of ${describePage(courseId, ref)}`,
    options,
  })
}

/** One revision with its content. `'latest'` needs only the right to read the page, a number the right to edit it. */
export function getPageRevision(
  canvas: Canvas,
  courseId: CourseId,
  ref: PageRef,
  revision: number | 'latest',
  options?: CallOptions,
): Promise<PageRevision> {
  return readOne(canvas, pageRevision, {
    url: apiPath`/courses/${courseId}/pages/${toPageKey(ref)}/revisions/${String(revision)}`,
    query: { summary: false },
    task: `read revision ${revision} of ${describePage(courseId, ref)}`,
    options,
  })
}

/** Makes an earlier revision's title, slug and body the current ones; returns the new latest revision. */
export function revertPage(
  canvas: Canvas,
  courseId: CourseId,
  ref: PageRef,
  revisionId: number,
  options?: CallOptions,
): Promise<PageRevision> {
  return readOne(canvas, pageRevision, {
    method: 'POST',
    url: apiPath`/courses/${courseId}/pages/${toPageKey(ref)}/revisions/${String(revisionId)}`,
    task: `restore revision ${revisionId} of ${describePage(courseId, ref)}`,
    options,
  })
}
