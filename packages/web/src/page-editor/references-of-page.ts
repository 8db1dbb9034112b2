import { type Block, type ItemKind, listReferences, type Reference } from '@recourse/core/library'
import type { Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import { toReference, toReferences } from './markup/references.ts'

type ItemReference = Extract<Reference, { readonly targetId: string }>

/** What of the library the elements use, in the order in which it is seen. */
export function listItems(blocks: readonly Block[]): readonly ItemReference[] {
  return listReferences({ title: '', blocks }).flatMap(each => (each.kind === 'page' ? [] : [each]))
}

export interface Replacement {
  readonly kind: ItemKind
  readonly fromId: string
  readonly toId: string
}

/** Another item of the library in the place of one, wherever this page refers to it (library §1.3 *T05*, *T06*). */
export function replaceOnPage(editor: Editor, change: Replacement): void {
  editor.view.dispatch(planReplacement(editor.state.tr, change))
}

export function planReplacement(tr: Transaction, { kind, fromId, toId }: Replacement): Transaction {
  const swap = (given: unknown): Reference | undefined => {
    const reference = toReference(given)
    return reference?.kind === kind && reference.targetId === fromId ? { kind, targetId: toId } : undefined
  }
  const swapAll = (given: unknown) => toReferences(given).map(each => swap(each) ?? each)
  tr.doc.descendants((node, at) => {
    const { reference, rest, block } = node.attrs
    if (swap(reference)) tr.setNodeAttribute(at, 'reference', swap(reference))
    if (toReferences(rest).some(swap)) tr.setNodeAttribute(at, 'rest', swapAll(rest))
    if (block && toReferences(block.references).some(swap)) {
      tr.setNodeAttribute(at, 'block', { ...block, references: swapAll(block.references) })
    }
    for (const mark of node.marks) {
      const other = swap(mark.attrs.reference)
      if (other) tr.addMark(at, at + node.nodeSize, mark.type.create({ ...mark.attrs, reference: other }))
    }
  })
  return tr
}
