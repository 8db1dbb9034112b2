import type { Element } from 'hast'
import { createElement } from '../html/html-tree.ts'
import { startTag, voidElements } from '../html/to-html.ts'
import { readJson } from './read-json.ts'

/** An attribute's value starting with this was `name=\"value\"` in JSON: the parser took the backslash for its value. */
const jsonQuote = '\\"'

/** The start tag of an element that stood unescaped in a JSON string, as JSON source text. */
export function startTagInJson(element: Element): string {
  const attributes = Object.fromEntries(joinSplitValues(sourceAttributes(element)).map(asWritten))
  return JSON.stringify(startTag(createElement(element.tagName, attributes))).slice(1, -1)
}

/** `''` where there is none. */
export function endTagInJson({ tagName }: Element): string {
  return voidElements.has(tagName) ? '' : `</${tagName}>`
}

/** Without what Canvas's API adds on reading (canvas-api §2.4); its sanitiser never stores `loading` (canvas-api §4). */
function sourceAttributes(element: Element): readonly (readonly [string, string])[] {
  return Object.entries(element.properties).flatMap(([name, value]) =>
    /^(?:data-api-|loading$)/i.test(name) ? [] : [[name, String(value)] as const],
  )
}

/** `title=\"two words\"` became `title=\"two` and an attribute called `words\"`. */
function joinSplitValues(attributes: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
  const joined: [string, string][] = []
  for (const [name, value] of attributes) {
    const last = joined.at(-1)
    if (last !== undefined && isOpen(last[1])) last[1] += value === '' ? ` ${name}` : ` ${name}=${value}`
    else joined.push([name, value])
  }
  return joined.filter(([name]) => /^[a-z][\w:-]*$/i.test(name))
}

function isOpen(value: string): boolean {
  return value.startsWith(jsonQuote) && (value === jsonQuote || !value.endsWith(jsonQuote))
}

function asWritten([name, value]: readonly [string, string]): readonly [string, string] {
  const start = value.startsWith(jsonQuote) ? jsonQuote.length : 0
  const end = start > 0 && value.length > start && value.endsWith(jsonQuote) ? -jsonQuote.length : undefined
  return [name, unescaped(value.slice(start, end))]
}

/** The value is JSON source text; what does not decode is kept as it stands. */
function unescaped(source: string): string {
  const reading = readJson(`"${source}"`)
  return reading.ok && typeof reading.value === 'string' ? reading.value : source
}
