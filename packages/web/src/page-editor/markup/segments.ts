import type { Element, RootContent } from 'hast'
import { isBlockTag } from './tags.ts'

/** A letter, a picture, or an inline element that holds nothing, with the inline elements around it, outermost first. */
export type Leaf =
  | { readonly kind: 'text'; readonly value: string; readonly around: readonly Element[] }
  | { readonly kind: 'atom' | 'empty'; readonly element: Element; readonly around: readonly Element[] }

/** What a block holds: other blocks, and runs of text between them. */
export type Segment =
  | { readonly kind: 'block'; readonly element: Element }
  | { readonly kind: 'run'; readonly leaves: readonly Leaf[] }

/** As HTML is laid out: white space at the edges of a run, and between blocks, is nothing. */
export function toSegments(children: readonly RootContent[]): readonly Segment[] {
  const segments: Segment[] = []
  let run: RootContent[] = []
  const close = () => {
    const leaves = toLeaves(run)
    if (leaves.length > 0) segments.push({ kind: 'run', leaves })
    run = []
  }
  for (const child of children) {
    if (child.type === 'element' && isBlockTag(child.tagName)) {
      close()
      segments.push({ kind: 'block', element: child })
    } else run.push(child)
  }
  close()
  return segments
}

/** A run of text, its white space as it is seen. */
export function toLeaves(nodes: readonly RootContent[]): readonly Leaf[] {
  return collapse(nodes.flatMap(node => flatten(node, [])))
}

function flatten(node: RootContent, around: readonly Element[]): readonly Leaf[] {
  if (node.type === 'text') return [{ kind: 'text', value: node.value, around }]
  if (node.type !== 'element') return []
  if (isLeaf(node)) return [{ kind: 'atom', element: node, around }]
  const inner = [...around, node]
  const leaves = node.children.flatMap(child => flatten(child, inner))
  if (leaves.length > 0 || (Object.keys(node.properties).length === 0 && node.tagName !== 'a')) return leaves
  return [{ kind: 'empty', element: node, around }]
}

/** What is not looked into: words have their place in its parent. */
function isLeaf({ tagName }: Element): boolean {
  return /^(?:br|img|audio|video|source|track|ruby)$/.test(tagName) || isBlockTag(tagName)
}

function collapse(leaves: readonly Leaf[]): readonly Leaf[] {
  const result: Leaf[] = []
  let isAfterSpace = true
  for (const leaf of leaves) {
    if (leaf.kind !== 'text') {
      result.push(leaf)
      if (leaf.kind === 'atom') isAfterSpace = leaf.element.tagName === 'br'
      continue
    }
    const spaced = leaf.value.replace(/[ \t\n\r\f]+/g, ' ')
    const value = isAfterSpace && spaced.startsWith(' ') ? spaced.slice(1) : spaced
    if (value === '') continue
    result.push({ ...leaf, value })
    isAfterSpace = value.endsWith(' ')
  }
  return trimEnd(result)
}

function trimEnd(leaves: readonly Leaf[]): readonly Leaf[] {
  const last = leaves.at(-1)
  if (last?.kind !== 'text' || !last.value.endsWith(' ')) return leaves
  const value = last.value.slice(0, -1)
  const rest = leaves.slice(0, -1)
  return value === '' ? rest : [...rest, { ...last, value }]
}
