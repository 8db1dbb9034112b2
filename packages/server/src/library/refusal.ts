/**
 * Why an operation was not carried out: `not-found` nothing of that id for this person · `forbidden` not theirs to change ·
 * `in-use` something needs it · `already-there` it would be there twice · `stale` somebody else changed it meanwhile ·
 * `protected` its courses decide together · `moved-on` cannot be taken back as a whole · `confirm` has a reach to be
 * agreed to · `invalid` not a possible value · `not-whole` an invariant did not hold.
 */
export type RefusalReason =
  | 'not-found'
  | 'forbidden'
  | 'in-use'
  | 'already-there'
  | 'stale'
  | 'protected'
  | 'moved-on'
  | 'confirm'
  | 'invalid'
  | 'not-whole'

export interface Refusal {
  readonly ok: false
  readonly reason: RefusalReason
  /** A sentence that says what to do next. */
  readonly message: string
  /** What it is about: conflicts, choices, rows that moved on. */
  readonly details: unknown
}

/** Leaves the transaction; carryOut turns it into a Refusal. It goes no further. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly refusal: Refusal

  constructor(reason: RefusalReason, message: string, details: unknown = null) {
    super(message)
    this.refusal = { ok: false, reason, message, details }
  }
}
