import type { TermId } from '@recourse/core'
import { termId } from './ids.ts'
import { type Instant, instant } from './instant.ts'
import { array, map, object, or, orNull, type Shape, string } from './shape.ts'

export interface Term {
  readonly id: TermId
  readonly name: string
  /** Only for those who may see SIS data. */
  readonly sisTermId: string | null
  readonly startAt: Instant | null
  readonly endAt: Instant | null
  readonly workflowState: string
}

export const term: Shape<Term> = object({
  id: termId,
  name: or(string, ''),
  sisTermId: orNull(string),
  startAt: orNull(instant),
  endAt: orNull(instant),
  workflowState: or(string, 'active'),
})

/** The one list Canvas wraps in an object (fixture account.json). */
export const termPage = map(object({ enrollmentTerms: array(term) }), page => page.enrollmentTerms)
