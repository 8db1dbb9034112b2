/** Part of every engine that core runs in; its library of types does not know it. */
declare class TextDecoder {
  constructor(label: string)
  readonly encoding: string
  decode(bytes: Uint8Array): string
}

/**
 * The text of an XML or HTML file in the encoding that its byte order mark, first bytes, XML declaration or `<meta charset>` tell; UTF-8
 * otherwise. The mark itself goes.
 */
export function decodeText(bytes: Uint8Array): string {
  const decoder = new TextDecoder(encodingOf(bytes))
  const text = decoder.decode(bytes)
  return decoder.encoding === 'windows-1252' ? withoutC1(text) : text
}

function encodingOf(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8'
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le'
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be'
  // XML 1.0, appendix F: without a mark, `<?` shows how wide the characters are.
  if (startsWith(bytes, [0x3c, 0, 0x3f, 0])) return 'utf-16le'
  if (startsWith(bytes, [0, 0x3c, 0, 0x3f])) return 'utf-16be'
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  const declared = declaredIn(start)
  // A declaration that could be read byte by byte cannot mean UTF-16.
  return declared !== undefined && isKnown(declared) && !/^utf-?16/i.test(declared) ? declared : 'utf-8'
}

function startsWith(bytes: Uint8Array, first: readonly number[]): boolean {
  return first.every((byte, index) => bytes[index] === byte)
}

/** A `<meta>` counts within the first 1024 bytes (HTML, 13.2.3.2), and not inside of a text that XML carries. */
function declaredIn(start: string): string | undefined {
  const inXml = /^\s*<\?xml[^>]*\sencoding=["']([\w.:-]+)["']/.exec(start)?.[1]
  if (inXml !== undefined) return inXml
  const markup = start.replace(/<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*$/g, '')
  return /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(markup)?.[1]
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== ''
  } catch {
    return false
  }
}

// 0x80 to 0x9f (https://encoding.spec.whatwg.org/index-windows-1252.txt); the five that stand for nothing are controls there, too.
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Node 20 decodes windows-1252 as ISO 8859-1 (https://github.com/nodejs/node/issues/56542). */
function withoutC1(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, control => upper[control.charCodeAt(0) - 0x80] ?? control)
}
