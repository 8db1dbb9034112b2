// The `sanitize` gem's notion of a protocol: whatever stands before the first colon, an escaped colon included.
const protocol = /^\s*([^/#]*?)(?::|&#0*58|&#x0*3a)/i

/** The lower-cased protocol of an address; `undefined` for a relative one. */
export function protocolOf(address: string): string | undefined {
  return protocol.exec(address)?.[1]?.toLowerCase()
}
