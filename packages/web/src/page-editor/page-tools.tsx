import {
  IconAddLine,
  IconArrowDownLine,
  IconArrowUpLine,
  IconBoldLine,
  IconBulletListLine,
  IconImageLine,
  IconItalicLine,
  IconLinkLine,
  IconNumberedListLine,
  IconRedoLine,
  IconTableLine,
  IconTrashLine,
  IconUndoLine,
} from '@instructure/ui-icons'
import { type Editor, useEditorState } from '@tiptap/react'
import { pageWords } from '../words/page-words.ts'
import { addElement, canMove, canSplit, deleteElement, findElement, moveElement, splitElement } from './element-acts.ts'
import { addTable } from './table-acts.ts'
import { TableTools } from './table-tools.tsx'
import { Tool, Toolbar } from './toolbar.tsx'

interface PageToolsProps {
  readonly editor: Editor
  readonly onLink: () => void
  readonly onPicture: () => void
}

const levels = [2, 3, 4] as const

/** What can be done with the text, and with the element that the cursor is in. */
export function PageTools({ editor, onLink, onPicture }: PageToolsProps) {
  return (
    <Toolbar label={pageWords.tools} onLeave={() => editor.commands.focus()}>
      <StepTools editor={editor} />
      <TextTools editor={editor} />
      <PlaceTools editor={editor} onLink={onLink} onPicture={onPicture} />
      <TableTools editor={editor} />
      <ElementTools editor={editor} />
    </Toolbar>
  )
}

function StepTools({ editor }: { readonly editor: Editor }) {
  const can = useEditorState({
    editor,
    selector: () => ({ undo: editor.can().undo(), redo: editor.can().redo() }),
  })
  return (
    <span className="toolbar-group">
      <Tool
        label={pageWords.undo}
        keys="Ctrl+Z"
        isEnabled={can.undo}
        onPress={() => editor.chain().focus().undo().run()}
      >
        <IconUndoLine />
      </Tool>
      <Tool
        label={pageWords.redo}
        keys="Ctrl+Y"
        isEnabled={can.redo}
        onPress={() => editor.chain().focus().redo().run()}
      >
        <IconRedoLine />
      </Tool>
    </span>
  )
}

function TextTools({ editor }: { readonly editor: Editor }) {
  const is = useEditorState({
    editor,
    selector: () => ({
      bold: editor.isActive('bold'),
      italic: editor.isActive('italic'),
      level: levels.find(level => editor.isActive('heading', { level })),
      bullets: editor.isActive('bulletList'),
      numbers: editor.isActive('orderedList'),
      quote: editor.isActive('blockquote'),
    }),
  })
  const then = () => editor.chain().focus()
  return (
    <span className="toolbar-group">
      <Tool label={pageWords.bold} keys="Ctrl+B" isOn={is.bold} onPress={() => then().toggleBold().run()}>
        <IconBoldLine />
      </Tool>
      <Tool label={pageWords.italic} keys="Ctrl+I" isOn={is.italic} onPress={() => then().toggleItalic().run()}>
        <IconItalicLine />
      </Tool>
      {levels.map(level => (
        <Tool
          key={level}
          label={pageWords.heading(level)}
          isOn={is.level === level}
          onPress={() => then().toggleHeading({ level }).run()}
        >
          H{level}
        </Tool>
      ))}
      <Tool label={pageWords.bullets} isOn={is.bullets} onPress={() => then().toggleBulletList().run()}>
        <IconBulletListLine />
      </Tool>
      <Tool label={pageWords.numbers} isOn={is.numbers} onPress={() => then().toggleOrderedList().run()}>
        <IconNumberedListLine />
      </Tool>
      <Tool label={pageWords.quote} isOn={is.quote} onPress={() => then().toggleBlockquote().run()}>
        <span aria-hidden="true">❝</span>
      </Tool>
    </span>
  )
}

function PlaceTools({ editor, onLink, onPicture }: PageToolsProps) {
  const isLink = useEditorState({ editor, selector: () => editor.isActive('link') })
  return (
    <span className="toolbar-group">
      <Tool label={pageWords.link} keys="Ctrl+K" isOn={isLink} onPress={onLink}>
        <IconLinkLine />
      </Tool>
      <Tool label={pageWords.picture} onPress={onPicture}>
        <IconImageLine />
      </Tool>
      <Tool label={pageWords.table} onPress={() => addTable(editor)}>
        <IconTableLine />
      </Tool>
    </span>
  )
}

function ElementTools({ editor }: { readonly editor: Editor }) {
  const can = useEditorState({
    editor,
    selector: () => ({
      split: canSplit(editor.state),
      up: canMove(editor.state, 'up'),
      down: canMove(editor.state, 'down'),
      delete: findElement(editor.state) !== undefined,
    }),
  })
  return (
    <span className="toolbar-group">
      <Tool label={pageWords.addElement} onPress={() => addElement(editor)}>
        <IconAddLine /> {pageWords.element}
      </Tool>
      <Tool
        label={pageWords.splitElement}
        keys="Ctrl+Shift+Enter"
        isEnabled={can.split}
        onPress={() => splitElement(editor)}
      >
        <span aria-hidden="true">✂</span>
      </Tool>
      <Tool label={pageWords.moveUp} keys="Alt+↑" isEnabled={can.up} onPress={() => moveElement(editor, 'up')}>
        <IconArrowUpLine />
      </Tool>
      <Tool label={pageWords.moveDown} keys="Alt+↓" isEnabled={can.down} onPress={() => moveElement(editor, 'down')}>
        <IconArrowDownLine />
      </Tool>
      <Tool label={pageWords.deleteElement} isEnabled={can.delete} onPress={() => deleteElement(editor)}>
        <IconTrashLine />
      </Tool>
    </span>
  )
}
