import type { CourseId, MigrationId, ProgressId } from '@recourse/core'
import type { Canvas } from '../canvas.ts'
import { CanvasError } from '../canvas-error.ts'
import { apiPath } from '../http/api-path.ts'
import { readOne } from '../http/listing.ts'
import type { CallOptions } from '../http/request.ts'
import { linkSignals } from '../http/signals.ts'
import type { Migration } from '../wire/migration.ts'
import { type Progress, progress } from '../wire/progress.ts'
import { getMigration } from './migrations.ts'

export interface PollOptions<T> extends CallOptions {
  /** Between the first two looks; grows by half each time up to ten times as much. Default 1 s. */
  readonly intervalMs?: number
  /** Gives up with `down` after so long; default: only the signal ends it. */
  readonly maxWaitMs?: number
  readonly onLook?: (state: T) => void
}

/** How far Canvas is with work it does in the background. */
export function getProgress(canvas: Canvas, progressId: ProgressId, options?: CallOptions): Promise<Progress> {
  const url = apiPath`/progress/${progressId}`
  return readOne(canvas, progress, { url, task: `read progress ${progressId}`, options })
}

/** Looks until the work is `completed` or `failed` (both are results, not errors). */
export function pollProgress(
  canvas: Canvas,
  progressId: ProgressId,
  options: PollOptions<Progress> = {},
): Promise<Progress> {
  const isOver = (state: Progress): boolean => ['completed', 'failed'].includes(state.workflowState)
  const task = `wait for progress ${progressId}`
  return poll(canvas, { look: () => getProgress(canvas, progressId, options), isOver, task }, options)
}

/**
 * Looks until a migration is `completed`, `failed` or `waiting_for_select`. The migration itself is asked: its
 * progress says `completed` a moment before the record of ids can be read (canvas-api §2.6).
 */
export function waitForMigration(
  canvas: Canvas,
  courseId: CourseId,
  migrationId: MigrationId,
  options: PollOptions<Migration> = {},
): Promise<Migration> {
  const isOver = (state: Migration): boolean =>
    ['completed', 'failed', 'waiting_for_select'].includes(state.workflowState)
  const task = `wait for migration ${migrationId} of course ${courseId}`
  return poll(canvas, { look: () => getMigration(canvas, courseId, migrationId, options), isOver, task }, options)
}

interface Watched<T> {
  readonly look: () => Promise<T>
  readonly isOver: (state: T) => boolean
  readonly task: string
}

async function poll<T>(canvas: Canvas, watched: Watched<T>, options: PollOptions<T>): Promise<T> {
  const { signal, unlink } = linkSignals([canvas.connection.signal, options.signal])
  const { intervalMs: firstMs = 1000, maxWaitMs = Number.POSITIVE_INFINITY } = options
  const giveUpAt = canvas.now() + maxWaitMs
  try {
    for (let waitMs = firstMs; ; waitMs = Math.min(firstMs * 10, waitMs * 1.5)) {
      const state = await watched.look()
      options.onLook?.(state)
      if (watched.isOver(state)) return state
      if (canvas.now() + waitMs > giveUpAt)
        throw new CanvasError('down', 'Canvas is still at work. Look again later.', { task: watched.task })
      await canvas.sleep(waitMs, signal)
    }
  } finally {
    unlink()
  }
}
