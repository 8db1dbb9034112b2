import type { HtmlParser } from '@recourse/core'
import type { Block } from '@recourse/core/library'
import type { Node as EditorNode, Schema } from '@tiptap/pm/model'
import type { Element, Root } from 'hast'
import { toCanonical } from './canonical.ts'
import { readBlocks } from './read-blocks.ts'
import { Unfit, type UnfitReason } from './unfit.ts'
import { writeElement } from './write-element.ts'

const DEEPEST = 40

interface Reading {
  readonly schema: Schema
  readonly parseHtml: HtmlParser
}

/**
 * An element of a page as the editor holds it. One that the editor could not give back as it was is shown as it is, with the
 * reason: nothing of a page is lost by opening it.
 */
export function readBlock(block: Block, { schema, parseHtml }: Reading): EditorNode {
  const tree = parseHtml(block.text)
  try {
    return readFit(block, tree, { schema, parseHtml })
  } catch (error) {
    if (error instanceof Unfit) return toFixed(schema, block, error.reason)
    if (error instanceof RangeError) return toFixed(schema, block, 'other')
    throw error
  }
}

function readFit(block: Block, tree: Root, { schema, parseHtml }: Reading): EditorNode {
  if (isDeep(tree)) throw new Unfit('depth')
  const mentioned = listMentioned(tree)
  const isBlank = block.text.trim() === ''
  if (isBlank && block.references.length > 0) throw new Unfit('item')
  if (mentioned.some(number => block.references[number - 1] === undefined)) throw new Unfit('address')
  const rest = block.references.filter((_, index) => !mentioned.includes(index + 1))
  const content = readBlocks(tree.children, { schema, block })
  const node = schema.node('element', { id: block.id, kind: block.kind, rest }, [...content])
  node.check()
  const written = writeElement(node)
  if (toCanonical(parseHtml(written.text).children, written) !== toCanonical(tree.children, block)) {
    throw new Unfit('other')
  }
  return node
}

function toFixed(schema: Schema, block: Block, reason: UnfitReason): EditorNode {
  return schema.node('fixedElement', { id: block.id, block, reason })
}

/** Not recursive: the markup may be a stranger's. */
function isDeep(tree: Root): boolean {
  const waiting: { readonly node: Root | Element; readonly depth: number }[] = [{ node: tree, depth: 0 }]
  for (let job = waiting.pop(); job !== undefined; job = waiting.pop()) {
    if (job.depth > DEEPEST) return true
    for (const child of job.node.children) {
      if (child.type === 'element') waiting.push({ node: child, depth: job.depth + 1 })
    }
  }
  return false
}

function listMentioned(tree: Root): readonly number[] {
  const found: number[] = []
  const waiting: (Root | Element)[] = [tree]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const child of node.children) if (child.type === 'element') waiting.push(child)
    if (node.type !== 'element') continue
    for (const value of Object.values(node.properties)) {
      if (/white-space/i.test(String(value))) throw new Unfit('other')
      const [, number] = /^#ref-([1-9]\d{0,5})$/.exec(String(value)) ?? []
      if (number !== undefined) found.push(Number(number))
    }
  }
  return found
}
