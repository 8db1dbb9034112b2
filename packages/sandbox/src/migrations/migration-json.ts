import { fileJson } from '../files/file-json.ts'
import type { Call } from '../http/call.ts'
import type { ContentMigration, MigrationIssue, MigrationType } from '../model.ts'
import { progressUrl } from './progress.ts'

/** What `GET …/content_migrations/migrators` tells of each type, and the title it goes by. */
export interface Migrator {
  readonly type: Exclude<MigrationType, 'master_course_import'>
  readonly requires_file_upload: boolean
  readonly name: string
  readonly required_settings: readonly string[]
}

export const MIGRATORS: readonly Migrator[] = [
  {
    type: 'course_copy_importer',
    requires_file_upload: false,
    name: 'Copy a Canvas Course',
    required_settings: ['source_course_id'],
  },
  {
    type: 'canvas_cartridge_importer',
    requires_file_upload: true,
    name: 'Canvas Course Export Package',
    required_settings: [],
  },
  {
    type: 'zip_file_importer',
    requires_file_upload: true,
    name: 'Unzip .zip file into folder',
    required_settings: ['source_folder_id'],
  },
  {
    type: 'common_cartridge_importer',
    requires_file_upload: true,
    name: 'Common Cartridge 1.x Package',
    required_settings: [],
  },
  // Read as a cartridge, which a package of quizzes is; a backup of Moodle is none, and its migration fails with the reason.
  { type: 'qti_converter', requires_file_upload: true, name: 'QTI .zip file', required_settings: [] },
  { type: 'moodle_converter', requires_file_upload: true, name: 'Moodle 1.9/2.x', required_settings: [] },
]

const TITLES: Readonly<Record<MigrationType, string>> = {
  course_copy_importer: 'Course Copy',
  canvas_cartridge_importer: 'Canvas Cartridge Importer',
  common_cartridge_importer: 'Common Cartridge Importer',
  zip_file_importer: 'File Import',
  qti_converter: 'QTI Converter',
  moodle_converter: 'Moodle Converter',
  master_course_import: 'Blueprint Course',
}

/** The internal state in the API's words (`lib/api/v1/content_migration.rb`). */
export function apiState(migration: ContentMigration): string {
  switch (migration.state) {
    case 'created':
      return 'pre_processing'
    case 'exported':
      return migration.settings.import_immediately === false ? 'waiting_for_select' : 'running'
    case 'exporting':
    case 'importing':
      return 'running'
    case 'imported':
      return 'completed'
    case 'queued':
    case 'pre_processing':
    case 'pre_processed':
    case 'failed':
      return migration.state
    default:
      return migration.state satisfies never
  }
}

export function isCopy(migration: ContentMigration): boolean {
  return migration.type === 'course_copy_importer' || migration.type === 'master_course_import'
}

/** ContentMigration JSON; `preAttachment` is the offer for its package, right after it was made. */
export function migrationJson(
  call: Call,
  migration: ContentMigration,
  preAttachment?: unknown,
): Record<string, unknown> {
  const base = `${call.origin}/api/v1/courses/${migration.courseId}/content_migrations/${migration.id}`
  return {
    id: migration.id,
    user_id: migration.userId,
    workflow_state: apiState(migration),
    started_at: migration.startedAt,
    finished_at: migration.finishedAt,
    migration_type: migration.type,
    created_at: migration.createdAt,
    migration_issues_url: `${base}/migration_issues`,
    migration_issues_count: migration.issues.length,
    ...packageFields(call, migration, preAttachment),
    ...sourceFields(call, migration),
    progress_url: progressUrl(call.origin, migration.progressId),
    migration_type_title: TITLES[migration.type],
  }
}

function packageFields(call: Call, migration: ContentMigration, preAttachment: unknown): Record<string, unknown> {
  if (preAttachment !== undefined) return { pre_attachment: preAttachment }
  const file = migration.attachmentId === null ? undefined : call.world.rows.files.get(migration.attachmentId)
  return file && !isCopy(migration) ? { attachment: fileJson(call, file) } : {}
}

function sourceFields(call: Call, migration: ContentMigration): Record<string, unknown> {
  if (!isCopy(migration) || migration.sourceCourseId === null) return {}
  const source = call.world.rows.courses.get(migration.sourceCourseId)
  if (!source) return {}
  const source_course_html_url = `${call.origin}/courses/${source.id}`
  return { settings: { source_course_id: source.id, source_course_name: source.name, source_course_html_url } }
}

export function issueJson(call: Call, migration: ContentMigration, issue: MigrationIssue): Record<string, unknown> {
  return {
    id: issue.id,
    description: issue.description,
    workflow_state: issue.state,
    fix_issue_html_url: issue.fixIssueUrl,
    issue_type: issue.issueType,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    content_migration_url: `${call.origin}/api/v1/courses/${migration.courseId}/content_migrations/${migration.id}`,
    error_message: null,
  }
}
