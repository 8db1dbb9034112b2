import type { PageId, PageReading } from '@recourse/core'
import { CanvasError, isCanvasError } from '../../canvas-error.ts'
import { linkSignals } from '../../http/signals.ts'
import { getPageRevision } from '../../pages/page-revisions.ts'
import { findPage } from '../../pages/pages.ts'
import type { Page } from '../../wire/page.ts'
import { readPage } from '../facts/configuration-pages.ts'
import { changedWords, conflictWords, notWrittenWords } from '../outcome-words.ts'
import type { Editing } from './editing.ts'
import { type PageVersion, readNewer } from './page-versions.ts'

/** A change of one page, and how to tell before whether it may be made and afterwards whether it was. */
export interface PageChange {
  readonly pageId: PageId
  readonly slug: string
  /** Already as wanted: nothing is sent. */
  readonly isDone: (current: CurrentPage) => boolean
  /** What the decision was made on is still there. */
  readonly isExpected: (current: CurrentPage) => boolean
  readonly isOurs: (saved: Pick<PageVersion, 'reading' | 'body'>) => boolean
  readonly send: (current: CurrentPage) => Promise<unknown>
}

export interface CurrentPage {
  readonly page: Page
  readonly reading: PageReading
  /** Newest revision when the page was read, or a little before. */
  readonly revisionId: number
}

export type PageChangeOutcome =
  | {
      readonly ok: true
      readonly revisionId: number
      /** What *Undo* restores; `null` where nothing had to be written. */
      readonly previousRevisionId: number | null
    }
  | PageChangeFailure

export type PageChangeFailure =
  | ChangedMeanwhile
  /** Ours and somebody else's were saved within moments: merge, or restore either. */
  | {
      readonly ok: false
      readonly reason: 'conflict'
      readonly text: string
      readonly ours: PageVersion | null
      /** Newest first. */
      readonly others: readonly PageVersion[]
      readonly previousRevisionId: number
    }
  | { readonly ok: false; readonly reason: 'not-written'; readonly text: string }
  | { readonly ok: false; readonly reason: 'denied'; readonly text: string }
  | TooLargeForCanvas

export interface TooLargeForCanvas {
  readonly ok: false
  readonly reason: 'refused-as-too-large'
  readonly text: string
}

/** Somebody saved after the plan was drawn; nothing of ours is on the page. */
export interface ChangedMeanwhile {
  readonly ok: false
  readonly reason: 'changed-meanwhile'
  readonly text: string
  /** What stands there; `null` where the page is gone. */
  readonly found: PageVersion | null
}

/** After a connection broke, a slow Canvas may still be saving. */
const SETTLE_MS = 2000

/**
 * Changes a page so that a conflict is always noticed (design *Proceeding*): Canvas has no conditional write, but it
 * numbers what is saved. Read number and content, write, list what is newer: ours alone is success. An answer that
 * never came is decided by that list too. Equal content twice is one change.
 */
export async function changePage(editing: Editing, change: PageChange): Promise<PageChangeOutcome> {
  const current = await readCurrent(editing, change)
  if (current === undefined) return changedMeanwhile(current)
  if (change.isDone(current)) return { ok: true, revisionId: current.revisionId, previousRevisionId: null }
  if (!change.isExpected(current)) return changedMeanwhile(current)
  const sent = await trySend(change, current)
  return sent.kind === 'refused' ? sent.outcome : judgeOrDoubt(editing, change, { current, sent })
}

/** The number first: whatever is saved after it is newer, whatever was saved before the content is in the content. */
export async function readCurrent(
  { canvas, courseId, call, parseHtml }: Editing,
  { pageId, slug }: Pick<PageChange, 'pageId' | 'slug'>,
): Promise<CurrentPage | undefined> {
  try {
    const { revisionId } = await getPageRevision(canvas, courseId, { id: pageId }, 'latest', call)
    // By its address: Canvas finds deleted pages by their id.
    const page = await findPage(canvas, courseId, { slug }, call)
    if (page?.id !== pageId) return undefined
    return { page, reading: readPage(page.body, parseHtml), revisionId }
  } catch (error) {
    if (isCanvasError(error, 'missing')) return undefined
    throw error
  }
}

