const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const values: ReadonlyMap<string, number> = new Map(Array.from(alphabet, (character, value) => [character, value]))

const percentEncoded: readonly string[] = Array.from(
  { length: 256 },
  (_, byte) => `%${byte.toString(16).padStart(2, '0')}`,
)

/**
 * RFC 4648 §5 without padding, of the text's UTF-8. Core has neither `btoa` nor `TextEncoder`.
 * A lone surrogate has no UTF-8 and becomes U+FFFD; JSON text never holds one (`JSON.stringify` escapes them).
 */
export function encodeBase64Url(text: string): string {
  const bytes = utf8Bytes(text)
  let encoded = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const bits = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    encoded += alphabet.charAt(bits >> 18) + alphabet.charAt((bits >> 12) & 63)
    encoded += alphabet.charAt((bits >> 6) & 63) + alphabet.charAt(bits & 63)
  }
  return encoded.slice(0, Math.ceil((bytes.length * 4) / 3))
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

function utf8Bytes(text: string): readonly number[] {
  const bytes: number[] = []
  for (const character of text.replace(/\p{Surrogate}/gu, '\ufffd')) {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), trailing(code))
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), trailing(code >> 6), trailing(code))
    else bytes.push(0xf0 | (code >> 18), trailing(code >> 12), trailing(code >> 6), trailing(code))
  }
  return bytes
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
