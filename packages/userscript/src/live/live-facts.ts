import type { AttentionQuestion, Configuration, LiveModule, PageId } from '@recourse/core'

/** What the live view is drawn from, read at one time. */
export interface LiveFacts {
  readonly isStaff: boolean
  readonly mayEditPages: boolean
  readonly page: LivePage
  readonly configuration: Configuration
  readonly modules: readonly LiveModule[]
}

export type CoursePages = NonNullable<AttentionQuestion['pages']>

export interface LivePage {
  readonly id: PageId
  readonly isPublished: boolean
}

/** The page shown with a collection: `missing` is said to staff, students see nothing. */
export type IncludedPage =
  | { readonly kind: 'page'; readonly title: string; readonly html: string; readonly slug: string }
  | { readonly kind: 'missing'; readonly title: string }
