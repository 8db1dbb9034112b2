import type { PageId } from '@recourse/core'
import { type BlueprintLock, blueprintLock } from './blueprint-lock.ts'
import { pageId } from './ids.ts'
import { type Instant, instant } from './instant.ts'
import { beside, boolean, map, named, object, or, orNull, type Shape, string, unknown } from './shape.ts'

export interface PageSummary {
  readonly id: PageId
  /** The slug. It changes with the title: address a page by its id. */
  readonly url: string
  readonly title: string
  readonly createdAt: Instant | null
  /** Last change of title or body. */
  readonly updatedAt: Instant | null
  /** Comma list of `teachers`, `students`, `members`, `public`. */
  readonly editingRoles: string
  readonly isPublished: boolean
  readonly isFrontPage: boolean
  readonly htmlUrl: string | null
  readonly publishAt: Instant | null
  readonly isLockedForUser: boolean
  readonly lastEditedBy: { readonly displayName: string } | null
  /** Canvas says so in lists only, and only to those who may edit pages; `null`: not said, or no blueprint. */
  readonly blueprint: BlueprintLock | null
}

export interface Page extends PageSummary {
  /**
   * HTML as the API decorates it, not as it is stored (canvas-api §2.4); `''` for an empty page.
   * `null` where Canvas withholds it: locked for the caller, or made with a block editor.
   */
  readonly body: string | null
}

const fields = {
  id: named('page_id', pageId),
  url: string,
  title: string,
  createdAt: orNull(instant),
  updatedAt: orNull(instant),
  editingRoles: or(string, 'teachers'),
  isPublished: named('published', boolean),
  isFrontPage: named('front_page', or(boolean, false)),
  htmlUrl: orNull(string),
  publishAt: orNull(instant),
  isLockedForUser: named('locked_for_user', or(boolean, false)),
  lastEditedBy: orNull(object({ displayName: or(string, '') })),
  blueprint: beside(blueprintLock),
}

/** `null` where none is sent. */
const sentBody: Shape<string | null> = json => (json === undefined ? null : or(string, '')(json))

/** With a block editor Canvas sends no body, or that of its viewer, which must not be written back. */
const body = map(
  object({ body: sentBody, blockEditorAttributes: orNull(unknown) }),
  ({ body, blockEditorAttributes }) => (blockEditorAttributes === null ? body : null),
)

export const pageSummary: Shape<PageSummary> = object<PageSummary>(fields)

export const page: Shape<Page> = object<Page>({ ...fields, body: beside(body) })

/** What can be set on a page. An absent key is left as it is. */
export interface PageInput {
  /** Changes the slug too. At least one letter or digit, at most 255 characters. */
  readonly title?: string
  /** At most 511,999 characters after Canvas's sanitiser. */
  readonly body?: string
  readonly isPublished?: boolean
  /** Needs a published page. */
  readonly isFrontPage?: boolean
  readonly editingRoles?: string
  readonly notifyOfUpdate?: boolean
  readonly publishAt?: Instant | null
}

export function pageBody(input: PageInput): unknown {
  return {
    wiki_page: {
      title: input.title,
      body: input.body,
      published: input.isPublished,
      front_page: input.isFrontPage,
      editing_roles: input.editingRoles,
      notify_of_update: input.notifyOfUpdate,
      publish_at: input.publishAt,
    },
  }
}
