import type { Transaction } from '@tiptap/pm/state'
import { type Editor, useEditor } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { hidePasted } from '../html/hide-styles.ts'
import { readNonce } from '../theme/nonce.ts'
import { pageWords } from '../words/page-words.ts'
import { putPage } from './page-draft.ts'
import { pageExtensions } from './page-extensions.ts'
import type { PageGuide } from './page-guide.ts'

interface EditorWishes {
  readonly guide: PageGuide
  readonly mayEdit: boolean
  readonly blocks: Parameters<typeof putPage>[1]['blocks']
  readonly isOpen: () => boolean
  readonly onHeld: (change: Transaction) => void
}

const editorProps = {
  attributes: { class: 'page-text', 'aria-label': pageWords.text, 'aria-multiline': 'true' },
  // The schema takes what it knows of it; no style of another place comes along.
  transformPastedHTML: hidePasted,
}

/** The editor of one page, for as long as that is on the screen. */
export function usePageEditor({ guide, mayEdit, blocks, isOpen, onHeld }: EditorWishes): Editor {
  // The same ones in each drawing: others would be set anew, and with them the cursor.
  const [fixed] = useState(() => ({
    extensions: pageExtensions({ guide, guard: { isOpen, onHeld } }),
    onMount: ({ editor: made }: { readonly editor: Editor }) => putPage(made, { title: '', blocks }),
  }))
  const editor = useEditor({
    ...fixed,
    content: null,
    editable: mayEdit,
    injectNonce: readNonce(),
    shouldRerenderOnTransaction: false,
    editorProps,
  })
  useEffect(() => {
    if (editor.isEditable !== mayEdit) editor.setEditable(mayEdit)
  }, [editor, mayEdit])
  return editor
}
