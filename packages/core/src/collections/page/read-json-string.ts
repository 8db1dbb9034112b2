/** Where a JSON string ends, and the quotes inside it that lost their backslash on the way. */
interface StringEnd {
  /** Index of the closing quote; `undefined` where there is none. */
  readonly end: number | undefined
  readonly swallowed: readonly number[]
}

/** What may follow the closing quote of a JSON string: a separator (before a comma's next value), or nothing. */
const genuineEnd = /"[\s\u200b\ufeff]*(?:[:}\]]|$|,[\s\u200b\ufeff]*(?:["[{\d-]|true|false|null))/y

/**
 * A Canvas URL or a token that Canvas put in its place, up to the quote. When Canvas replaces URLs in a page's whole
 * text, its pattern ends at `"` but takes the `\` before it along (collections-1.3 §3.2 B8; canvas-api §3.2).
 */
const canvasUrl =
  /\$(?:[A-Z_-]+_REFERENCE|IMS[-_]CC[-_]FILEBASE)\$|%24(?:[A-Z_-]+_REFERENCE|IMS[-_]CC[-_]FILEBASE)%24|\/(?:courses|files)\/\d/

/** What Canvas's pattern does not take into a URL. */
const besideUrl = /[\s"<>\\]/

/** Longer than any URL that Canvas writes. */
const longestUrl = 2000

/** The end of the string whose opening quote is at `start`. */
export function findStringEnd(text: string, start: number): StringEnd {
  const swallowed: number[] = []
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    if (isEscaped(text, at)) continue
    if (isGenuineEnd(text, at) || !followsCanvasUrl(text, start, at)) return { end: at, swallowed }
    swallowed.push(at)
  }
  return { end: undefined, swallowed }
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0
  while (text[at - 1 - backslashes] === '\\') backslashes++
  return backslashes % 2 === 1
}

function isGenuineEnd(text: string, at: number): boolean {
  genuineEnd.lastIndex = at
  return genuineEnd.test(text)
}

function followsCanvasUrl(text: string, start: number, at: number): boolean {
  const earliest = Math.max(start + 1, at - longestUrl)
  let from = at
  while (from > earliest && !besideUrl.test(text.charAt(from - 1))) from--
  return canvasUrl.test(text.slice(from, at))
}
