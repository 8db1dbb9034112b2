import type { ContentMigration, MigrationType } from '../model.ts'
import type { World } from '../world.ts'
import { createProgress } from './progress.ts'

export interface NewMigration {
  readonly courseId: number
  readonly userId: number
  readonly type: MigrationType
  readonly sourceCourseId: number | null
}

export function createMigration(world: World, migration: NewMigration): ContentMigration {
  const id = world.nextId('migrations')
  const progress = createProgress(world, {
    contextId: id,
    contextType: 'ContentMigration',
    tag: 'content_migration',
    userId: migration.userId,
  })
  const row: ContentMigration = {
    ...migration,
    id,
    state: 'created',
    settings: {},
    attachmentId: null,
    progressId: progress.id,
    issues: [],
    createdAt: world.nowIso(),
    startedAt: null,
    finishedAt: null,
  }
  world.rows.migrations.set(id, row)
  return row
}
