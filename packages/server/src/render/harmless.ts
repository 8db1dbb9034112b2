/**
 * A name as it may be printed: one line, and nothing in it that a terminal would obey. Names come from courses, and
 * courses from anybody: an escape sequence could repaint the verdict, a bidirectional override could reverse it.
 * Joiners stay (emoji need them), and so does every letter of every script.
 */
export function toHarmless(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[\t\n\v\f\r\u2028\u2029]+/g, ' ')
    .replace(/\p{Control}/gu, toPicture)
    .replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB]|[\u{E0001}\u{E0020}-\u{E007F}]/gu, '')
}

/** Control characters get their printed pictures (ESC → ␛), so that a hostile name is seen to be one. */
function toPicture(control: string): string {
  const code = control.codePointAt(0) ?? 0
  if (code === 0x7f) return '\u2421'
  return code < 0x20 ? String.fromCodePoint(0x2400 + code) : '\uFFFD'
}
