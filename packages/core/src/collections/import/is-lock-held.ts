import { parseInstant } from '../dates/instant.ts'
import type { CopyRecord, EditLock } from './import-facts.ts'

/** After so long without a sign of life Collections lets others take the lock (collections-1.3 §1.3 *Lock*). */
const staleAfterSeconds = 200
/** Clocks of a copy's log and of its pages differ by a little. */
const toleranceSeconds = 2

/**
 * Is somebody editing? A lock page without a person, one that is stale, one of our own, and one that a course copy
 * brought along (saved while a copy ran) are none.
 */
export function isLockHeld(lock: EditLock | null, nowIso: string, records: readonly CopyRecord[]): boolean {
  if (lock === null || lock.mine || lock.userId === null) return false
  const [saved, now] = [parseInstant(lock.updatedAt), parseInstant(nowIso)]
  if (saved === undefined || now === undefined || now - saved > staleAfterSeconds) return false
  return !records.some(record => wasSavedDuring(saved, record) && mayHaveBrought(record, lock.pageId))
}

/** Canvas's record names the pages it brought; somebody may have begun to edit while a long copy ran. */
function mayHaveBrought({ assets }: CopyRecord, pageId: EditLock['pageId']): boolean {
  const brought = Object.values(assets?.pages ?? {})
  return brought.length === 0 || brought.includes(pageId)
}

function wasSavedDuring(saved: number, { startedAt, finishedAt }: CopyRecord): boolean {
  const [start, end] = [parseInstant(startedAt ?? ''), parseInstant(finishedAt ?? '')]
  return (
    start !== undefined && end !== undefined && saved >= start - toleranceSeconds && saved <= end + toleranceSeconds
  )
}
