import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, isInTable } from '@tiptap/pm/tables'

/** Two columns, a line of headings and two lines, where the cursor is. */
export function addTable(editor: Editor): void {
  const { schema, state } = editor
  if (isInTable(state)) return
  const cell = (type: string) => schema.node(type, null, [schema.node('paragraph')])
  const row = (type: string, section: string) => schema.node('tableRow', { section }, [cell(type), cell(type)])
  const rows = [row('tableHeader', 'thead'), row('tableCell', 'tbody'), row('tableCell', 'tbody')]
  const { from } = state.selection
  const tr = state.tr.replaceSelectionWith(schema.node('table', null, rows))
  // Into its first cell: past the table, its row, the cell and the line in it.
  let at: number | undefined
  tr.doc.nodesBetween(Math.max(0, from - 1), tr.doc.content.size, (node, position) => {
    if (at === undefined && node.type.name === 'table') at = position + 4
    return at === undefined
  })
  editor.view.dispatch(at === undefined ? tr : tr.setSelection(TextSelection.create(tr.doc, at)).scrollIntoView())
  editor.view.focus()
}

const acts = { addRow: addRowAfter, addColumn: addColumnAfter, deleteRow, deleteColumn, deleteTable } as const
export type TableAct = keyof typeof acts

export function actOnTable(editor: Editor, act: TableAct): void {
  acts[act](editor.state, editor.view.dispatch)
  editor.view.focus()
}
