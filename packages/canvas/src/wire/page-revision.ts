import { type Instant, instant } from './instant.ts'
import { boolean, either, int, map, named, object, or, orNull, type Shape, string, where } from './shape.ts'

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
const revisionNumber = either(
  int,
  map(
    where(string, 'a number', text => /^\d+$/.test(text)),
    text => Number(text),
  ),
)

const fields = {
  revisionId: revisionNumber,
  updatedAt: orNull(instant),
  isLatest: named('latest', or(boolean, false)),
  editedBy: orNull(object({ displayName: or(string, '') })),
}

export const pageRevisionSummary: Shape<PageRevisionSummary> = object<PageRevisionSummary>(fields)

export const pageRevision: Shape<PageRevision> = object<PageRevision>({
  ...fields,
  url: string,
  title: string,
  body: or(string, ''),
})
