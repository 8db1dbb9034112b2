import { mergePage, type PageContent } from '@recourse/core/library'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Draft } from './draft.ts'
import { draftStore } from './draft-store.ts'
import { type Base, isSameContent, putPage, takeBlocks } from './page-draft.ts'
import type { PageGuide } from './page-guide.ts'
import { useConsent } from './use-consent.ts'
import { useDraft } from './use-draft.ts'
import type { CoursePage } from './use-page.ts'
import { usePageEditor } from './use-page-editor.ts'

const FOCUS_IS_BACK_MS = 50

interface EditingWishes {
  readonly personId: string
  readonly page: CoursePage
  readonly guide: PageGuide
  readonly mayEdit: boolean
  /** The Learning Object, when other courses hold it too. */
  readonly sharedId: string | undefined
}

/** What somebody makes of a page: what they began with, what they have typed, and whether that is saved. */
export function useEditing({ personId, page, guide, mayEdit, sharedId }: EditingWishes) {
  const of = { personId, pageId: page.pageId }
  const [restored, setRestored] = useState<Draft | undefined>(() => (mayEdit ? findDraft(of, page) : undefined))
  const [base, setBase] = useState<Base>(() => toBase(restored, page))
  const [title, setTitle] = useState(restored?.content.title ?? page.content.title)
  const [isDirty, setDirty] = useState(restored !== undefined)
  const consent = useConsent(sharedId)
  const drafts = useDraft(of)
  const blocks = restored?.content.blocks ?? page.content.blocks
  const editor = usePageEditor({
    guide,
    mayEdit,
    blocks,
    isOpen: consent.isGiven,
    onHeld: change => consent.hold(editorChange(change)),
  })
  const editorChange = (change: Parameters<typeof editor.view.dispatch>[0]) => () => {
    // Once the dialog has given the focus back: else the cursor would stay before what was typed.
    setTimeout(() => {
      editor.view.focus()
      if (change.before.eq(editor.state.doc)) editor.view.dispatch(change)
    }, FOCUS_IS_BACK_MS)
  }
  const now = useRef({ base, title })
  const take = useCallback((): PageContent => ({ title: now.current.title, blocks: takeBlocks(editor) }), [editor])
  const look = useRef(() => undefined)
  look.current = () => {
    const isChanged = !isSameContent(take(), now.current.base.content)
    setDirty(isChanged)
    if (isChanged) drafts.keep(now.current.base, take)
    else drafts.forget()
  }
  useEffect(() => {
    const changed = () => look.current()
    editor.on('update', changed)
    return () => {
      editor.off('update', changed)
    }
  }, [editor])
  const begin = (from: Base) => {
    now.current = { ...now.current, base: from }
    setBase(from)
  }
  const name = (text: string) => {
    now.current = { ...now.current, title: text }
    setTitle(text)
    look.current()
  }
  /** Shows this content, made of that base. */
  const show = (content: PageContent, from: Base) => {
    begin(from)
    putPage(editor, content)
    name(content.title)
    if (isSameContent(content, from.content)) setRestored(undefined)
  }
  /** Somebody's newer page, with what was typed since `sent` was; where they meet, the next save asks. */
  const join = (sent: PageContent, newer: Base) => {
    const merged = mergePage(sent, newer.content, take())
    if (merged.ok) show(merged.value, newer)
  }
  const saved = (sent: PageContent, revisionId: string) => {
    setRestored(undefined)
    begin({ revisionId, content: sent })
    look.current()
  }
  const change = (text: string) => consent.ask(() => name(text))
  const discard = () => {
    setRestored(undefined)
    show(page.content, { revisionId: page.revisionId, content: page.content })
  }
  const { isKept } = drafts
  return { editor, title, base, restored, isDirty, isKept, consent, take, change, discard, show, join, saved }
}

export type Editing = ReturnType<typeof useEditing>

/** What was typed before; one that says the same as the page by now is of no use. */
function findDraft(of: Parameters<typeof draftStore.find>[0], page: CoursePage): Draft | undefined {
  const draft = draftStore.find(of)
  if (draft === undefined || !isSameContent(draft.content, page.content)) return draft
  draftStore.forget(of)
  return undefined
}

function toBase(draft: Draft | undefined, { revisionId, content }: CoursePage): Base {
  return draft === undefined ? { revisionId, content } : { revisionId: draft.baseRevisionId, content: draft.base }
}
