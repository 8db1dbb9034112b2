import {
  type CourseId,
  canonicalSlug,
  type HtmlParser,
  type ImportStamp,
  isBlank,
  type PageReading,
} from '@recourse/core'
import type { Canvas } from '../canvas.ts'
import { getCourse } from '../courses.ts'
import type { CallOptions } from '../http/request.ts'
import { getPageRevision, listPageRevisions } from '../pages/page-revisions.ts'
import { findPage } from '../pages/pages.ts'
import type { Page } from '../wire/page.ts'
import type { PageRevisionSummary } from '../wire/page-revision.ts'
import { readPage } from './facts/configuration-pages.ts'

export interface HistoryOptions {
  readonly parseHtml: HtmlParser
  readonly signal?: AbortSignal | undefined
  /** Another page than the one at the address of Collections. */
  readonly slug?: string
  /** So many of the newest versions are looked into, a request each; the others are listed only. Default 20. */
  readonly limit?: number
}

export interface PageHistory {
  readonly page: Pick<Page, 'id' | 'url' | 'title' | 'htmlUrl' | 'isPublished'>
  /** Newest first. */
  readonly versions: readonly HistoryVersion[]
}

export interface HistoryVersion {
  readonly revisionId: number
  readonly updatedAt: string | null
  /** Name of who saved it, `null` where Canvas does not show it. */
  readonly savedBy: string | null
  readonly isLatest: boolean
  readonly content: HistoryContent
}

export type HistoryContent =
  | {
      readonly kind: 'configuration'
      /** The course it is tagged with. */
      readonly courseId: CourseId | null
      readonly isOwn: boolean
      readonly isBlank: boolean
      readonly collections: number
      readonly modules: number
      readonly keptForLater: number
      /** The import it grew out of. */
      readonly imported: ImportStamp | null
      /** This very version is what that import wrote. */
      readonly isImport: boolean
    }
  | { readonly kind: 'broken' | 'no-configuration'; readonly where: string }
  | { readonly kind: 'not-read' }

/**
 * Every saved version of the configuration page and what it holds; `undefined` where there is no such page.
 * Needs the right to edit the page, or it is `denied`.
 */
export async function readHistory(
  canvas: Canvas,
  courseId: CourseId,
  options: HistoryOptions,
): Promise<PageHistory | undefined> {
  const { slug = canonicalSlug, limit = 20, signal, parseHtml } = options
  const call = { signal }
  const page = await findPage(canvas, courseId, { slug }, call)
  if (page === undefined) return noPage(canvas, courseId, call)
  const listed = await listPageRevisions(canvas, courseId, { id: page.id }, call)
  const summaries = listed.toSorted((one, other) => other.revisionId - one.revisionId)
  // One more than shown tells of the last shown whether it is an import or grew out of one.
  const read = summaries.slice(0, limit + 1)
  const readings = await Promise.all(
    read.map(({ revisionId }) => readOne(canvas, { courseId, page, call, parseHtml }, revisionId)),
  )
  return { page, versions: toVersions(summaries, readings, { courseId, limit }) }
}

/** Canvas answers "not found" to a page of a course that is not there, too: that one is an error. */
async function noPage(canvas: Canvas, courseId: CourseId, call: CallOptions): Promise<undefined> {
  await getCourse(canvas, courseId, call)
}

interface Place {
  readonly courseId: CourseId
  readonly page: Page
  readonly call: CallOptions
  readonly parseHtml: HtmlParser
}

async function readOne(
  canvas: Canvas,
  { courseId, page, call, parseHtml }: Place,
  revisionId: number,
): Promise<PageReading> {
  const { body } = await getPageRevision(canvas, courseId, { id: page.id }, revisionId, call)
  return readPage(body, parseHtml)
}

function toVersions(
  summaries: readonly PageRevisionSummary[],
  readings: readonly PageReading[],
  { courseId, limit }: { readonly courseId: CourseId; readonly limit: number },
): readonly HistoryVersion[] {
  return summaries.map(({ revisionId, updatedAt, editedBy }, at) => {
    const reading = at < limit ? readings[at] : undefined
    return {
      revisionId,
      updatedAt,
      savedBy: editedBy?.displayName || null,
      isLatest: at === 0,
      content: reading === undefined ? { kind: 'not-read' } : describe(reading, readings[at + 1], courseId),
    }
  })
}

function describe(reading: PageReading, before: PageReading | undefined, courseId: CourseId): HistoryContent {
  if (!reading.ok) return { kind: reading.reason, where: reading.where }
  const { configuration, courseId: tag } = reading.page
  return {
    kind: 'configuration',
    courseId: tag,
    isOwn: tag === courseId,
    isBlank: isBlank(configuration),
    collections: configuration.collections.length,
    modules: configuration.modules.length,
    keptForLater: configuration.parked.length,
    imported: configuration.imported,
    isImport: isImport(reading, before),
  }
}

/** Whether a version is what an import wrote: the first that bears its stamp. */
export function isImport(reading: PageReading, before: PageReading | undefined): boolean {
  const stamp = stampOf(reading)
  return stamp !== null && (before === undefined || stampOf(before)?.at !== stamp.at)
}

function stampOf(reading: PageReading): ImportStamp | null {
  return reading.ok ? reading.page.configuration.imported : null
}
