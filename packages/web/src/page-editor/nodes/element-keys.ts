import { Extension } from '@tiptap/core'
import { moveElement, splitElement } from '../element-acts.ts'

/** As in the outline: Alt with an arrow moves what one is on. */
export const ElementKeys = Extension.create({
  name: 'elementKeys',
  priority: 200,
  addKeyboardShortcuts() {
    return {
      'Alt-ArrowUp': () => moveElement(this.editor, 'up'),
      'Alt-ArrowDown': () => moveElement(this.editor, 'down'),
      'Mod-Shift-Enter': () => {
        splitElement(this.editor)
        return true
      },
    }
  },
})
