import { findMarked } from '@recourse/core/library'
import type { Node as EditorNode, Mark } from '@tiptap/pm/model'
import type { Element } from 'hast'
import { keptOf } from './kept.ts'
import type { BlockReading } from './read-blocks.ts'
import type { Leaf } from './segments.ts'
import { markOfTag, mediaTags, phraseTags } from './tags.ts'
import { Unfit } from './unfit.ts'

/** A run of text as the editor holds it: letters and pictures with their marks. */
export function readRun(leaves: readonly Leaf[], reading: BlockReading): readonly EditorNode[] {
  const nodes: EditorNode[] = []
  for (const leaf of leaves) {
    const marks = leaf.around.reduce<readonly Mark[]>((set, each) => toMark(each, reading).addToSet(set), [])
    const node = readLeaf(leaf, marks, reading)
    const last = nodes.at(-1)
    if (last?.isText && node.isText && last.sameMarkup(node)) {
      nodes[nodes.length - 1] = reading.schema.text(`${last.text}${node.text}`, marks)
    } else nodes.push(node)
  }
  return nodes
}

function readLeaf(leaf: Leaf, marks: readonly Mark[], { schema, block }: BlockReading): EditorNode {
  if (leaf.kind === 'text') return schema.text(leaf.value, marks)
  const { element } = leaf
  if (leaf.kind === 'atom' && element.tagName === 'br') {
    return schema.node('hardBreak', { kept: keptOf(element) }, undefined, marks)
  }
  if (leaf.kind === 'atom' && element.tagName === 'img') {
    const { src = null, alt = '' } = element.properties
    const reference = findMarked(block, String(src)) ?? null
    const kept = keptOf(element, ['src', 'alt'])
    const attributes = { src: reference === null ? src : null, alt: String(alt), reference, kept }
    return schema.node('picture', attributes, undefined, marks)
  }
  throw new Unfit(mediaTags.has(element.tagName) ? 'media' : 'other')
}

function toMark(element: Element, { schema, block }: BlockReading): Mark {
  const { tagName, properties } = element
  if (tagName === 'a') {
    const { href = null } = properties
    const reference = findMarked(block, String(href)) ?? null
    return schema.mark('link', { href: reference === null ? href : null, reference, kept: keptOf(element, ['href']) })
  }
  const kept = keptOf(element)
  const type = markOfTag.get(tagName)
  if (type !== undefined) return schema.mark(type, { tag: tagName, kept })
  if (phraseTags.has(tagName)) return schema.mark('phrase', { tag: tagName, kept })
  throw new Unfit(mediaTags.has(tagName) ? 'media' : 'other')
}
