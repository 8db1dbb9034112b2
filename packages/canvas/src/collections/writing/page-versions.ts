import type { PageId, PageReading } from '@recourse/core'
import { apiPath } from '../../http/api-path.ts'
import { readPages } from '../../http/listing.ts'
import { getPageRevision } from '../../pages/page-revisions.ts'
import { type PageRevisionSummary, pageRevisionSummary } from '../../wire/page-revision.ts'
import { array } from '../../wire/shape.ts'
import { readPage } from '../facts/configuration-pages.ts'
import type { Editing } from './editing.ts'

/** One saved state of a page, as a person is shown it. */
export interface PageVersion {
  readonly revisionId: number
  readonly updatedAt: string | null
  /** Name of who saved it, `null` where Canvas does not show it. */
  readonly savedBy: string | null
  /** As Canvas reads it out; `null` where it withholds it. */
  readonly body: string | null
  readonly reading: PageReading
}

/** Others save rarely; more versions than this since a moment ago are not read one by one. */
const MAX_VERSIONS = 10

/** What was saved after a revision, newest first. */
export async function readNewer(editing: Editing, pageId: PageId, than: number): Promise<readonly PageVersion[]> {
  const newer = await listNewer(editing, pageId, than)
  return Promise.all(newer.slice(0, MAX_VERSIONS).map(summary => readVersion(editing, pageId, summary)))
}

export async function readVersion(
  { canvas, courseId, call, parseHtml }: Editing,
  pageId: PageId,
  { revisionId, updatedAt, editedBy }: PageRevisionSummary,
): Promise<PageVersion> {
  const { body } = await getPageRevision(canvas, courseId, { id: pageId }, revisionId, call)
  return { revisionId, updatedAt, savedBy: editedBy?.displayName || null, body, reading: readPage(body, parseHtml) }
}

/** Canvas lists the newest first: a long history is not read to its end. */
export async function listNewer(
  { canvas, courseId, call }: Pick<Editing, 'canvas' | 'courseId' | 'call'>,
  pageId: PageId,
  than: number,
): Promise<readonly PageRevisionSummary[]> {
  const request = {
    url: apiPath`/courses/${courseId}/pages/${`page_id:${pageId}`}/revisions`,
    query: { summary: true },
    task: `list what was saved to page ${pageId} of course ${courseId}`,
    options: call,
  }
  const newer: PageRevisionSummary[] = []
  for await (const rows of readPages(canvas, array(pageRevisionSummary), request)) {
    newer.push(...rows.filter(({ revisionId }) => revisionId > than))
    if (rows.some(({ revisionId }) => revisionId <= than)) break
  }
  return newer.toSorted((one, other) => other.revisionId - one.revisionId)
}
