import { toHtml } from '@recourse/core'
import { type Block, type Reference, referenceName, toReferenceMark } from '@recourse/core/library'
import type { Node as EditorNode } from '@tiptap/pm/model'
import { toReferences } from './references.ts'
import { writeBlocks } from './write-blocks.ts'

/** An element as it is saved: what it refers to is numbered anew, in the order in which the text names it. */
export function writeElement(node: EditorNode): Block {
  const references: Reference[] = []
  const mark = (reference: Reference): string => {
    const name = referenceName(reference)
    const found = references.findIndex(each => referenceName(each) === name)
    return toReferenceMark(found >= 0 ? found : references.push(reference) - 1)
  }
  const text = toHtml({ type: 'root', children: [...writeBlocks(node, { mark })] })
  for (const reference of toReferences(node.attrs.rest)) mark(reference)
  return { id: String(node.attrs.id), kind: String(node.attrs.kind), text, references }
}
