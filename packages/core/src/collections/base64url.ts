const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/**
 * RFC 4648 §5 without padding, of the text's UTF-8. Core has neither `btoa` nor `TextEncoder`.
 * A lone surrogate has no UTF-8 and becomes U+FFFD; JSON text never holds one (`JSON.stringify` escapes them).
 */
export function encodeBase64Url(text: string): string {
  const bytes = utf8Bytes(text)
  let encoded = ''
  for (let at = 0; at < bytes.length; at += 3) encoded += encodeGroup(bytes.slice(at, at + 3))
  return encoded
}

/** `null` for anything but base64url of well-formed UTF-8. */
export function decodeBase64Url(encoded: string): string | null {
  if (!/^[\w-]*$/.test(encoded) || encoded.length % 4 === 1) return null
  let percentEncoded = ''
  for (let at = 0; at < encoded.length; at += 4) percentEncoded += decodeGroup(encoded.slice(at, at + 4))
  try {
    return decodeURIComponent(percentEncoded)
  } catch {
    return null
  }
}

function utf8Bytes(text: string): readonly number[] {
  const wellFormed = text.replace(/\p{Surrogate}/gu, '\ufffd')
  const percentEncoded = encodeURIComponent(wellFormed).matchAll(/%([\dA-F]{2})|./g)
  return Array.from(percentEncoded, ([character, hex]) =>
    hex === undefined ? character.charCodeAt(0) : Number.parseInt(hex, 16),
  )
}

/** Up to three bytes as one more character than there are bytes. */
function encodeGroup(bytes: readonly number[]): string {
  const [first = 0, second = 0, third = 0] = bytes
  const bits = (first << 16) | (second << 8) | third
  const characters = [18, 12, 6, 0].map(shift => alphabet.charAt((bits >> shift) & 63))
  return characters.slice(0, bytes.length + 1).join('')
}

/** Up to four characters as one byte fewer, percent-encoded. */
function decodeGroup(characters: string): string {
  const bits = [0, 1, 2, 3].reduce((sum, at) => (sum << 6) | Math.max(0, alphabet.indexOf(characters[at] ?? 'A')), 0)
  const bytes = [bits >> 16, (bits >> 8) & 255, bits & 255]
  return bytes
    .slice(0, characters.length - 1)
    .map(byte => `%${byte.toString(16).padStart(2, '0')}`)
    .join('')
}
