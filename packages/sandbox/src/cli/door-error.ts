/** Why the sandbox could not be opened, in a sentence for whoever typed the command. */
export class DoorError extends Error {
  override readonly name = 'DoorError'
  readonly kind: 'address' | 'cartridge'

  constructor(kind: DoorError['kind'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.kind = kind
  }
}
