/** Text in the encoding that its byte order mark, XML declaration or first bytes tell; UTF-8 otherwise. The mark itself goes. */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes)
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  // XML 1.0, appendix F: without a mark, `<?` shows how wide the characters are.
  if (startsWith(bytes, [0x3c, 0, 0x3f, 0])) return 'utf-16le'
  if (startsWith(bytes, [0, 0x3c, 0, 0x3f])) return 'utf-16be'
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const declared = /^\s*<\?xml[^>]*\sencoding=["']([\w.:-]+)["']/.exec(start)?.[1] ?? 'utf-8'
  // A declaration that could be read byte by byte cannot mean UTF-16.
  return isKnown(declared) && !/^utf-?16/i.test(declared) ? declared : 'utf-8'
}

function startsWith(bytes: Uint8Array, first: readonly number[]): boolean {
  return first.every((byte, index) => bytes[index] === byte)
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== ''
  } catch {
    return false
  }
}
