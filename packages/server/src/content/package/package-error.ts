/**
 * Why a package was refused before anything was made of it: `not-a-package` no zip, or none that we know · `too-large` more
 * than any course · `unsafe` out to harm, or made so that nobody can say what it holds · `damaged` it was whole once.
 */
export class PackageError extends Error {
  override readonly name = 'PackageError'
  readonly kind: 'not-a-package' | 'too-large' | 'unsafe' | 'damaged'

  constructor(kind: PackageError['kind'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.kind = kind
  }
}
