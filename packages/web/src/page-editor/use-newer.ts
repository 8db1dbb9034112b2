import { useEffect, useRef } from 'react'
import type { Editing } from './use-editing.ts'
import type { CoursePage } from './use-page.ts'

/**
 * Follows the page where nothing is unsaved: after Undo, or when somebody else has saved it. `true`: it has moved on under
 * unsaved work, with which the next save merges it.
 */
export function useNewer(page: CoursePage, { base, isDirty, show }: Editing): boolean {
  const seen = useRef(page.revisionId)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another revision is news; what is saved here is known.
  useEffect(() => {
    if (seen.current === page.revisionId) return
    seen.current = page.revisionId
    if (isDirty || page.revisionId === base.revisionId) return
    show(page.content, { revisionId: page.revisionId, content: page.content })
  }, [page.revisionId])
  return isDirty && page.revisionId !== base.revisionId && seen.current === page.revisionId && !isOwn(page, base)
}

/** Saved a moment ago, and not read again yet. */
function isOwn({ content }: CoursePage, base: Editing['base']): boolean {
  return base.content.title === content.title && base.content.blocks.length === content.blocks.length
    ? base.content.blocks.every(({ text }, index) => text === content.blocks[index]?.text)
    : false
}
