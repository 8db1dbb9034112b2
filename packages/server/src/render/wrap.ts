import { displayWidth, toGraphemes } from './display-width.ts'

/** Text in lines of at most `width` columns, broken between words, and inside a word only where it does not fit a line. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const [first = '', ...rest] = breakWord(word, width)
    const longer = line === '' ? first : `${line} ${first}`
    const fits = line === '' || displayWidth(longer) <= width
    if (!fits) lines.push(line)
    // Pieces of one word never share a line: a space would come between them.
    const open = [fits ? longer : first, ...rest]
    lines.push(...open.slice(0, -1))
    line = open.at(-1) ?? ''
  }
  return [...lines, line]
}

/** No-break spaces stay inside words, as they ask for. A path breaks behind a stroke, where one is near. */
function breakWord(word: string, width: number): readonly string[] {
  const pieces: string[] = []
  let rest = toGraphemes(word)
  while (displayWidth(rest.join('')) > width && rest.length > 1) {
    const end = breakAt(rest, width)
    pieces.push(rest.slice(0, end).join(''))
    rest = rest.slice(end)
  }
  return [...pieces, rest.join('')]
}

function breakAt(graphemes: readonly string[], width: number): number {
  let fitting = 1
  let used = displayWidth(graphemes[0] ?? '')
  while (used + displayWidth(graphemes[fitting] ?? '') <= width) used += displayWidth(graphemes[fitting++] ?? '')
  const stroke = graphemes.slice(0, fitting).findLastIndex(grapheme => /[/_.-]/.test(grapheme)) + 1
  return stroke > fitting / 2 ? stroke : fitting
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** Padded to `width` columns. A left-to-right mark after right-to-left text keeps a bidirectional terminal from swapping columns. */
export function pad(text: string, width: number): string {
  const mark = RIGHT_TO_LEFT.test(text) ? '\u200E' : ''
  return text + mark + ' '.repeat(Math.max(0, width - displayWidth(text)))
}
