import type { ModuleId } from '../../ids.ts'

/** For whom the view is made; Claytons show what any student may see, without what is personal. */
export type Viewer = 'staff' | 'student' | 'claytons'

/** A module of the course as Canvas lists it (canvas-api §2.2). */
export interface LiveModule {
  readonly id: ModuleId
  readonly name: string
  readonly published: boolean
  /** ISO-8601 instant, or `null`. */
  readonly unlockAt: string | null
  readonly prerequisiteIds: readonly ModuleId[]
  /** The person's own progress; `null` where Canvas tells none (staff). */
  readonly state: 'locked' | 'unlocked' | 'started' | 'completed' | null
  /** Requirements met and in all; `null` where unknown or none. */
  readonly requirements: RequirementCount | null
}

export interface RequirementCount {
  readonly completed: number
  readonly required: number
}

/** What of a course's Collections one person sees; plain data, the same for the live view and for Claytons. */
export type CollectionsView =
  | { readonly kind: 'off'; readonly why: 'no-one' | 'staff-only' | 'students-only' | 'unpublished' }
  | { readonly kind: 'on'; readonly collections: readonly CollectionView[] }

export type Representation =
  | 'GriffithCards'
  | 'HorizontalCards'
  | 'AssessmentTable'
  | 'CollectionsTable'
  | 'CollectionOnly'
  | 'unknown'

export interface CollectionView {
  /** Place in `COLLECTIONS_ORDER`, hidden ones counted: the N of `#cc-collection-N`. */
  readonly index: number
  readonly name: string
  readonly isHidden: boolean
  readonly isDefault: boolean
  readonly representation: Representation
  /** As it stands on the page, for what is said of an unknown one. */
  readonly representationName: string
  readonly includePage: { readonly title: string; readonly isAfter: boolean } | null
  /** In the order they are drawn. */
  readonly cards: readonly Card[]
  /** Modules whose Canvas blocks stand under this collection, in Canvas's order. */
  readonly moduleIds: readonly ModuleId[]
}

export interface Card {
  readonly moduleId: ModuleId
  /** Name of its collection; `null` for a module in none. */
  readonly collection: string | null
  /** "Week 3"; `''` for none. */
  readonly heading: string
  /** The module's name without that heading. */
  readonly title: string
  /** The module's name as Canvas has it. */
  readonly name: string
  /** HTML, not cleaned yet. */
  readonly description: string
  readonly banner: CardBanner
  readonly date: CardDateView | null
  /** FYI cards lead nowhere; `html` is not cleaned yet. */
  readonly fyi: { readonly html: string } | null
  /** Text of the button; `null` for none. */
  readonly engage: string | null
  /** Name → HTML, not cleaned yet. */
  readonly metadata: Readonly<Record<string, string>>
  readonly isPublished: boolean
  readonly isUnallocated: boolean
  /** `null` for staff, in Claytons, and where nothing is required. */
  readonly completion: RequirementCount | null
  readonly lock: CardLock | null
}

export type CardBanner =
  | {
      readonly kind: 'image'
      readonly url: string
      readonly size: ImageSize
      readonly alt: string
      readonly background: string | null
    }
  | { readonly kind: 'iframe'; readonly html: string }
  | { readonly kind: 'colour'; readonly colour: string }
  | { readonly kind: 'none' }

export type ImageSize = 'none' | 'contain' | 'cover' | 'fill' | 'scale-down' | 'auto'

/** A calendar date of the card, parts shown only; texts, never instants, so no time zone moves them. */
export interface CardDateView {
  readonly label: string
  /** `2026-03-09`; `''` where no day was picked, and then tables show no date at all (collections-1.3 §2.4, *Display rules*). */
  readonly on: string
  readonly from: CardDateParts
  readonly to: CardDateParts | null
}

/** `''` for a part that is absent or not shown. */
export interface CardDateParts {
  readonly time: string
  readonly day: string
  readonly date: string
  readonly month: string
}

/** Why a student cannot enter yet (canvas-api §2.2). */
export type CardLock =
  | { readonly kind: 'until'; readonly at: string }
  | { readonly kind: 'prerequisites'; readonly names: readonly string[] }
  | { readonly kind: 'locked' }
