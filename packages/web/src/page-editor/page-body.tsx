import { useRouter } from '@tanstack/react-router'
import { EditorContent, useEditorState } from '@tiptap/react'
import { type CSSProperties, type KeyboardEvent, type MouseEvent, useState } from 'react'
import type { Course } from '../courses/use-course.ts'
import type { Item } from '../library/use-items.ts'
import { pageWords } from '../words/page-words.ts'
import { addElement } from './element-acts.ts'
import { EmptyPage } from './empty-page.tsx'
import { removeLink, setLink, toLinkDraft } from './link-acts.ts'
import { LinkBar } from './link-bar.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { takeBlocks } from './page-draft.ts'
import type { GuideItem, PageGuide } from './page-guide.ts'
import { PageTools } from './page-tools.tsx'
import { findPicture, setPicture, toPictureDraft } from './picture-acts.ts'
import { PictureDialog } from './picture-dialog.tsx'
import { listItems, replaceOnPage } from './references-of-page.ts'
import { toPageColours } from './to-page-colours.ts'
import type { Editing } from './use-editing.ts'
import type { CoursePage } from './use-page.ts'
import { UsedItems } from './used-items.tsx'

interface PageBodyProps {
  readonly course: Course
  readonly page: CoursePage
  readonly guide: PageGuide
  readonly editing: Editing
  readonly mayEdit: boolean
}

/** The text with its tools, and what of the library stands in it. */
export function PageBody({ course, page, guide, editing, mayEdit }: PageBodyProps) {
  const { editor, consent } = editing
  const [opened, open] = useState<'link' | 'picture'>()
  const { isEmpty, used } = useEditorState({
    editor,
    selector: () => ({ isEmpty: editor.state.doc.childCount === 0, used: listItems(takeBlocks(editor)) }),
  })
  const close = () => {
    open(undefined)
    editor.commands.focus()
  }
  const learn = (item: GuideItem | undefined) => item && guide.learn([item], [])
  const change = (item: GuideItem, by: Item) => {
    learn(by)
    consent.ask(() => replaceOnPage(editor, { kind: item.kind, fromId: item.itemId, toId: by.itemId }))
  }
  const follow = useFollow(mayEdit)
  const goByKey = (event: KeyboardEvent) => {
    const isLinkKey = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k'
    if (!mayEdit || !(isLinkKey || (event.altKey && event.key === 'F10'))) return
    event.preventDefault()
    if (isLinkKey) open('link')
    else document.querySelector<HTMLElement>('.page-tools [tabindex="0"]')?.focus()
  }
  return (
    <div className="page-columns">
      <div className="page-main">
        {mayEdit && (
          <div className="page-tools">
            <PageTools editor={editor} onLink={() => open('link')} onPicture={() => open('picture')} />
            <LinkBar editor={editor} guide={guide} onChange={() => open('link')} />
          </div>
        )}
        {isEmpty && <EmptyPage mayEdit={mayEdit} onAdd={() => addElement(editor)} />}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: what is pressed is inside. */}
        <div
          className={isEmpty ? 'page-sheet page-sheet-empty' : 'page-sheet'}
          style={toVariables(page)}
          onClick={follow}
          onKeyDown={goByKey}
        >
          <EditorContent editor={editor} />
        </div>
        {mayEdit && <p className="page-keys">{pageWords.keys}</p>}
      </div>
      <UsedItems
        place={{ courseId: course.id, pageId: page.pageId }}
        guide={guide}
        used={used}
        mayEdit={mayEdit}
        onChange={change}
      />
      {opened === 'link' && (
        <LinkDialog
          course={course}
          first={toLinkDraft(editor, guide)}
          onRemove={
            editor.isActive('link')
              ? () => {
                  close()
                  removeLink(editor)
                }
              : undefined
          }
          onAddress={href => {
            close()
            setLink(editor, { href, reference: null }, href)
          }}
          onChoice={({ reference, name, item, link }) => {
            guide.learn(item ? [item] : [], link ? [link] : [])
            close()
            setLink(editor, { href: null, reference }, name)
          }}
          onClose={close}
        />
      )}
      {opened === 'picture' && (
        <PictureDialog
          first={toPictureDraft(editor, guide)}
          isNew={findPicture(editor) === undefined}
          onDone={(item, alt) => {
            learn(item)
            close()
            setPicture(editor, item, alt)
          }}
          onClose={close}
        />
      )}
    </div>
  )
}

type Variables = CSSProperties & Readonly<Record<`--${string}`, string | undefined>>

function toVariables({ style }: CoursePage): Variables {
  const { background, colour, accent } = toPageColours(style)
  return { '--page-background': background, '--page-colour': colour, '--page-accent': accent }
}

/** A link to a page of the course opens it without a load, where the page is only read. */
function useFollow(mayEdit: boolean) {
  const router = useRouter()
  return (event: MouseEvent) => {
    const { target } = event
    if (mayEdit || !(target instanceof Element)) return
    const href = target.closest('a')?.getAttribute('href')
    if (!href?.startsWith('/courses/') || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    void router.navigate({ href })
  }
}
