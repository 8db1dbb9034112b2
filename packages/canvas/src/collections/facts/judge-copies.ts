import type { CopyRecord, CourseId, FailedCopy, MigrationId, ProgressId } from '@recourse/core'
import type { BlueprintMigration, BlueprintSubscription } from '../../wire/blueprint.ts'
import type { Migration } from '../../wire/migration.ts'

/** What Canvas lists of the copies into one course. */
export interface ListedCopies {
  readonly courseId: CourseId
  readonly origin: string
  readonly migrations: readonly Migration[]
  readonly blueprintImports: readonly BlueprintMigration[]
  readonly blueprint: BlueprintSubscription['blueprintCourse'] | null
}

export interface CopySource {
  readonly courseId: CourseId | null
  readonly name: string | null
}

export interface UnfinishedCopy {
  readonly migrationId: MigrationId
  readonly state: string
  readonly from: CopySource
  readonly progressId: ProgressId | null
}

/** A copy that is done; `from.courseId` is `null` where Canvas does not say it (packages). */
export interface FinishedCopy extends Pick<CopyRecord, 'toCourseId' | 'kind' | 'startedAt' | 'finishedAt'> {
  readonly migrationId: MigrationId
  readonly from: CopySource
}

export interface Copies {
  readonly unfinished: UnfinishedCopy | null
  readonly failed: FailedCopy | null
  /** Newest first. */
  readonly finished: readonly FinishedCopy[]
}

/** They bring files or questions, never pages or modules. */
const WITHOUT_PAGES: ReadonlySet<string> = new Set([
  'zip_file_importer',
  'qti_converter',
  'academic_benchmark_importer',
])

/** Canvas's jobs expire after so long (canvas-api §2.6): what is still "running" then was abandoned. */
const ABANDONED_AFTER_MS = 48 * 60 * 60 * 1000

const BLUEPRINT_DONE: ReadonlySet<string> = new Set(['completed', 'imported'])
const BLUEPRINT_FAILED: ReadonlySet<string> = new Set(['exports_failed', 'imports_failed', 'failed'])

interface Copy extends FinishedCopy {
  readonly state: 'unfinished' | 'finished' | 'failed'
  readonly canvasState: string
  readonly createdAt: string | null
  readonly progressId: ProgressId | null
}

/** Whether Canvas is at work, whether the newest copy failed, and the copies that are done. */
export function judgeCopies(listed: ListedCopies, nowMs: number): Copies {
  const copies = toCopies(listed)
  const newest = copies.find(({ state }) => state !== 'unfinished')
  const unfinished = copies.findLast(copy => copy.state === 'unfinished' && !isAbandoned(copy, nowMs))
  return {
    unfinished: unfinished === undefined ? null : toUnfinished(unfinished),
    failed: newest?.state === 'failed' ? toFailed(newest, listed) : null,
    finished: copies.filter(({ state }) => state === 'finished').map(toFinished),
  }
}

function toUnfinished({ migrationId, canvasState, from, progressId }: Copy): UnfinishedCopy {
  return { migrationId, state: canvasState, from, progressId }
}

function toFailed({ migrationId, from }: Copy, { origin, courseId }: ListedCopies): FailedCopy {
  return { migrationId, from, url: `${origin}/courses/${courseId}/content_migrations` }
}

function toFinished({ migrationId, from, toCourseId, kind, startedAt, finishedAt }: Copy): FinishedCopy {
  return { migrationId, from, toCourseId, kind, startedAt, finishedAt }
}

function isAbandoned({ startedAt, createdAt }: Copy, nowMs: number): boolean {
  const since = startedAt ?? createdAt
  return since !== null && nowMs - Date.parse(since) > ABANDONED_AFTER_MS
}

/** Newest first; where Canvas tells no time, in its own order, which is that too. */
function toCopies(listed: ListedCopies): readonly Copy[] {
  const migrations = listed.migrations.filter(({ type }) => !WITHOUT_PAGES.has(type))
  const copies = [
    ...migrations.map(migration => fromMigration(migration, listed)),
    ...listed.blueprintImports.map(sync => fromSync(sync, listed)),
  ]
  return copies.toSorted((one, other) => timeOf(other) - timeOf(one))
}

function timeOf({ createdAt }: Copy): number {
  return createdAt === null ? 0 : Date.parse(createdAt)
}

function fromMigration(migration: Migration, { courseId }: ListedCopies): Copy {
  const { workflowState } = migration
  return {
    migrationId: migration.id,
    from: { courseId: migration.source?.courseId ?? null, name: migration.source?.courseName ?? null },
    toCourseId: courseId,
    kind: toKind(migration.type),
    startedAt: migration.startedAt ?? migration.createdAt,
    finishedAt: migration.finishedAt,
    state: workflowState === 'completed' ? 'finished' : workflowState === 'failed' ? 'failed' : 'unfinished',
    canvasState: workflowState,
    createdAt: migration.createdAt,
    progressId: migration.progressId,
  }
}

function toKind(type: string): CopyRecord['kind'] {
  if (type === 'course_copy_importer') return 'course-copy'
  return type === 'master_course_import' ? 'blueprint' : 'package'
}

function fromSync(sync: BlueprintMigration, { courseId, blueprint }: ListedCopies): Copy {
  const { workflowState } = sync
  return {
    migrationId: sync.id,
    from: { courseId: blueprint?.id ?? null, name: blueprint?.name ?? null },
    toCourseId: courseId,
    kind: 'blueprint',
    startedAt: sync.createdAt,
    finishedAt: sync.importsCompletedAt,
    state: BLUEPRINT_DONE.has(workflowState)
      ? 'finished'
      : BLUEPRINT_FAILED.has(workflowState)
        ? 'failed'
        : 'unfinished',
    canvasState: workflowState,
    createdAt: sync.createdAt,
    progressId: null,
  }
}
