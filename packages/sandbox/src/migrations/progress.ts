import type { Progress } from '../model.ts'
import type { World } from '../world.ts'

export interface NewProgress {
  readonly contextId: number
  readonly contextType: string
  readonly tag: string
  readonly userId: number
}

export function createProgress(world: World, progress: NewProgress): Progress {
  const now = world.nowIso()
  const row: Progress = {
    ...progress,
    id: world.nextId('progresses'),
    completion: 0,
    state: 'queued',
    message: null,
    createdAt: now,
    updatedAt: now,
  }
  world.rows.progresses.set(row.id, row)
  return row
}

/** Moves a progress on; 100 completes it. What was cancelled or failed stays so. */
export function moveProgress(world: World, id: number, completion: number): void {
  const row = world.rows.progresses.get(id)
  if (!row || row.state === 'failed') return
  row.completion = completion
  row.state = completion === 100 ? 'completed' : 'running'
  row.updatedAt = world.nowIso()
}

export function failProgress(world: World, id: number, message: string | null): void {
  const row = world.rows.progresses.get(id)
  if (!row) return
  row.state = 'failed'
  row.message = message
  row.updatedAt = world.nowIso()
}

/** Progress JSON (`progress_controller.rb`). */
export function progressJson(origin: string, row: Progress): Record<string, unknown> {
  return {
    id: row.id,
    context_id: row.contextId,
    context_type: row.contextType,
    user_id: row.userId,
    tag: row.tag,
    completion: row.completion,
    workflow_state: row.state,
    created_at: row.createdAt,
    updated_at: row.updatedAt,
    message: row.message,
    results: null,
    url: progressUrl(origin, row.id),
  }
}

export function progressUrl(origin: string, id: number): string {
  return `${origin}/api/v1/progress/${id}`
}
