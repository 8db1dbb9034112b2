import type { CourseId, MigrationId, ProgressId } from '@recourse/core'
import { toProgressId } from '@recourse/core'
import { courseId, idText, migrationId } from './ids.ts'
import { type Instant, instant } from './instant.ts'
import { int, map, named, object, oneOf, or, orNull, type Shape, string, tryShape, unknown } from './shape.ts'
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

const source = map(
  object({
    courseId: named('source_course_id', orNull(courseId)),
    courseName: named('source_course_name', orNull(string)),
  }),
  ({ courseId, courseName }) => (courseId === null ? null : { courseId, courseName }),
)

export const migration: Shape<Migration> = object({
  id: migrationId,
  type: named('migration_type', or(string, '')),
  workflowState: string,
  createdAt: orNull(instant),
  startedAt: orNull(instant),
  finishedAt: orNull(instant),
  issuesCount: named('migration_issues_count', or(int, 0)),
  progressId: named('progress_url', map(orNull(string), toLastId)),
  source: named('settings', orNull(source)),
  // With bad values Canvas answers 200 and a complaint in place of the target.
  upload: named(
    'pre_attachment',
    map(unknown, target => tryShape(uploadTarget, target) ?? null),
  ),
})

function toLastId(url: string | null): ProgressId | null {
  const id = /\/progress\/(\d+(?:~\d+)?)(?:[?#]|$)/.exec(url ?? '')?.[1]
  return id === undefined ? null : toProgressId(id)
}

export interface MigrationIssue {
  readonly id: string
  readonly type: 'todo' | 'warning' | 'error'
  /** Canvas's own words, localised. */
  readonly description: string
  readonly workflowState: string
  readonly fixUrl: string | null
}

export const migrationIssue: Shape<MigrationIssue> = object({
  id: idText,
  type: named('issue_type', oneOf(['todo', 'warning', 'error'])),
  description: or(string, ''),
  workflowState: string,
  fixUrl: named('fix_issue_html_url', orNull(string)),
})
