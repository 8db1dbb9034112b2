/** An archive that is no Common Cartridge, or one whose XML is broken; `file` is the name in the archive. */
export class CartridgeError extends Error {
  override readonly name = 'CartridgeError'
  readonly kind: 'no-manifest' | 'broken-xml'
  readonly file: string

  constructor(kind: CartridgeError['kind'], file: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.kind = kind
    this.file = file
  }
}
