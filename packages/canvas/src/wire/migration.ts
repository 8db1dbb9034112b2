import type { CourseId, MigrationId, ProgressId } from '@recourse/core'
import { toProgressId } from '@recourse/core'
import * as z from 'zod/mini'
import { courseId, idText, migrationId } from './ids.ts'
import { type Instant, instant, or, orNull } from './optional.ts'
import { type UploadTarget, uploadTarget } from './upload.ts'

export interface Migration {
  readonly id: MigrationId
  /** `course_copy_importer`, `canvas_cartridge_importer`, `master_course_import`, … */
  readonly type: string
  /** `pre_processing`, `pre_processed`, `queued`, `running`, `waiting_for_select`, `completed`, `failed`. */
  readonly workflowState: string
  readonly createdAt: Instant | null
  readonly startedAt: Instant | null
  readonly finishedAt: Instant | null
  readonly issuesCount: number
  readonly progressId: ProgressId | null
  /** Of a course copy, where Canvas says it. */
  readonly source: { readonly courseId: CourseId; readonly courseName: string | null } | null
  /** Where the package is to be sent, right after creation only. */
  readonly upload: UploadTarget | null
}

const settings = z.object({ source_course_id: orNull(courseId), source_course_name: orNull(z.string()) })

/** With bad values Canvas answers 200 and a complaint in place of the target. */
const preAttachment = z.union([
  uploadTarget,
  z.pipe(
    z.object({ message: z.string() }),
    z.transform(() => null),
  ),
  z.pipe(
    z.object({}),
    z.transform(() => null),
  ),
])

const wireMigration = z.object({
  id: migrationId,
  migration_type: or(z.string(), ''),
  workflow_state: z.string(),
  created_at: orNull(instant),
  started_at: orNull(instant),
  finished_at: orNull(instant),
  migration_issues_count: or(z.int(), 0),
  progress_url: orNull(z.string()),
  settings: orNull(settings),
  pre_attachment: orNull(preAttachment),
})

type WireMigration = z.infer<typeof wireMigration>

function toMigration(wire: WireMigration): Migration {
  return {
    id: wire.id,
    type: wire.migration_type,
    workflowState: wire.workflow_state,
    createdAt: wire.created_at,
    startedAt: wire.started_at,
    finishedAt: wire.finished_at,
    issuesCount: wire.migration_issues_count,
    progressId: toLastId(wire.progress_url),
    source: toSource(wire.settings),
    upload: wire.pre_attachment,
  }
}

function toLastId(url: string | null): ProgressId | null {
  const id = /\/progress\/(\d+(?:~\d+)?)(?:[?#]|$)/.exec(url ?? '')?.[1]
  return id === undefined ? null : toProgressId(id)
}

function toSource(wire: WireMigration['settings']): Migration['source'] {
  if (wire === null || wire.source_course_id === null) return null
  return { courseId: wire.source_course_id, courseName: wire.source_course_name }
}

export const migration: z.ZodMiniType<Migration> = z.pipe(wireMigration, z.transform(toMigration))

export interface MigrationIssue {
  readonly id: string
  readonly type: 'todo' | 'warning' | 'error'
  /** Canvas's own words, localised. */
  readonly description: string
  readonly workflowState: string
  readonly fixUrl: string | null
}

export const migrationIssue: z.ZodMiniType<MigrationIssue> = z.pipe(
  z.object({
    id: idText,
    issue_type: z.enum(['todo', 'warning', 'error']),
    description: or(z.string(), ''),
    workflow_state: z.string(),
    fix_issue_html_url: orNull(z.string()),
  }),
  z.transform(wire => ({
    id: wire.id,
    type: wire.issue_type,
    description: wire.description,
    workflowState: wire.workflow_state,
    fixUrl: wire.fix_issue_html_url,
  })),
)
