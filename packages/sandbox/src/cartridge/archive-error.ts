/** Why an archive was refused before anything was made of it. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError'
  readonly kind: 'not-a-zip' | 'unsafe-name' | 'encrypted' | 'unknown-packing' | 'too-large' | 'damaged'

  constructor(kind: ArchiveError['kind'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.kind = kind
  }
}
