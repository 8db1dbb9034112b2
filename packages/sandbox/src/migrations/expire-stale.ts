import type { World } from '../world.ts'
import type { Copies } from './copies.ts'
import { failMigration, jobName } from './run-migration.ts'

const HOUR_MS = 3_600_000
/** A queued migration looks again every hour, and gives up after more than five times (`blocked_by_current_migration?`). */
const QUEUED_MS = 6 * HOUR_MS

/** Ends what has waited too long: for its package (an hour), or behind another migration. */
export function expireStale(world: World, copies: Copies): void {
  for (const migration of world.rows.migrations.values()) {
    const isUpload = migration.state === 'pre_processing' && migration.attachmentId === null
    const isCopy = migration.sourceCourseId !== null
    if (isUpload && !isCopy && ageMs(world, migration.startedAt) > HOUR_MS)
      failMigration(world, migration, { description: 'The file upload process timed out.' })
    if (migration.state !== 'queued' || ageMs(world, migration.createdAt) <= QUEUED_MS) continue
    copies.drop(jobName(migration.id))
    failMigration(world, migration, { description: 'Blocked by running migration' })
  }
}

function ageMs(world: World, since: string | null): number {
  return since === null ? 0 : world.nowMs() - Date.parse(since)
}
