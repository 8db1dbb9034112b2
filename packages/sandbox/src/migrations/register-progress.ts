import { toRowId } from '../find-course.ts'
import { type Call, forbidden, json, needCaller, route, type SandboxApp } from '../http/call.ts'
import { notFound } from '../http/errors.ts'
import { presentText } from '../http/reading.ts'
import type { Progress } from '../model.ts'
import { can } from '../rights.ts'
import type { World } from '../world.ts'
import type { Copies } from './copies.ts'
import { failProgress, progressJson } from './progress.ts'
import { jobName } from './run-migration.ts'

/** `GET /progress/:id` and its cancellation. */
export function registerProgress(app: SandboxApp, world: World, copies: Copies): void {
  app.get(
    '/api/v1/progress/:id',
    route(world, call => json(call, progressJson(call.origin, getProgress(call)))),
  )
  app.post(
    '/api/v1/progress/:id/cancel',
    route(world, call => cancel(call, copies)),
  )
}

/** For who started it and who may work on the course. */
function getProgress(call: Call): Progress {
  const caller = needCaller(call)
  const row = call.world.rows.progresses.get(toRowId(call.path('id')) ?? -1)
  if (!row) throw notFound()
  const course = call.world.rows.courses.get(courseIdOf(call.world, row))
  const mayRead = row.userId === caller.id || (course !== undefined && can(call, course, 'read_as_admin'))
  if (!mayRead) throw forbidden(call)
  return row
}

function courseIdOf(world: World, row: Progress): number {
  if (row.contextType === 'Course') return row.contextId
  return world.rows.migrations.get(row.contextId)?.courseId ?? -1
}

/** The job is dropped where it stands; a migration is failed then, and what it has already written stays. */
function cancel(call: Call, copies: Copies): Response {
  const row = getProgress(call)
  if (row.state === 'queued' || row.state === 'running') {
    failProgress(call.world, row.id, presentText(call.params, 'message') ?? 'canceled')
    const migration = row.contextType === 'ContentMigration' ? call.world.rows.migrations.get(row.contextId) : undefined
    if (migration) {
      copies.drop(jobName(migration.id))
      migration.state = 'failed'
      migration.finishedAt = call.world.nowIso()
    }
  }
  return json(call, progressJson(call.origin, row))
}
