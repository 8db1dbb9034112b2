import type { PageId } from '@recourse/core'
import * as z from 'zod/mini'
import { type BlueprintLock, blueprintLock, toBlueprintLock } from './blueprint-lock.ts'
import { pageId } from './ids.ts'
import { type Instant, instant, or, orNull } from './optional.ts'

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

const wirePage = z.object({
  page_id: pageId,
  url: z.string(),
  title: z.string(),
  created_at: orNull(instant),
  updated_at: orNull(instant),
  editing_roles: or(z.string(), 'teachers'),
  published: z.boolean(),
  front_page: or(z.boolean(), false),
  html_url: orNull(z.string()),
  publish_at: orNull(instant),
  locked_for_user: or(z.boolean(), false),
  last_edited_by: orNull(z.object({ display_name: or(z.string(), '') })),
  body: z.optional(z.nullable(z.string())),
  editor: orNull(z.string()),
  block_editor_attributes: z.optional(z.unknown()),
  ...blueprintLock,
})

type WirePage = z.infer<typeof wirePage>

function toSummary(wire: WirePage): PageSummary {
  return {
    id: wire.page_id,
    url: wire.url,
    title: wire.title,
    createdAt: wire.created_at,
    updatedAt: wire.updated_at,
    editingRoles: wire.editing_roles,
    isPublished: wire.published,
    isFrontPage: wire.front_page,
    htmlUrl: wire.html_url,
    publishAt: wire.publish_at,
    isLockedForUser: wire.locked_for_user,
    lastEditedBy: wire.last_edited_by && { displayName: wire.last_edited_by.display_name },
    blueprint: toBlueprintLock(wire),
  }
}

/** With a block editor Canvas sends no body, or that of its viewer, which must not be written back. */
function toBody(wire: WirePage): string | null {
  const isBlocks = wire.block_editor_attributes !== undefined && wire.block_editor_attributes !== null
  if (wire.body === undefined || isBlocks) return null
  return wire.body ?? ''
}

export const pageSummary: z.ZodMiniType<PageSummary> = z.pipe(wirePage, z.transform(toSummary))

export const page: z.ZodMiniType<Page> = z.pipe(
  wirePage,
  z.transform(wire => ({ ...toSummary(wire), body: toBody(wire) })),
)

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
