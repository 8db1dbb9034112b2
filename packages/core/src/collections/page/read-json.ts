import type { Json, JsonObject } from '../configuration/json.ts'
import { findStringEnd } from './read-json-string.ts'

/** JSON text, read with a place for everything strange. Nothing is thrown, and `__proto__` is an ordinary key. */
export type JsonReading =
  | { readonly ok: true; readonly value: Json; readonly repairs: readonly JsonRepair[] }
  | { readonly ok: false; readonly at: number; readonly problem: string }

/** Where the text was not JSON and yet clear. */
export interface JsonRepair {
  readonly at: number
  readonly text: string
}

interface Cursor {
  readonly text: string
  readonly repairs: JsonRepair[]
  at: number
  depth: number
  failure: { readonly at: number; readonly problem: string } | null
}

/** Deeper than anything meant; `JSON.stringify` runs out of stack at some thousands. */
const deepest = 500

/** What may stand behind a backslash, and, place by place, what it means. */
const escapes = '"\\/bfnrt'
const escaped = '"\\/\b\f\n\r\t'

export function readJson(text: string): JsonReading {
  const cursor: Cursor = { text, repairs: [], at: 0, depth: 0, failure: null }
  const value = readValue(cursor)
  skipSpace(cursor)
  if (value !== undefined && cursor.at < text.length) fail(cursor, 'there is more text behind its end')
  if (cursor.failure !== null) return { ok: false, ...cursor.failure }
  return value === undefined
    ? { ok: false, at: 0, problem: 'nothing can be read' }
    : { ok: true, value, repairs: cursor.repairs }
}

function readValue(cursor: Cursor): Json | undefined {
  skipSpace(cursor)
  switch (cursor.text[cursor.at]) {
    case '{':
      return readNested(cursor, readObject)
    case '[':
      return readNested(cursor, readArray)
    case '"':
      return readString(cursor)
    default:
      return readWord(cursor)
  }
}

function readNested(cursor: Cursor, read: (cursor: Cursor) => Json | undefined): Json | undefined {
  if (cursor.depth >= deepest) return fail(cursor, `it is nested more than ${deepest} levels deep`)
  cursor.depth++
  cursor.at++
  const value = read(cursor)
  cursor.depth--
  return value
}

function readObject(cursor: Cursor): JsonObject | undefined {
  const entries = new Map<string, Json>()
  if (takes(cursor, '}')) return {}
  do {
    skipSpace(cursor)
    const keyAt = cursor.at
    const key = cursor.text[keyAt] === '"' ? readString(cursor) : fail(cursor, 'a name in double quotes is missing')
    if (key === undefined) return undefined
    if (!takes(cursor, ':')) return fail(cursor, 'a colon is missing')
    const value = readValue(cursor)
    if (value === undefined) return undefined
    if (entries.has(key)) cursor.repairs.push({ at: keyAt, text: `“${key}” stands here twice; the later one counts` })
    entries.set(key, value)
  } while (takes(cursor, ','))
  return takes(cursor, '}') ? Object.fromEntries(entries) : fail(cursor, 'a comma or a closing brace is missing')
}

function readArray(cursor: Cursor): readonly Json[] | undefined {
  const values: Json[] = []
  if (takes(cursor, ']')) return values
  do {
    const value = readValue(cursor)
    if (value === undefined) return undefined
    values.push(value)
  } while (takes(cursor, ','))
  return takes(cursor, ']') ? values : fail(cursor, 'a comma or a closing bracket is missing')
}

function readString(cursor: Cursor): string | undefined {
  const start = cursor.at
  const { end, swallowed } = findStringEnd(cursor.text, start)
  if (end === undefined) return fail(cursor, 'the text that begins here never ends')
  const source = cursor.text.slice(start + 1, end)
  for (const at of swallowed) cursor.repairs.push({ at, text: 'a backslash that Canvas swallowed was put back' })
  cursor.at = end + 1
  return decodeString(cursor, source, start + 1)
}

function decodeString(cursor: Cursor, source: string, start: number): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in texts; editors put them there.
  const control = source.search(/[\u0000-\u001f]/)
  if (control !== -1) cursor.repairs.push({ at: start + control, text: 'a line break or tab stands in a text' })
  if (!source.includes('\\')) return source
  let wrongAt = -1
  const decoded = source.replace(
    /\\(?:u([\da-fA-F]{4})|(.))/gs,
    (whole, hex: string | undefined, letter: string, at) => {
      const character =
        hex === undefined ? escaped[escapes.indexOf(letter)] : String.fromCharCode(Number.parseInt(hex, 16))
      if (character === undefined && wrongAt === -1) wrongAt = Number(at)
      return character ?? whole
    },
  )
  return wrongAt === -1
    ? decoded
    : failAt(cursor, start + wrongAt, 'a backslash stands before a character it cannot escape')
}

function readWord(cursor: Cursor): Json | undefined {
  const pattern = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
  pattern.lastIndex = cursor.at
  const word = pattern.exec(cursor.text)?.[0]
  if (word === undefined)
    return fail(cursor, cursor.at < cursor.text.length ? 'a value is missing' : 'it ends too early')
  const value = wordValue(word)
  if (value === undefined) return fail(cursor, 'a value is missing')
  cursor.at += word.length
  return value
}

function wordValue(word: string): Json | undefined {
  if (word === 'true') return true
  if (word === 'false') return false
  if (word === 'null') return null
  const number = Number(word)
  // JSON has no -0 when written again, so that reading and writing agree.
  return Number.isNaN(number) ? undefined : number === 0 ? 0 : number
}

function takes(cursor: Cursor, character: string): boolean {
  skipSpace(cursor)
  if (cursor.failure !== null || cursor.text[cursor.at] !== character) return false
  cursor.at++
  return true
}

/** Wider than JSON: editors leave byte order marks, hard and zero-width spaces around it. */
function skipSpace(cursor: Cursor): void {
  const pattern = /[\s\u200b\ufeff]*/y
  pattern.lastIndex = cursor.at
  cursor.at += pattern.exec(cursor.text)?.[0].length ?? 0
}

function fail(cursor: Cursor, problem: string): undefined {
  return failAt(cursor, cursor.at, problem)
}

function failAt(cursor: Cursor, at: number, problem: string): undefined {
  cursor.failure ??= { at, problem }
  return undefined
}
