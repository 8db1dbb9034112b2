import type { ProgressId } from '@recourse/core'
import * as z from 'zod/mini'
import { progressId } from './ids.ts'
import { or, orNull } from './optional.ts'

export interface Progress {
  readonly id: ProgressId
  readonly workflowState: 'queued' | 'running' | 'completed' | 'failed'
  /** Percent; 0 where Canvas has not counted yet. */
  readonly completion: number
  readonly tag: string | null
  readonly message: string | null
}

export const progress: z.ZodMiniType<Progress> = z.pipe(
  z.object({
    id: progressId,
    workflow_state: z.enum(['queued', 'running', 'completed', 'failed']),
    completion: or(z.number(), 0),
    tag: orNull(z.string()),
    message: orNull(z.string()),
  }),
  z.transform(wire => ({
    id: wire.id,
    workflowState: wire.workflow_state,
    completion: wire.completion,
    tag: wire.tag,
    message: wire.message,
  })),
)
