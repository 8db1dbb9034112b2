import {
  IconTableDeleteColumnLine,
  IconTableDeleteRowLine,
  IconTableDeleteTableLine,
  IconTableInsertColumnAfterLine,
  IconTableInsertRowAfterLine,
} from '@instructure/ui-icons'
import { isInTable } from '@tiptap/pm/tables'
import { type Editor, useEditorState } from '@tiptap/react'
import { pageWords } from '../words/page-words.ts'
import { actOnTable } from './table-acts.ts'
import { Tool } from './toolbar.tsx'

const tools = [
  { act: 'addRow', icon: <IconTableInsertRowAfterLine /> },
  { act: 'addColumn', icon: <IconTableInsertColumnAfterLine /> },
  { act: 'deleteRow', icon: <IconTableDeleteRowLine /> },
  { act: 'deleteColumn', icon: <IconTableDeleteColumnLine /> },
  { act: 'deleteTable', icon: <IconTableDeleteTableLine /> },
] as const

/** Only where the cursor is in a table. */
export function TableTools({ editor }: { readonly editor: Editor }) {
  const isShown = useEditorState({ editor, selector: () => isInTable(editor.state) })
  if (!isShown) return null
  return (
    <span className="toolbar-group">
      {tools.map(({ act, icon }) => (
        <Tool key={act} label={pageWords.tableActs[act]} onPress={() => actOnTable(editor, act)}>
          {icon}
        </Tool>
      ))}
    </span>
  )
}
