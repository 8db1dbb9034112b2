import { Refused } from './refusal.ts'

/** Text without the few characters that the database refuses: U+0000, and halves of a character. */
export function cleanText(text: string): string {
  return text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd')
}

/** A value as JSON for the database, each text in it clean. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => (typeof each === 'string' ? cleanText(each) : each))
}

/** Characters of a name or title: what an index of the database holds in any script. */
const LONGEST = 500

/** A title: one line of text, never markup, and there. */
export function requireName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: nobody sees these.
  const line = cleanText(name.replace(/[\u0000-\u001f\u007f]+/g, ' ')).trim()
  if (line === '') throw new Refused('invalid', 'A name is needed. Give it one.')
  if (line.length <= LONGEST) return line
  throw new Refused('invalid', `A name has at most ${LONGEST} characters; this has ${line.length}. Shorten it.`)
}
