import type { HtmlParser } from '@recourse/core'
import type { Block, PageContent } from '@recourse/core/library'
import type { Node as EditorNode, Schema } from '@tiptap/pm/model'
import { readBlock } from './read-block.ts'
import { writeElement } from './write-element.ts'

/** Elements as they were read, each with what the editor made of it. */
export type Origin = ReadonlyMap<string, { readonly block: Block; readonly node: EditorNode }>

export interface PageDocument {
  readonly doc: EditorNode
  readonly origin: Origin
}

/** A page as the editor holds it. */
export function readPage({ blocks }: PageContent, schema: Schema, parseHtml: HtmlParser): PageDocument {
  const read = blocks.map(block => ({ block, node: readBlock(block, { schema, parseHtml }) }))
  const doc = schema.node(
    'doc',
    null,
    read.map(({ node }) => node),
  )
  return { doc, origin: new Map(read.map(each => [each.block.id, each])) }
}

/** What is saved. An element that nobody touched is, letter for letter, the one that was read. */
export function writePage(doc: EditorNode, origin: Origin): readonly Block[] {
  return doc.children.map(node => {
    const read = origin.get(String(node.attrs.id))
    if (read?.node.eq(node)) return read.block
    return node.type.name === 'fixedElement' ? node.attrs.block : writeElement(node)
  })
}
