import type { CollectionView } from '@recourse/core'
import type { CoursePages, IncludedPage, LiveFacts } from './live-facts.ts'

/** What stands on the page. Plain data: every state of the view can be made by writing one down. */
export type LiveState =
  /** Vanilla Canvas. */
  | { readonly kind: 'nothing' }
  /** Canvas Collections 1.3 draws here; `isStaff` is told. */
  | { readonly kind: 'aside'; readonly isStaff: boolean }
  /** Nothing is drawn for this person; staff are told how things stand. */
  | KnownState

export type KnownState = OffState | DrawnState

interface Known {
  readonly facts: LiveFacts
  /** Read for staff, after everything is drawn; `null` until then, and where they cannot be listed. */
  readonly pages: CoursePages | null
}

export interface OffState extends Known {
  readonly kind: 'off'
}

export interface DrawnState extends Known {
  readonly kind: 'drawn'
  readonly collections: readonly CollectionView[]
  readonly chosen: CollectionView
  /** `null` where the collection includes none, and while it is on its way. */
  readonly included: IncludedPage | null
}
