import type { CourseId, PageId } from '../../ids.ts'
import type { CopyingNow } from '../import/import-facts.ts'
import type { ClaytonsFacts } from './claytons-facts.ts'
import type { PartState } from './fingerprint.ts'
import type { Navigation } from './splice-claytons.ts'

/** What a person may decide about static pages. */
export interface ClaytonsChoices {
  /** Names of the collections to write; `null` for all that are not hidden. */
  readonly collections: readonly string[] | null
  /** `keep` leaves each page the navigation that it has. */
  readonly navigation: Navigation | 'keep'
  /** Also write over what somebody changed by hand. */
  readonly replaceEdited: boolean
  /** Publish the pages that are written; else new ones stay unpublished, and others as they are. */
  readonly publish: boolean
  /** Hosts whose pages may be framed. */
  readonly iframeHosts: readonly string[]
}

export type ClaytonsPlan =
  | { readonly kind: 'busy'; readonly copying: CopyingNow; readonly text: string }
  | { readonly kind: 'nothing'; readonly why: NothingToWrite; readonly text: string }
  | { readonly kind: 'stuck'; readonly why: StuckReason; readonly text: string }
  | ReadyClaytons

export type NothingToWrite = 'no-configuration' | 'no-output-page'

export type StuckReason = 'unreadable' | 'not-imported' | 'no-such-collection' | 'may-not-edit'

export interface ReadyClaytons {
  readonly kind: 'ready'
  readonly courseId: CourseId
  /** The home page first, then in the order of the collections. */
  readonly pages: readonly PlannedPage[]
  /** Collections of no page: nothing is written for them. */
  readonly left: readonly LeftCollection[]
  /** What it was planned from, to plan again once missing pages are made. */
  readonly facts: ClaytonsFacts
  readonly choices: ClaytonsChoices
}

export interface LeftCollection {
  readonly name: string
  readonly why: 'no-output-page' | 'hidden'
}

export type PageState =
  /** There is no such page yet: it will be made. */
  | 'create'
  | 'write'
  | 'unchanged'
  /** Somebody changed what was generated: kept, unless it is chosen to be replaced. */
  | 'edited'
  | 'blocked'

export type BlockedReason =
  | 'blueprint-locked'
  | 'too-large'
  | 'duplicate-title'
  | 'shared-page'
  | 'withheld'
  | 'unknown-representation'

export interface PlannedPage {
  readonly title: string
  /** `null` for a page that is not there yet. */
  readonly pageId: PageId | null
  readonly slug: string | null
  readonly state: PageState
  readonly why: BlockedReason | null
  /** A sentence about the state, for a person. */
  readonly text: string
  readonly isFrontPage: boolean
  readonly isPublished: boolean
  /** It will be published. */
  readonly publishes: boolean
  readonly navigation: Navigation
  readonly collections: readonly PlannedPart[]
  /** As it was read; `null` for a page that is not there yet. */
  readonly before: string | null
  /** As it will be sent; `null` where nothing would be written. */
  readonly body: string | null
}

export interface PlannedPart {
  readonly name: string
  readonly state: PartState
  /** How many cards it will show. */
  readonly cards: number
}
