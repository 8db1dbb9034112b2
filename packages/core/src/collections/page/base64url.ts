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
 * RFC 4648, section 5, without padding, of the text's UTF-8. Core has neither `btoa` nor `TextEncoder`; bytes instead of
 * strings on the way, because what is kept for later can be half a page.
 * A lone surrogate has no UTF-8 and becomes U+FFFD; JSON text never holds one (`JSON.stringify` escapes them).
 */
export function encodeBase64Url(text: string): string {
  const bytes = utf8Bytes(text)
  const codes = new Uint8Array(4 * Math.ceil(bytes.length / 3))
  for (let from = 0, to = 0; from < bytes.length; from += 3, to += 4) putGroup(bytes, from, codes, to)
  const used = codes.subarray(0, Math.ceil((bytes.length * 4) / 3))
  let encoded = ''
  for (let at = 0; at < used.length; at += chunkLength) {
    encoded += Reflect.apply(String.fromCharCode, null, used.subarray(at, at + chunkLength))
  }
  return encoded
}

/** How long `encodeBase64Url` makes it. */
export function base64UrlLength(text: string): number {
  let bytes = text.length
  for (const run of text.match(/[\u0080-\uffff]+/g) ?? []) bytes += utf8Bytes(run).length - run.length
  return Math.ceil((bytes * 4) / 3)
}

/** Three bytes, zeros behind the end, as four characters. */
function putGroup(bytes: Uint8Array, from: number, codes: Uint8Array, to: number): void {
  const bits = ((bytes[from] ?? 0) << 16) | ((bytes[from + 1] ?? 0) << 8) | (bytes[from + 2] ?? 0)
  codes[to] = alphabetCodes[bits >> 18] ?? 0
  codes[to + 1] = alphabetCodes[(bits >> 12) & 63] ?? 0
  codes[to + 2] = alphabetCodes[(bits >> 6) & 63] ?? 0
  codes[to + 3] = alphabetCodes[bits & 63] ?? 0
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
    const unit = text.charCodeAt(at)
    if (unit < 0x80) {
      bytes[length++] = unit
      continue
    }
    const code = text.codePointAt(at) ?? 0
    for (const byte of longCode(code)) bytes[length++] = byte
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
