/** Why an element is shown and not edited. */
export type UnfitReason = 'item' | 'media' | 'table' | 'depth' | 'address' | 'other'

/** Leaves the reading of one element; readBlock turns it into an element that is shown as it is. It goes no further. */
export class Unfit extends Error {
  override readonly name = 'Unfit'
  readonly reason: UnfitReason

  constructor(reason: UnfitReason) {
    super(`This element cannot be edited: ${reason}`)
    this.reason = reason
  }
}
