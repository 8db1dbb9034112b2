import type { Editor } from '@tiptap/core'
import type { Node as EditorNode } from '@tiptap/pm/model'
import { type EditorState, NodeSelection, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { makeElementId } from './make-element-id.ts'

export interface ElementPlace {
  readonly index: number
  readonly from: number
  readonly node: EditorNode
}

/** The element that the cursor is in; `undefined`: the page has none. */
export function findElement({ doc, selection }: EditorState): ElementPlace | undefined {
  const index = Math.min(selection.$from.index(0), doc.childCount - 1)
  const node = doc.maybeChild(index)
  return node === null ? undefined : { index, from: offsetOf(doc, index), node }
}

function offsetOf(doc: EditorNode, index: number): number {
  return doc.children.slice(0, index).reduce((sum, { nodeSize }) => sum + nodeSize, 0)
}

function act(editor: Editor, change: (tr: Transaction) => Transaction): void {
  editor.view.dispatch(change(editor.state.tr).scrollIntoView())
  editor.view.focus()
}

/** An empty one behind the one that the cursor is in, with the cursor in it. */
export function addElement(editor: Editor): void {
  const { schema } = editor
  const here = findElement(editor.state)
  const at = here === undefined ? 0 : here.from + here.node.nodeSize
  const element = schema.node('element', { id: makeElementId() }, [schema.node('paragraph')])
  act(editor, tr => tr.insert(at, element).setSelection(TextSelection.create(tr.doc, at + 2)))
}

/** Whether there is something to cut in two where the cursor is. */
export function canSplit(state: EditorState): boolean {
  const here = findElement(state)
  const { $from } = state.selection
  return here?.node.type.name === 'element' && $from.depth >= 2
}

/** What stands behind the cursor becomes an element of its own. Inside a list or a table: what stands behind that. */
export function splitElement(editor: Editor): void {
  const here = findElement(editor.state)
  if (here === undefined || !canSplit(editor.state)) return
  const { $from } = editor.state.selection
  const attrs = { id: makeElementId(), kind: here.node.attrs.kind, rest: [] }
  const isAtStart = $from.parentOffset === 0 && $from.index(1) > 0
  const isAtEnd = $from.parentOffset === $from.parent.content.size
  if ($from.depth === 2 && isAtStart) {
    // The line itself stays whole.
    const at = $from.before(2)
    act(editor, tr =>
      tr.split(at, 1, [{ type: here.node.type, attrs }]).setSelection(TextSelection.create(tr.doc, at + 3)),
    )
    return
  }
  if ($from.depth === 2 && !isAtEnd) {
    act(editor, tr => tr.split($from.pos, 2, [{ type: here.node.type, attrs }, null]))
    return
  }
  const after = $from.after(2)
  const isLast = after === here.from + here.node.nodeSize - 1
  if (isLast) addElement(editor)
  else
    act(editor, tr =>
      tr.split(after, 1, [{ type: here.node.type, attrs }]).setSelection(Selection.near(tr.doc.resolve(after + 2))),
    )
}

export type Direction = 'up' | 'down'

export function canMove(state: EditorState, direction: Direction): boolean {
  const here = findElement(state)
  if (here === undefined) return false
  return direction === 'up' ? here.index > 0 : here.index < state.doc.childCount - 1
}

/** Changes places with its neighbour; the cursor goes along. */
export function moveElement(editor: Editor, direction: Direction): boolean {
  const { state } = editor
  const here = findElement(state)
  if (here === undefined || !canMove(state, direction)) return false
  const { doc, selection } = state
  const neighbour = doc.child(direction === 'up' ? here.index - 1 : here.index + 1)
  const to = direction === 'up' ? here.from - neighbour.nodeSize : here.from + neighbour.nodeSize
  const inside = selection.from - here.from
  act(editor, tr => {
    tr.delete(here.from, here.from + here.node.nodeSize).insert(to, here.node)
    return tr.setSelection(
      here.node.isAtom ? NodeSelection.create(tr.doc, to) : Selection.near(tr.doc.resolve(to + Math.max(inside, 1))),
    )
  })
  return true
}

export function deleteElement(editor: Editor): void {
  const here = findElement(editor.state)
  if (here === undefined) return
  act(editor, tr => {
    tr.delete(here.from, here.from + here.node.nodeSize)
    return tr.setSelection(Selection.near(tr.doc.resolve(Math.min(here.from, tr.doc.content.size)), -1))
  })
}
