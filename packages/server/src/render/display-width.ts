const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

const PLAIN = /^[\x20-\x7e]*$/
const NOTHING = /^[\p{Mark}\p{Format}\p{Control}\p{Default_Ignorable_Code_Point}]+$/u
const EMOJI = /\p{Emoji_Presentation}|\p{Emoji}\uFE0F/u

/** Unicode's East Asian Width *Wide* and *Fullwidth* (UAX #11), in the blocks that hold text people name things with. */
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{17000}-\u{18CFF}\u{1AFF0}-\u{1B2FF}\u{20000}-\u{3FFFD}]/u

/** What a reader takes for single characters: flags, families and letters with their marks stay whole. */
export function toGraphemes(text: string): readonly string[] {
  return PLAIN.test(text) ? [...text] : Array.from(segmenter.segment(text), part => part.segment)
}

/** Columns that text takes in a terminal: 0 for marks and joiners, 2 for wide letters and emoji, else 1. */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length
  return toGraphemes(text).reduce((sum, grapheme) => sum + graphemeWidth(grapheme), 0)
}

function graphemeWidth(grapheme: string): number {
  if (NOTHING.test(grapheme)) return 0
  return EMOJI.test(grapheme) || WIDE.test(grapheme) ? 2 : 1
}
