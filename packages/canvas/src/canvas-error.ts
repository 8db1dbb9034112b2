/**
 * What went wrong outside us, by what the caller can do about it:
 * `unauthenticated` sign in again · `denied` ask someone with more rights · `missing` not there (or not visible) ·
 * `refused` Canvas does not accept these values · `changed` someone else was faster · `too-large` over a limit ·
 * `throttled` come back later · `down` no usable answer · `malformed` an answer that is not Canvas's.
 */
export type CanvasErrorKind =
  | 'unauthenticated'
  | 'denied'
  | 'missing'
  | 'refused'
  | 'changed'
  | 'too-large'
  | 'throttled'
  | 'down'
  | 'malformed'

/** One complaint of Canvas: the field, a constant name of the rule (`blank`, `too_long`), and Canvas's own (localised) words. */
export interface CanvasErrorDetail {
  readonly field?: string
  readonly type?: string
  readonly message?: string
}

export interface CanvasErrorFacts {
  /** What was attempted, on what: "save page 7 of course 5". */
  readonly task: string
  readonly status?: number | undefined
  readonly details?: readonly CanvasErrorDetail[]
  readonly mayHaveActed?: boolean
  readonly retryAfterMs?: number | undefined
  readonly cause?: unknown
}

/** The one error this package throws. Its message never holds a token, an address with parameters, or a person's name. */
export class CanvasError extends Error {
  override readonly name = 'CanvasError'
  readonly kind: CanvasErrorKind
  readonly task: string
  /** HTTP status of the answer; `undefined` where none came. */
  readonly status: number | undefined
  readonly details: readonly CanvasErrorDetail[]
  /** A write whose outcome is unknown: look before you repeat it. */
  readonly mayHaveActed: boolean
  /** How long Canvas (or a proxy before it) asked to wait. */
  readonly retryAfterMs: number | undefined

  constructor(kind: CanvasErrorKind, reason: string, facts: CanvasErrorFacts) {
    super(`Could not ${facts.task}: ${reason}`, facts.cause === undefined ? undefined : { cause: facts.cause })
    this.kind = kind
    this.task = facts.task
    this.status = facts.status
    this.details = facts.details ?? []
    this.mayHaveActed = facts.mayHaveActed ?? false
    this.retryAfterMs = facts.retryAfterMs
  }
}

/** Whether an error is a `CanvasError` of one of these kinds. */
export function isCanvasError(error: unknown, ...kinds: readonly CanvasErrorKind[]): error is CanvasError {
  return error instanceof CanvasError && (kinds.length === 0 || kinds.includes(error.kind))
}
