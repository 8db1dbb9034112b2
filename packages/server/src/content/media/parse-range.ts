export interface ByteRange {
  readonly from: number
  /** Included. */
  readonly to: number
}

/**
 * Which bytes a `Range` header asks for: the one part it names, `undefined` for the whole (none, several, or in a form that
 * may be passed over by RFC 9110), or `beyond` where there is no such part.
 */
export function parseRange(header: string | undefined, size: number): ByteRange | 'beyond' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return undefined
  if (first === '')
    return Number(last) === 0 || size === 0 ? 'beyond' : { from: Math.max(0, size - Number(last)), to: size - 1 }
  const from = Number(first)
  if (from >= size) return 'beyond'
  const to = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return to < from ? undefined : { from, to }
}
