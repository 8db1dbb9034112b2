import { type Draft, parseDraft } from './draft.ts'

export interface DraftOf {
  readonly personId: string
  readonly pageId: string
}

const keyOf = ({ personId, pageId }: DraftOf) => `recourse:page:${personId}:${pageId}`

/** Unsaved work, in this browser alone: of each person, for each page. */
export const draftStore = {
  find: (of: DraftOf): Draft | undefined => {
    const text = attempt(() => localStorage.getItem(keyOf(of)))
    return typeof text === 'string' ? parseDraft(text) : undefined
  },
  /** Whether this browser keeps it. */
  keep: (of: DraftOf, draft: Draft): boolean =>
    attempt(() => {
      localStorage.setItem(keyOf(of), JSON.stringify(draft))
      return true
    }) === true,
  forget: (of: DraftOf): void => {
    attempt(() => localStorage.removeItem(keyOf(of)))
  },
  /** The page is another one now, and says the same. */
  move: (from: DraftOf, to: DraftOf): void => {
    attempt(() => {
      const text = localStorage.getItem(keyOf(from))
      if (text === null) return
      localStorage.setItem(keyOf(to), text)
      localStorage.removeItem(keyOf(from))
    })
  },
} as const

/** A browser may have no room, or no storage at all. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
