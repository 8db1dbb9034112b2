export type FaultKind = 'signed-out' | 'forbidden' | 'missing' | 'refused' | 'busy' | 'unreachable' | 'broken'

/** The server could not be asked, or could not answer; the message says what to do next. */
export class ApiFault extends Error {
  override readonly name = 'ApiFault'
  readonly kind: FaultKind

  constructor(kind: FaultKind, message: string, options?: ErrorOptions) {
    super(message, options)
    this.kind = kind
  }
}

export function isSignedOut(error: unknown): boolean {
  return error instanceof ApiFault && error.kind === 'signed-out'
}

/** What was there is no more, or no longer this person's to open: asking again does not help. */
export function isOutOfReach(error: unknown): boolean {
  return error instanceof ApiFault && (error.kind === 'missing' || error.kind === 'forbidden')
}
