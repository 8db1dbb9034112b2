import type { Element, Nodes } from 'hast'
import { hasClass } from '../html/html-tree.ts'
import { endTagInJson, startTagInJson } from './page-json-tags.ts'
import { findStringEnd } from './read-json-string.ts'

/** The text of the configuration's `div`, and where elements stood in it. */
export interface JsonSource {
  /** As `textContent`. */
  readonly text: string
  readonly marks: readonly Mark[]
}

/** A tag (or comment) that the HTML parser took for markup, at an index of the text. */
interface Mark {
  readonly at: number
  /** JSON source text: quotes are escaped already. */
  readonly tag: string
  /** For an end tag: where its start tag stood. */
  readonly openedAt: number | null
}

type Step = { readonly node: Nodes } | { readonly end: Element; readonly openedAt: number }

export function jsonSource(nodes: readonly Nodes[]): JsonSource {
  const marks: Mark[] = []
  const waiting: Step[] = nodes.toReversed().map(node => ({ node }))
  let text = ''
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    if ('end' in step) marks.push({ at: text.length, tag: endTagInJson(step.end), openedAt: step.openedAt })
    else if (step.node.type === 'text') text += step.node.value
    else marks.push(...openNode(step.node, text.length, waiting))
  }
  return { text, marks }
}

/**
 * The JSON as it was before an HTML parser took unescaped markup in its values for elements (collections-1.3 §3.2 B12): each tag
 * is put back where it stood inside a JSON string. Elements around the strings are an editor's and count for nothing;
 * an end tag behind the string of its start tag was made up by the parser.
 */
export function withTagsInStrings({ text, marks }: JsonSource): string {
  const stringAt = stringFinder(text)
  let rebuilt = ''
  let done = 0
  for (const { at, tag, openedAt } of marks) {
    const start = stringAt(at)
    if (start === undefined || (openedAt !== null && stringAt(openedAt) !== start)) continue
    rebuilt += text.slice(done, at) + tag
    done = at
  }
  return rebuilt + text.slice(done)
}

function openNode(node: Nodes, at: number, waiting: Step[]): readonly Mark[] {
  if (node.type === 'comment') return [{ at, tag: `<!--${node.value}-->`, openedAt: null }]
  if (node.type !== 'element' || isOtherPart(node)) return []
  waiting.push({ end: node, openedAt: at })
  for (const child of node.children.toReversed()) waiting.push({ node: child })
  return [{ at, tag: startTagInJson(node), openedAt: null }]
}

/** An unclosed `<div>` in a value takes the rest of the page into the configuration's `div`. */
export function isOtherPart(node: Nodes): boolean {
  return node.type === 'element' && (hasClass(node, 'cc-card-images') || hasClass(node, 'cc_json'))
}

/** Gives the index of the opening quote of the JSON string around an index; `undefined` outside of strings. */
function stringFinder(text: string): (at: number) => number | undefined {
  const strings: { readonly start: number; readonly end: number }[] = []
  for (let start = text.indexOf('"'); start !== -1; start = text.indexOf('"', start)) {
    const end = findStringEnd(text, start).end ?? text.length
    strings.push({ start, end })
    start = end + 1
  }
  return at => lastStartingBefore(strings, at, ({ end }) => at <= end)
}

function lastStartingBefore<Found extends { readonly start: number }>(
  sorted: readonly Found[],
  at: number,
  accepts: (found: Found) => boolean,
): number | undefined {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.start ?? 0) < at) low = middle + 1
    else high = middle
  }
  const found = sorted[low - 1]
  return found !== undefined && accepts(found) ? found.start : undefined
}
