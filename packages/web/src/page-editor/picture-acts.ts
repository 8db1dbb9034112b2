import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { toReference } from './markup/references.ts'
import type { GuideItem, PageGuide } from './page-guide.ts'
import type { PictureDraft } from './picture-dialog.tsx'

/** The picture that is selected; `undefined`: none is. */
export function findPicture({ state: { selection } }: Editor) {
  const node = selection instanceof NodeSelection ? selection.node : undefined
  return node?.type.name === 'picture' ? node : undefined
}

export function toPictureDraft(editor: Editor, guide: PageGuide): PictureDraft {
  const picture = findPicture(editor)
  const reference = toReference(picture?.attrs.reference)
  const item = reference?.kind === 'media' ? guide.findItem('media', reference.targetId) : undefined
  return { item: item?.content === null ? undefined : item, alt: String(picture?.attrs.alt ?? '') }
}

/** Where the cursor is, or in the place of the picture that is selected: then its size stays. */
export function setPicture(editor: Editor, { itemId }: GuideItem, alt: string): void {
  const picture = findPicture(editor)
  const kept = picture?.attrs.kept ?? { loading: 'lazy' }
  const attrs = { src: null, alt, reference: { kind: 'media', targetId: itemId }, kept }
  editor.chain().focus().insertContent({ type: 'picture', attrs }).run()
}
