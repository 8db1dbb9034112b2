import { toHtml } from '@recourse/core'
import { type Block, findMarked, referenceName } from '@recourse/core/library'
import type { Element, RootContent } from 'hast'
import { type Leaf, toSegments } from './segments.ts'

type Referring = Pick<Block, 'references'>

/**
 * What an element says, whatever the order in which its tags, attributes and references were written: two elements of the same
 * canonical form are the same to whoever reads them.
 */
export function toCanonical(children: readonly RootContent[], block: Referring): string {
  return JSON.stringify(toTokens(children, block))
}

function toTokens(children: readonly RootContent[], block: Referring): readonly string[] {
  return toSegments(children).flatMap(segment => {
    if (segment.kind === 'run') return runTokens(segment.leaves, block)
    const { element } = segment
    const inner = element.tagName === 'pre' ? [toHtml(element)] : toTokens(element.children, block)
    return [`<${describe(element, block)}>`, ...inner, `</${element.tagName}>`]
  })
}

function runTokens(leaves: readonly Leaf[], block: Referring): readonly string[] {
  const runs: { around: string; text: string }[] = []
  for (const leaf of leaves) {
    const around = JSON.stringify(leaf.around.map(each => describe(each, block)).toSorted())
    const last = runs.at(-1)
    if (leaf.kind === 'text' && last?.around === around && last.text.startsWith('"')) last.text += leaf.value
    else
      runs.push({ around, text: leaf.kind === 'text' ? `"${leaf.value}` : leafToken(leaf.kind, leaf.element, block) })
  }
  return runs.map(({ around, text }) => `${around} ${text}`)
}

/** A picture has nothing in it; of anything else it is told that it is there, and what it is. */
function leafToken(kind: 'atom' | 'empty', element: Element, block: Referring): string {
  return `${kind} ${describe(element, block)} ${element.children.length > 0 ? toHtml(element) : ''}`
}

function describe({ tagName, properties }: Element, block: Referring): string {
  const attributes = Object.entries(properties).map(([name, value]) => {
    const reference = findMarked(block, String(value))
    return [name, reference === undefined ? String(value) : { to: referenceName(reference) }]
  })
  return `${tagName} ${JSON.stringify(attributes.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)))}`
}
