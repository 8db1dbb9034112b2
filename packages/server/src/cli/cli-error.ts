/**
 * Why a command could not be carried out, by whose turn it is: `usage` the person typed something that cannot be ·
 * `token` there is none · `file` a file of theirs · `interrupted` they stopped it.
 */
export type CliErrorKind = 'usage' | 'token' | 'file' | 'interrupted'

/** The one error of the command line. It never holds a token. */
export class CliError extends Error {
  override readonly name = 'CliError'
  readonly kind: CliErrorKind
  /** What to do next, a sentence. */
  readonly next: string

  constructor(kind: CliErrorKind, message: string, next: string, options?: ErrorOptions) {
    super(message, options)
    this.kind = kind
    this.next = next
  }
}
