import type { ProgressId } from '@recourse/core'
import { progressId } from './ids.ts'
import { number, object, oneOf, or, orNull, type Shape, string } from './shape.ts'

export interface Progress {
  readonly id: ProgressId
  readonly workflowState: 'queued' | 'running' | 'completed' | 'failed'
  /** Percent; 0 where Canvas has not counted yet. */
  readonly completion: number
  readonly tag: string | null
  readonly message: string | null
}

export const progress: Shape<Progress> = object({
  id: progressId,
  workflowState: oneOf(['queued', 'running', 'completed', 'failed']),
  completion: or(number, 0),
  tag: orNull(string),
  message: orNull(string),
})
