import { type EditLock, isLockHeld } from '@recourse/core'
import { deletePage, findPage, listPagesWithBody, putPage } from '../../pages/pages.ts'
import type { Page } from '../../wire/page.ts'
import { hasKnownSource, newestPerSource, readRecords, toTimes } from '../facts/copy-records.ts'
import type { FinishedCopy } from '../facts/judge-copies.ts'
import { isLockPage, LOCK_SLUG, LOCK_TITLE, readLockText, toEditLock, writeLockText } from '../lock-page.ts'
import { lockedWords } from '../outcome-words.ts'
import { type Editing, nowIso, toSurvey } from './editing.ts'

/** 1.3 takes over a lock that is 200 s old (collections-1.3 §1.3): long work shows a sign of life before. */
const RENEW_AFTER_MS = 100_000
/** Letting go must not hold anybody up: so long a try may take. */
const RELEASE_WITHIN_MS = 5000
/** One lost request must not keep editors out of a course for minutes. */
const RELEASE_TRIES = 2

export interface Locked {
  readonly ok: false
  readonly reason: 'locked'
  readonly text: string
  readonly lock: EditLock
}

/** To be called between the steps of long work. */
export type KeepLock = () => Promise<void>

/**
 * Does work while holding 1.3's lock, so that its editors wait; a lock that somebody holds is never taken. Whatever
 * happens the lock is let go as well as can be. It is advice only: that nothing is lost is seen to by `changePage`.
 */
export async function withEditLock<T>(
  editing: Editing,
  copies: readonly FinishedCopy[],
  work: (keep: KeepLock) => Promise<T>,
): Promise<T | Locked> {
  const pages = await findLockPages(editing)
  const held = await findHeld(editing, copies, pages)
  if (held !== undefined) return toLocked(held)
  try {
    await putLock(editing, pages)
    // As 1.3 does: two may have found no lock.
    const other = await findHeld(editing, copies, await findLockPages(editing))
    return other === undefined ? await work(createKeep(editing)) : toLocked(other)
  } finally {
    await release(editing)
  }
}

function toLocked(lock: EditLock): Locked {
  return { ok: false, reason: 'locked', text: lockedWords(lock), lock }
}

async function findLockPages({ canvas, courseId, call }: Editing): Promise<readonly Page[]> {
  const pages = (await listPagesWithBody(canvas, courseId, { searchTerm: LOCK_TITLE }, call)).filter(isLockPage)
  const whole = pages.map(async page =>
    page.body === null ? ((await findPage(canvas, courseId, { id: page.id }, call)) ?? page) : page,
  )
  return Promise.all(whole)
}

async function findHeld(
  editing: Editing,
  copies: readonly FinishedCopy[],
  pages: readonly Page[],
): Promise<EditLock | undefined> {
  const now = nowIso(editing)
  const fresh = pages
    .map(page => toEditLock(page, editing.parseHtml, editing.user))
    .filter(lock => isLockHeld(lock, now, []))
  const certain = fresh.find(lock => isLockHeld(lock, now, copies.map(toTimes)))
  if (certain !== undefined || fresh.length === 0) return certain
  // Saved while a copy ran: Canvas's record says whether the copy brought it, or somebody began to edit meanwhile.
  const records = await readRecords(toSurvey(editing), newestPerSource(copies.filter(hasKnownSource)), false)
  return fresh.find(lock =>
    isLockHeld(lock, now, [...copies.filter(copy => !hasKnownSource(copy)).map(toTimes), ...records]),
  )
}

async function putLock(editing: Editing, pages: readonly Page[]): Promise<void> {
  const { canvas, courseId, call, user } = editing
  const body = writeLockText({ userId: user, sessionId: sessionOf(editing), at: nowIso(editing) })
  const [page] = pages
  // By its address where there is none: two who come at once then meet on one page.
  const ref = page === undefined ? { slug: LOCK_SLUG } : { id: page.id }
  await putPage(canvas, courseId, ref, { title: LOCK_TITLE, body }, call)
}

/**
 * One session for all runs of a person: a run that was killed leaves its lock behind, and the next must not wait for
 * it. Two runs of one person at once are no lock's concern; `changePage` tells them apart.
 */
function sessionOf({ user }: Editing): string {
  return `recourse-${user}`
}

function createKeep(editing: Editing): KeepLock {
  let savedAtMs = editing.now()
  return async () => {
    if (editing.now() - savedAtMs < RENEW_AFTER_MS) return
    await putLock(
      editing,
      (await findLockPages(editing)).filter(page => isOurs(editing, page)),
    )
    savedAtMs = editing.now()
  }
}

/** With no signal: an act that was called off lets go all the same. Its failure hides no other, and is no failure of the act. */
async function release(editing: Editing): Promise<void> {
  for (let tries = 0; tries < RELEASE_TRIES; tries++) {
    const call = { signal: AbortSignal.timeout(RELEASE_WITHIN_MS) }
    if (await hasLetGo({ ...editing, call })) return
  }
}

/** `false`: it is stale in 200 seconds, and our own next run does not mind it. */
async function hasLetGo(editing: Editing): Promise<boolean> {
  const { canvas, courseId, call } = editing
  try {
    const pages = (await findLockPages(editing)).filter(page => isOurs(editing, page))
    for (const { id } of pages) await deletePage(canvas, courseId, { id }, call)
    return true
  } catch {
    return false
  }
}

function isOurs(editing: Editing, { body }: Page): boolean {
  return readLockText(body, editing.parseHtml).sessionId === sessionOf(editing)
}
