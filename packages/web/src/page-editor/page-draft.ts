import type { Block, PageContent } from '@recourse/core/library'
import type { Editor } from '@tiptap/core'
import { EditorState, Selection } from '@tiptap/pm/state'
import { parseHtml } from '../html/parse-html.ts'
import { type Origin, readPage, writePage } from './markup/page-document.ts'

/** What a save is told to have begun with. */
export interface Base {
  readonly revisionId: string
  readonly content: PageContent
}

/** Elements as they were read into this editor; what is saved of an untouched one. */
const origins = new WeakMap<Editor, Origin>()

/** Puts a page into the editor, as if it had been opened with it: there is nothing to undo. */
export function putPage(editor: Editor, content: PageContent): void {
  const { doc, origin } = readPage(content, editor.schema, parseHtml)
  origins.set(editor, origin)
  const { plugins, selection } = editor.state
  const at = Math.min(selection.from, doc.content.size)
  const state = EditorState.create({ doc, plugins, selection: Selection.near(doc.resolve(at), -1) })
  editor.view.updateState(state)
  editor.view.dispatch(editor.state.tr.setMeta('addToHistory', false))
}

/** What the editor holds, as it would be saved. */
export function takeBlocks(editor: Editor): readonly Block[] {
  return writePage(editor.state.doc, origins.get(editor) ?? new Map())
}

export function isSameContent(a: PageContent, b: PageContent): boolean {
  return (
    a.title === b.title &&
    a.blocks.length === b.blocks.length &&
    a.blocks.every((each, n) => isAlike(each, b.blocks[n]))
  )
}

function isAlike(a: Block, b: Block | undefined): boolean {
  if (a === b) return true
  if (a.id !== b?.id || a.kind !== b.kind || a.text !== b.text) return false
  return JSON.stringify(a.references) === JSON.stringify(b.references)
}
