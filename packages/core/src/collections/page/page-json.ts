import type { Element, Nodes, Root, RootContent } from 'hast'
import type { Json } from '../configuration/json.ts'
import { elements } from '../html/html-tree.ts'
import { isOtherPart, type JsonSource, jsonSource, withTagsInStrings } from './page-json-source.ts'
import { type JsonReading, type JsonRepair, readJson } from './read-json.ts'

/** The JSON of one `div.cc_json`, with what had to be repaired; or one sentence on what is wrong with it, and where. */
export type PageJson =
  | { readonly ok: true; readonly value: Json; readonly notes: readonly string[] }
  | { readonly ok: false; readonly where: string }

interface Attempt {
  readonly text: string
  readonly note: string | null
}

/** Tries what the page may have been before an HTML parser saw it, the likeliest first. */
export function readPageJson(tree: Root, div: Element): PageJson {
  const source = jsonSource(div.children)
  for (const { text, note } of attempts(tree, div, source)) {
    const reading = readJson(text)
    if (reading.ok) return { ok: true, value: reading.value, notes: notesOn(text, note, reading.repairs) }
  }
  return { ok: false, where: sayWhere(source.text, readJson(source.text)) }
}

function* attempts(tree: Root, div: Element, source: JsonSource): Generator<Attempt, void, void> {
  if (source.marks.length > 0) {
    const text = withTagsInStrings(source)
    const isAround = text === source.text
    yield {
      text,
      note: isAround
        ? 'Formatting around the configuration was left out.'
        : 'Markup that stood unescaped in texts was put back.',
    }
  }
  yield { text: source.text, note: source.marks.length > 0 ? 'Markup that stood unescaped in texts was lost.' : null }
  const cutOff = jsonSource([...div.children, ...behind(tree, div)])
  if (cutOff.text.length > source.text.length + '</div>'.length)
    yield { text: withTagsInStrings(cutOff), note: 'A “</div>” in a text had cut the configuration in two.' }
}

/** A `</div>` in a value ends the configuration's `div`; the rest of the JSON then stands behind it. */
function behind(tree: Root, div: Element): readonly Nodes[] {
  const siblings = siblingsAfter(tree, div)
  const end = siblings.findIndex(isOtherPart)
  return [{ type: 'text', value: '</div>' }, ...siblings.slice(0, end === -1 ? undefined : end)]
}

function siblingsAfter(tree: Root, div: Element): readonly (RootContent | Element)[] {
  for (const parent of [tree, ...elements(tree)]) {
    const at = parent.children.indexOf(div)
    if (at !== -1) return parent.children.slice(at + 1)
  }
  return []
}

/** One note for all repairs of a kind, with the place of the first. */
function notesOn(text: string, note: string | null, repairs: readonly JsonRepair[]): readonly string[] {
  const kinds = new Map<string, { readonly at: number; count: number }>()
  for (const { at, text: kind } of repairs) {
    const known = kinds.get(kind)
    if (known === undefined) kinds.set(kind, { at, count: 1 })
    else known.count++
  }
  const repaired = Array.from(kinds, ([kind, { at, count }]) => {
    const more = count === 1 ? '' : `; ${count} times in all`
    return `${capitalised(kind)} (${placeOf(text, at)}${more}).`
  })
  return note === null ? repaired : [note, ...repaired]
}

function sayWhere(text: string, reading: JsonReading): string {
  if (text.trim() === '') return 'The configuration is empty.'
  if (reading.ok) return 'The configuration is JSON, but not an object.'
  return `The configuration cannot be read: ${reading.problem} (${placeOf(text, reading.at)}).`
}

/** Line and column, from 1, and what stands around. */
function placeOf(text: string, at: number): string {
  const column = at - text.lastIndexOf('\n', at - 1)
  const around = text.slice(Math.max(0, at - 20), at + 20).replace(/\s+/g, ' ')
  return `line ${linesBefore(text, at) + 1}, column ${at === 0 ? 1 : column}, near “${around}”`
}

/** By leaps, not by splitting: a page can need thousands of repairs. */
function linesBefore(text: string, end: number): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) lines++
  return lines
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
