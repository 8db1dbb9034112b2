import type { TermId } from '@recourse/core'
import * as z from 'zod/mini'
import { termId } from './ids.ts'
import { type Instant, instant, or, orNull } from './optional.ts'

export interface Term {
  readonly id: TermId
  readonly name: string
  /** Only for those who may see SIS data. */
  readonly sisTermId: string | null
  readonly startAt: Instant | null
  readonly endAt: Instant | null
  readonly workflowState: string
}

export const term: z.ZodMiniType<Term> = z.pipe(
  z.object({
    id: termId,
    name: or(z.string(), ''),
    sis_term_id: orNull(z.string()),
    start_at: orNull(instant),
    end_at: orNull(instant),
    workflow_state: or(z.string(), 'active'),
  }),
  z.transform(wire => ({
    id: wire.id,
    name: wire.name,
    sisTermId: wire.sis_term_id,
    startAt: wire.start_at,
    endAt: wire.end_at,
    workflowState: wire.workflow_state,
  })),
)

/** The one list Canvas wraps in an object (fixture account.json). */
export const termPage = z.pipe(
  z.object({ enrollment_terms: z.array(term) }),
  z.transform(wire => wire.enrollment_terms),
)
