const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const values: ReadonlyMap<string, number> = new Map(Array.from(alphabet, (character, value) => [character, value]))

const percentEncoded: readonly string[] = Array.from(
  { length: 256 },
  (_, byte) => `%${byte.toString(16).padStart(2, '0')}`,
)

const alphabetCodes = Uint8Array.from(alphabet, character => character.charCodeAt(0))
/** `String.fromCharCode` takes no more arguments than a call stack holds. */
const chunkLength = 8192

/**
 * RFC 4648 §5 without padding, of the text's UTF-8. Core has neither `btoa` nor `TextEncoder`; bytes instead of
 * strings on the way, because what is kept for later can be half a page.
 * A lone surrogate has no UTF-8 and becomes U+FFFD; JSON text never holds one (`JSON.stringify` escapes them).
 */
export function encodeBase64Url(text: string): string {
  const bytes = utf8Bytes(text)
  const codes = new Uint8Array(Math.ceil((bytes.length * 4) / 3))
  for (let at = 0; at < codes.length; at += 1) codes[at] = alphabetCodes[sixBits(bytes, at * 6)] ?? 0
  let encoded = ''
  for (let at = 0; at < codes.length; at += chunkLength) {
    encoded += Reflect.apply(String.fromCharCode, null, codes.subarray(at, at + chunkLength))
  }
  return encoded
}

/** Six bits from a bit position on; zeros behind the end. */
function sixBits(bytes: Uint8Array, position: number): number {
  const at = position >> 3
  const twoBytes = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
  return (twoBytes >> (10 - (position & 7))) & 63
}

/** `null` for anything but base64url of well-formed UTF-8. */
export function decodeBase64Url(encoded: string): string | null {
  if (!/^[\w-]*$/.test(encoded) || encoded.length % 4 === 1) return null
  try {
    return decodeURIComponent(toPercentEncoded(encoded))
  } catch {
    return null
  }
}

function utf8Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3)
  let length = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) ?? 0
    if (code < 0x80) bytes[length++] = code
    else for (const byte of longCode(code)) bytes[length++] = byte
    if (code > 0xffff) at += 1
  }
  return bytes.subarray(0, length)
}

function longCode(code: number): readonly number[] {
  if (code >= 0xd800 && code <= 0xdfff) return longCode(0xfffd)
  if (code < 0x800) return [0xc0 | (code >> 6), trailing(code)]
  if (code < 0x10000) return [0xe0 | (code >> 12), trailing(code >> 6), trailing(code)]
  return [0xf0 | (code >> 18), trailing(code >> 12), trailing(code >> 6), trailing(code)]
}

function trailing(bits: number): number {
  return 0x80 | (bits & 0x3f)
}

function toPercentEncoded(encoded: string): string {
  let text = ''
  let bits = 0
  let count = 0
  for (const character of encoded) {
    bits = ((bits << 6) | (values.get(character) ?? 0)) & 0xffff
    count += 6
    if (count < 8) continue
    count -= 8
    text += percentEncoded[(bits >> count) & 0xff] ?? ''
  }
  return text
}
