import type { CourseId, PageId } from '../../ids.ts'
import type { ConfigurationPage, CopyingNow } from '../import/import-facts.ts'
import type { LiveModule } from '../view/collections-view.ts'

/** Everything that static pages are planned from, read once. */
export interface ClaytonsFacts {
  readonly courseId: CourseId
  /** Scheme and host of this Canvas. */
  readonly origin: string
  /** ISO-8601 instant of the reading. */
  readonly readAt: string
  /** A copy into this course that is under way: nothing is written before it ends. */
  readonly copying: CopyingNow | null
  readonly mayEdit: boolean
  /** The page at Collections' own address; `null` where there is none. */
  readonly configuration: ConfigurationPage | null
  /** All of the course, in Canvas's order. */
  readonly modules: readonly LiveModule[]
  readonly pages: readonly StoredPage[]
}

export interface StoredPage {
  readonly id: PageId
  readonly slug: string
  readonly title: string
  readonly isPublished: boolean
  readonly isFrontPage: boolean
  readonly isLockedByBlueprint: boolean
  /** As the API reads it out; `null` where it was not read, or Canvas withholds it. */
  readonly body: string | null
}