function toVersion({ page, reading, revisionId }: CurrentPage): PageVersion {
  const savedBy = page.lastEditedBy?.displayName || null
  return { revisionId, updatedAt: page.updatedAt, savedBy, body: page.body, reading }
}

type Sent =
  | { readonly kind: 'done' }
  | { readonly kind: 'unknown'; readonly error: CanvasError }
  | { readonly kind: 'refused'; readonly outcome: PageChangeFailure }

async function trySend(change: PageChange, current: CurrentPage): Promise<Sent> {
  try {
    await change.send(current)
    return { kind: 'done' }
  } catch (error) {
    if (!isCanvasError(error)) throw error
    const outcome = error.mayHaveActed ? undefined : toRefusal(error)
    if (outcome !== undefined) return { kind: 'refused', outcome }
    if (error.mayHaveActed || isCanvasError(error, 'malformed', 'down')) return { kind: 'unknown', error }
    throw error
  }
}

function toRefusal(error: CanvasError): PageChangeFailure | undefined {
  const text = error.message
  if (error.kind === 'denied') return { ok: false, reason: 'denied', text }
  if (error.kind === 'too-large') return { ok: false, reason: 'refused-as-too-large', text }
  if (error.kind === 'refused') return { ok: false, reason: 'not-written', text }
  return error.kind === 'missing' || error.kind === 'changed' ? sayChanged(null) : undefined
}

interface Attempt {
  readonly current: CurrentPage
  readonly sent: Exclude<Sent, { kind: 'refused' }>
}

/** Where even the list cannot be had, nobody knows; the next run will. */
async function judgeOrDoubt(editing: Editing, change: PageChange, attempt: Attempt): Promise<PageChangeOutcome> {
  try {
    const outcome = await judge(editing, change, attempt)
    if (outcome.ok || outcome.reason !== 'not-written' || attempt.sent.kind === 'done') return outcome
    await settle(editing)
    return await judge(editing, change, attempt)
  } catch (cause) {
    if (!isCanvasError(cause)) throw cause
    const task = `confirm that page ${change.pageId} of course ${editing.courseId} was saved`
    const reason = `${cause.message} It may have been saved: run again, and it is seen.`
    throw new CanvasError(cause.kind, reason, { task, status: cause.status, mayHaveActed: true, cause })
  }
}

async function settle({ canvas, call }: Editing): Promise<void> {
  const { signal, unlink } = linkSignals([canvas.connection.signal, call.signal])
  try {
    await canvas.sleep(SETTLE_MS, signal)
  } finally {
    unlink()
  }
}

async function judge(editing: Editing, change: PageChange, attempt: Attempt): Promise<PageChangeOutcome> {
  const { revisionId: previousRevisionId } = attempt.current
  const newer = await readNewer(editing, change.pageId, previousRevisionId)
  const ours = newer.find(change.isOurs) ?? null
  const others = newer.filter(version => !change.isOurs(version))
  if (others.length > 0) return toConflict(attempt, ours, others)
  const now = await readCurrent(editing, change)
  if (now !== undefined && change.isOurs(toVersion(now)))
    return { ok: true, revisionId: ours?.revisionId ?? previousRevisionId, previousRevisionId }
  if (ours === null) return toNotWritten(attempt)
  // Saved, and replaced or deleted before we looked.
  return toConflict(attempt, ours, now === undefined ? [] : [toVersion(now)])
}

function toConflict(
  { current, sent }: Attempt,
  ours: PageVersion | null,
  others: readonly PageVersion[],
): PageChangeFailure {
  const [newest] = others
  if (ours === null && sent.kind === 'unknown') return sayChanged(newest ?? null)
  const text = conflictWords(newest === undefined, newest?.savedBy ?? null)
  return { ok: false, reason: 'conflict', text, ours, others, previousRevisionId: current.revisionId }
}

function toNotWritten({ sent }: Attempt): PageChangeFailure {
  return { ok: false, reason: 'not-written', text: notWrittenWords(sent.kind === 'unknown' ? sent.error : null) }
}

export function changedMeanwhile(current: CurrentPage | undefined): ChangedMeanwhile {
  return sayChanged(current === undefined ? null : toVersion(current))
}

function sayChanged(found: PageVersion | null): ChangedMeanwhile {
  const text = changedWords(found === null, found?.savedBy ?? null)
  return { ok: false, reason: 'changed-meanwhile', text, found }
}
