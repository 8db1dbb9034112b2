import type { CopyingNow, CourseId } from '@recourse/core'
import type { Canvas } from '../canvas.ts'
import { linkSignals } from '../http/signals.ts'
import { readCopies } from './facts/read-copies.ts'
import { stillCopyingWords } from './outcome-words.ts'

export interface WaitOptions {
  readonly signal?: AbortSignal | undefined
  readonly now?: () => number
  /** How long to wait at most; default: until the signal ends it. */
  readonly maxWaitMs?: number
  /** Between the first two looks; grows by half each time up to ten times as much. Default 2 s. */
  readonly intervalMs?: number
  /** At every look that finds Canvas at work. */
  readonly onProgress?: (copying: CopyingNow) => void
}

export type WaitOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'still-copying'; readonly text: string; readonly copying: CopyingNow }

/** Waits until no course copy, package import or blueprint sync into a course is under way. */
export async function waitForCopy(canvas: Canvas, courseId: CourseId, options: WaitOptions = {}): Promise<WaitOutcome> {
  const { now = canvas.now, maxWaitMs = Number.POSITIVE_INFINITY, intervalMs = 2000 } = options
  const { signal, unlink } = linkSignals([canvas.connection.signal, options.signal])
  const giveUpAt = now() + maxWaitMs
  try {
    for (let waitMs = intervalMs; ; waitMs = Math.min(intervalMs * 10, waitMs * 1.5)) {
      const copying = await findCopying(canvas, courseId, { signal, nowMs: now() })
      if (copying === null) return { ok: true }
      options.onProgress?.(copying)
      if (now() + waitMs > giveUpAt) return stillCopying(copying)
      await canvas.sleep(waitMs, signal)
    }
  } finally {
    unlink()
  }
}

async function findCopying(
  canvas: Canvas,
  courseId: CourseId,
  { signal, nowMs }: { readonly signal: AbortSignal; readonly nowMs: number },
): Promise<CopyingNow | null> {
  const { copying } = await readCopies({ canvas, courseId, call: { signal }, nowMs, unread: new Set() })
  return copying
}

function stillCopying(copying: CopyingNow): WaitOutcome {
  return { ok: false, reason: 'still-copying', text: stillCopyingWords(copying), copying }
}
