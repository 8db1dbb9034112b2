import type { CanvasError } from '../canvas-error.ts'
import { type CanvasRequest, isRead } from './request.ts'

/** Reads are tried so often when Canvas gives no usable answer. */
const MAX_TRIES_WHEN_DOWN = 4
/** A throttled request was refused before it did anything: any method may be tried again, patiently. */
const MAX_TRIES_WHEN_THROTTLED = 9
const MAX_WAIT_MS = 30_000
/** Longer than this is for the caller to wait, knowingly. */
const MAX_RETRY_AFTER_MS = 5 * 60_000

export interface Failure {
  readonly request: CanvasRequest
  readonly error: CanvasError
  /** 1 for the first try. */
  readonly attempt: number
  /** 0 to 1: spreads clients that failed together. */
  readonly random: number
}

/** How long to wait before the next try; `undefined`: give up. A write with an unclear outcome is never repeated. */
export function planRetry(failure: Failure): number | undefined {
  const { error, attempt } = failure
  if ((error.retryAfterMs ?? 0) > MAX_RETRY_AFTER_MS) return undefined
  if (error.kind === 'throttled') return attempt < MAX_TRIES_WHEN_THROTTLED ? backOff(2000, failure) : undefined
  return isTransient(failure) && attempt < MAX_TRIES_WHEN_DOWN ? backOff(500, failure) : undefined
}

/** No answer at all, or a gateway's: a 500 is Canvas's own and would come again. */
function isTransient({ request, error }: Failure): boolean {
  return isRead(request) && error.kind === 'down' && [undefined, 502, 503, 504].includes(error.status)
}

function backOff(baseMs: number, { error, attempt, random }: Failure): number {
  const exponential = Math.min(MAX_WAIT_MS, baseMs * 2 ** (attempt - 1))
  return Math.max(error.retryAfterMs ?? 0, exponential / 2) + (exponential / 2) * random
}
