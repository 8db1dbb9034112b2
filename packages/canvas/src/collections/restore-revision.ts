import { type CourseId, canonicalSlug, type PageReading, sameReading, sameStored } from '@recourse/core'
import type { Canvas } from '../canvas.ts'
import { isCanvasError } from '../canvas-error.ts'
import { getPageRevision, listPageRevisions, revertPage } from '../pages/page-revisions.ts'
import { findPage, putPage } from '../pages/pages.ts'
import type { Page } from '../wire/page.ts'
import type { PageRevision } from '../wire/page-revision.ts'
import { type DifferenceRow, findDifferences } from './configuration-difference.ts'
import { readPage } from './facts/configuration-pages.ts'
import { notOursWords, noVersionWords } from './outcome-words.ts'
import { isImport } from './page-history.ts'
import { type CurrentPage, changePage, type PageChangeOutcome } from './writing/change-page.ts'
import type { Locked } from './writing/edit-lock.ts'
import type { Editing, EditingOptions } from './writing/editing.ts'
import { type PageVersion, readVersion } from './writing/page-versions.ts'
import { type Busy, type Denied, whileEditing } from './writing/while-editing.ts'

export interface RestoreOptions extends EditingOptions {
  /** Another page than the one at the address of Collections. */
  readonly slug?: string
  /** The revision the caller wrote and takes back: allowed as long as it is the latest. */
  readonly undoes?: number
  /** Also where the latest version is not an import's. */
  readonly force?: boolean
}

export type RestoreOutcome =
  | PageChangeOutcome
  | Busy
  | Locked
  | Denied
  | { readonly ok: false; readonly reason: 'no-such-version'; readonly text: string }
  /** Somebody worked on since: what restoring would take away. */
  | {
      readonly ok: false
      readonly reason: 'not-ours'
      readonly text: string
      readonly latest: PageVersion
      /** From the latest version to the one to be restored; `null` where one of them cannot be read. */
      readonly differences: readonly DifferenceRow[] | null
    }

/**
 * Puts an earlier version of the configuration page back: *Undo*. Refused, with the difference, unless the latest
 * version is what an import wrote (or `force`); watched for conflicts like every other write. The page keeps its
 * title and address. Doing it twice changes nothing.
 */
export async function restoreRevision(
  canvas: Canvas,
  courseId: CourseId,
  revisionId: number,
  options: RestoreOptions,
): Promise<RestoreOutcome> {
  return whileEditing(canvas, courseId, options, editing => restore(editing, revisionId, options))
}

async function restore(editing: Editing, revisionId: number, options: RestoreOptions): Promise<RestoreOutcome> {
  const { canvas, courseId, call, parseHtml } = editing
  const page = await findPage(canvas, courseId, { slug: options.slug ?? canonicalSlug }, call)
  const wanted = page && (await findRevision(editing, page, revisionId))
  if (page === undefined || wanted === undefined) return noSuchVersion(page, revisionId)
  const [latest, before] = await readNewestTwo(editing, page)
  if (latest === undefined) return noSuchVersion(page, revisionId)
  const reading = readPage(wanted.body, parseHtml)
  const isOurs = options.undoes === latest.revisionId || isImport(latest.reading, before?.reading)
  if (options.force !== true && !isOurs && !isSame(latest.reading, reading)) return notOurs(latest, reading)
  return changePage(editing, {
    pageId: page.id,
    slug: page.url,
    isDone: current => current.revisionId === revisionId || isSame(current.reading, reading),
    isExpected: current => current.revisionId === latest.revisionId || isSame(current.reading, latest.reading),
    isOurs: saved => isSame(saved.reading, reading) || (!reading.ok && hasText(editing, saved, wanted.body)),
    send: current => send(editing, current, wanted),
  })
}

/** Unreadable pages may fail alike and differ: those are told apart by their numbers and texts. */
function isSame(one: PageReading, other: PageReading): boolean {
  return one.ok && other.ok && sameReading(one, other)
}

function hasText({ canvas, parseHtml }: Editing, { body }: Pick<PageVersion, 'body'>, text: string): boolean {
  return body !== null && sameStored(body, text, { parseHtml, origin: canvas.origin, styles: 'count' })
}

async function findRevision(editing: Editing, page: Page, revisionId: number): Promise<PageRevision | undefined> {
  const { canvas, courseId, call } = editing
  try {
    return await getPageRevision(canvas, courseId, { id: page.id }, revisionId, call)
  } catch (error) {
    if (isCanvasError(error, 'missing')) return undefined
    throw error
  }
}

async function readNewestTwo(editing: Editing, page: Page): Promise<readonly PageVersion[]> {
  const { canvas, courseId, call } = editing
  const listed = await listPageRevisions(canvas, courseId, { id: page.id }, call)
  const newest = listed.toSorted((one, other) => other.revisionId - one.revisionId).slice(0, 2)
  return Promise.all(newest.map(summary => readVersion(editing, page.id, summary)))
}

/** Canvas's own way back is exact to the letter, but takes the title and address of that time along. */
function send({ canvas, courseId, call }: Editing, { page }: CurrentPage, wanted: PageRevision): Promise<unknown> {
  const ref = { id: page.id }
  if (wanted.title === page.title && wanted.url === page.url)
    return revertPage(canvas, courseId, ref, wanted.revisionId, call)
  return putPage(canvas, courseId, ref, { title: page.title, body: wanted.body }, call)
}

function noSuchVersion(page: Page | undefined, revisionId: number): RestoreOutcome {
  return { ok: false, reason: 'no-such-version', text: noVersionWords(page !== undefined, revisionId) }
}

function notOurs(latest: PageVersion, wanted: PageReading): RestoreOutcome {
  const differences =
    latest.reading.ok && wanted.ok
      ? findDifferences(latest.reading.page.configuration, wanted.page.configuration)
      : null
  return { ok: false, reason: 'not-ours', text: notOursWords(latest.savedBy), latest, differences }
}
