import type { Reference } from '@recourse/core/library'
import type { Editor } from '@tiptap/core'
import type { LinkDraft } from './link-draft.ts'
import { toReference } from './markup/references.ts'
import type { PageGuide } from './page-guide.ts'

type LinkAttributes =
  | { readonly href: string; readonly reference: null }
  | { readonly href: null; readonly reference: Reference }

/** Makes the selected words a link, or the one that the cursor is in another one; without either, `name` is written. */
export function setLink(editor: Editor, attributes: LinkAttributes, name: string): void {
  const { empty } = editor.state.selection
  const then = editor.chain().focus()
  const isIn = editor.isActive('link')
  if (!empty || isIn) {
    // The other attributes, such as a title or a new window, were those of the old target.
    then
      .extendMarkRange('link')
      .setMark('link', { ...attributes, kept: null })
      .run()
    return
  }
  const marks = [{ type: 'link', attrs: attributes }]
  then.insertContent([{ type: 'text', text: name, marks }]).run()
}

export function removeLink(editor: Editor): void {
  editor.chain().focus().extendMarkRange('link').unsetMark('link').run()
}

/** What the dialog begins with: the link that the cursor is in, or a new one. */
export function toLinkDraft(editor: Editor, guide: PageGuide): LinkDraft {
  const { href, reference: given } = editor.getAttributes('link')
  const reference = toReference(given)
  const address = typeof href === 'string' ? href : ''
  if (reference === undefined) return { kind: 'address', address, choice: undefined }
  if (reference.kind === 'page') {
    const link = guide.findLink(reference)
    const pageId = link?.targetId ?? reference.pageId
    const name = link?.targetTitle ?? ''
    return { kind: 'page', address, choice: { reference: { ...reference, pageId }, name } }
  }
  if (reference.kind === 'media') return { kind: 'resource', address, choice: undefined }
  const item = guide.findItem(reference.kind, reference.targetId)
  const choice = item === undefined ? undefined : { reference, name: item.name, item }
  return { kind: reference.kind, address, choice }
}
