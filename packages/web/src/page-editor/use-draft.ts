import type { PageContent } from '@recourse/core/library'
import { useEffect, useRef, useState } from 'react'
import { type DraftOf, draftStore } from './draft-store.ts'
import type { Base } from './page-draft.ts'

const SETTLES_MS = 400

/** Keeps what is typed in this browser, a moment after each change and when the window goes. */
export function useDraft({ personId, pageId }: DraftOf) {
  const [isKept, setKept] = useState(true)
  const waiting = useRef<() => void>(undefined)
  const clock = useRef<ReturnType<typeof setTimeout>>(undefined)
  const flush = useRef(() => {
    clearTimeout(clock.current)
    waiting.current?.()
    waiting.current = undefined
  })
  useEffect(() => {
    const { current } = flush
    window.addEventListener('pagehide', current)
    return () => {
      window.removeEventListener('pagehide', current)
      current()
    }
  }, [])
  const keep = (base: Base, take: () => PageContent) => {
    waiting.current = () => {
      const draft = {
        at: new Date().toISOString(),
        baseRevisionId: base.revisionId,
        base: base.content,
        content: take(),
      }
      setKept(draftStore.keep({ personId, pageId }, draft))
    }
    clearTimeout(clock.current)
    clock.current = setTimeout(flush.current, SETTLES_MS)
  }
  const forget = () => {
    clearTimeout(clock.current)
    waiting.current = undefined
    draftStore.forget({ personId, pageId })
  }
  return { keep, forget, isKept }
}
