import * as z from 'zod/mini'
import { type Instant, instant, or, orNull } from './optional.ts'

export interface PageRevisionSummary {
  /** Counts from 1 within the page. */
  readonly revisionId: number
  readonly updatedAt: Instant | null
  readonly isLatest: boolean
  readonly editedBy: { readonly displayName: string } | null
}

export interface PageRevision extends PageRevisionSummary {
  readonly url: string
  readonly title: string
  /** As `Page.body`, of that time; `''` where the page was empty. */
  readonly body: string
}

/** A number that comes as text under string ids, because its name ends in `_id`. */
const revisionNumber = z.pipe(
  z.union([z.int(), z.string().check(z.regex(/^\d+$/))]),
  z.transform(value => Number(value)),
)

const wireSummary = z.object({
  revision_id: revisionNumber,
  updated_at: orNull(instant),
  latest: or(z.boolean(), false),
  edited_by: orNull(z.object({ display_name: or(z.string(), '') })),
})

function toSummary(wire: z.infer<typeof wireSummary>): PageRevisionSummary {
  return {
    revisionId: wire.revision_id,
    updatedAt: wire.updated_at,
    isLatest: wire.latest,
    editedBy: wire.edited_by && { displayName: wire.edited_by.display_name },
  }
}

export const pageRevisionSummary: z.ZodMiniType<PageRevisionSummary> = z.pipe(wireSummary, z.transform(toSummary))

export const pageRevision: z.ZodMiniType<PageRevision> = z.pipe(
  z.extend(wireSummary, { url: z.string(), title: z.string(), body: or(z.string(), '') }),
  z.transform(wire => ({ ...toSummary(wire), url: wire.url, title: wire.title, body: wire.body })),
)
