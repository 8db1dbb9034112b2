import type { CollectionView } from '@recourse/core'
import type { IncludedPage, LiveFacts } from './live-facts.ts'

/** What stands on the page. Plain data: every state of the view can be made by writing one down. */
export type LiveState =
  /** Vanilla Canvas. */
  | { readonly kind: 'nothing' }
  /** Canvas Collections 1.3 draws here; `isStaff` is told. */
  | { readonly kind: 'aside'; readonly isStaff: boolean }
  /** Nothing is drawn for this person; staff are told how things stand. */
  | KnownState

export type KnownState = { readonly kind: 'off'; readonly facts: LiveFacts } | DrawnState

export interface DrawnState {
  readonly kind: 'drawn'
  readonly facts: LiveFacts
  readonly collections: readonly CollectionView[]
  readonly chosen: CollectionView
  /** `null` where the collection includes none, and while it is on its way. */
  readonly included: IncludedPage | null
}
