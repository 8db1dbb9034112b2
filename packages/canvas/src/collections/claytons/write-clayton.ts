import { type CourseId, type HtmlParser, type PlannedClayton, sameStored } from '@recourse/core'
import type { Canvas } from '../../canvas.ts'
import { isCanvasError } from '../../canvas-error.ts'
import type { CallOptions } from '../../http/request.ts'
import { getPageRevision } from '../../pages/page-revisions.ts'
import { findPage, putPage } from '../../pages/pages.ts'
import type { Page } from '../../wire/page.ts'
import { listNewer } from '../writing/page-versions.ts'
import type { ClaytonOutcome } from './clayton-outcome.ts'
import { goneSinceWords, meanwhileWords, savedTwiceWords, unchangedWords, writtenWords } from './clayton-words.ts'

/** Where pages are written, and what every step of it is given. */
export interface ClaytonsDesk {
  readonly canvas: Canvas
  readonly courseId: CourseId
  readonly call: CallOptions
  readonly parseHtml: HtmlParser
}

/** A planned page that is there. */
export interface ClaytonToWrite extends PlannedClayton {
  readonly pageId: NonNullable<PlannedClayton['pageId']>
  readonly slug: string
  readonly before: string
  readonly body: string
  readonly isNew: boolean
}

interface Current {
  readonly page: Page
  readonly revisionId: number
}

/**
 * Writes one page so that a conflict is always noticed: Canvas has no conditional write, but it numbers what is saved
 * (design *Proceeding*). An answer that never came is decided by that list too.
 */
export async function writeClayton(desk: ClaytonsDesk, planned: ClaytonToWrite): Promise<ClaytonOutcome> {
  const current = await readCurrent(desk, planned)
  if (current === undefined || !isSame(desk, current.page.body, planned, 'before'))
    return {
      ...none(planned),
      result: 'changed-meanwhile',
      text: meanwhileWords(current === undefined, editorOf(current)),
    }
  try {
    await send(desk, planned)
  } catch (error) {
    if (!isCanvasError(error)) throw error
    if (error.kind === 'denied' && !error.mayHaveActed)
      return { ...none(planned), result: 'denied', text: error.message }
    if (!error.mayHaveActed && error.kind !== 'malformed' && error.kind !== 'down')
      return { ...none(planned), result: 'failed', text: error.message }
    return judgeOrDoubt(desk, planned, { current, doubt: error.message })
  }
  return judgeOrDoubt(desk, planned, { current, doubt: null })
}

/** The number first: whatever is saved after it is newer, whatever was saved before is in the content. */
async function readCurrent(
  { canvas, courseId, call }: ClaytonsDesk,
  { pageId, slug }: ClaytonToWrite,
): Promise<Current | undefined> {
  try {
    const { revisionId } = await getPageRevision(canvas, courseId, { id: pageId }, 'latest', call)
    // By its address: Canvas finds deleted pages by their id.
    const page = await findPage(canvas, courseId, { slug }, call)
    return page?.id === pageId ? { page, revisionId } : undefined
  } catch (error) {
    if (isCanvasError(error, 'missing')) return undefined
    throw error
  }
}

/** Any change counts of what was there; of ours, whatever this Canvas keeps of it. */
function isSame(
  { parseHtml, canvas: { origin } }: ClaytonsDesk,
  found: string | null,
  { before, body }: ClaytonToWrite,
  what: 'before' | 'body',
): boolean {
  if (found === null) return false
  return what === 'before'
    ? sameStored(found, before, { parseHtml, origin, styles: 'count' })
    : sameStored(found, body, { parseHtml, origin, styles: 'are-ignored' })
}

function send({ canvas, courseId, call }: ClaytonsDesk, { pageId, body, publishes }: ClaytonToWrite): Promise<Page> {
  const published = publishes ? { isPublished: true } : {}
  return putPage(canvas, courseId, { id: pageId }, { body, ...published }, call)
}

interface Attempt {
  readonly current: Current
  /** Why nobody knows whether it was saved. */
  readonly doubt: string | null
}

/** Where even the list cannot be had, nobody knows; the next run will. */
async function judgeOrDoubt(desk: ClaytonsDesk, planned: ClaytonToWrite, attempt: Attempt): Promise<ClaytonOutcome> {
  try {
    return await judge(desk, planned, attempt)
  } catch (error) {
    if (!isCanvasError(error)) throw error
    const text = `${error.message} The page may have been saved: run again, and it is seen.`
    return { ...none(planned), result: 'failed', text }
  }
}

async function judge(desk: ClaytonsDesk, planned: ClaytonToWrite, attempt: Attempt): Promise<ClaytonOutcome> {
  const { pageId, isNew } = planned
  const { revisionId: previous, page } = attempt.current
  const newer = await listNewer(desk, pageId, previous)
  const now = await readCurrent(desk, planned)
  const isOurs = now !== undefined && isSame(desk, now.page.body, planned, 'body')
  const undo = {
    pageId,
    revisionId: now?.revisionId ?? previous,
    previousRevisionId: isNew ? null : previous,
    wasPublished: page.isPublished,
  }
  if (now === undefined) return { ...none(planned), result: 'conflict', text: goneSinceWords() }
  if (newer.length > 1 || (newer.length === 1 && !isOurs)) return conflict(planned, newer[0]?.editedBy?.displayName)
  if (isOurs) return { ...none(planned), result: 'written', text: writtenWords(isNew, now.page.isPublished), undo }
  return { ...none(planned), result: 'failed', text: unchangedWords(attempt.doubt) }
}

function editorOf(current: Current | undefined): string | undefined {
  return current?.page.lastEditedBy?.displayName
}

function conflict(planned: ClaytonToWrite, name: string | undefined): ClaytonOutcome {
  return { ...none(planned), result: 'conflict', text: savedTwiceWords(name) }
}

export function none({
  title,
  pageId,
}: Pick<PlannedClayton, 'title' | 'pageId'>): Pick<ClaytonOutcome, 'title' | 'pageId' | 'undo'> {
  return { title, pageId, undo: null }
}
