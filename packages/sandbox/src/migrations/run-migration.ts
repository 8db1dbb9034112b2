import { CartridgeError } from '@recourse/core/cartridge'
import { ArchiveError } from '../cartridge/index.ts'
import type { ContentMigration, Course } from '../model.ts'
import type { World } from '../world.ts'
import type { Copies } from './copies.ts'
import type { CoursePackage } from './course-package.ts'
import { type ImportChoices, importCourse } from './import-course.ts'
import { createRun, type ImportRun, type SyncRules } from './import-run.ts'
import { addIssue } from './issues.ts'
import { failProgress, moveProgress } from './progress.ts'
import { resolveLinks } from './resolve-links.ts'

/** What a migration will do when its turn comes. */
export interface MigrationPlan {
  /** Makes the package: exports the source as it is at that moment, or reads what was uploaded. */
  readonly pack: () => CoursePackage | Promise<CoursePackage>
  readonly choices: ImportChoices
  readonly sync: SyncRules | null
  /** Called with the finished import, before the migration is reported complete. */
  readonly onImported?: (run: ImportRun) => void
}

/** Puts a migration in its destination's queue; it runs at once if nothing else does (canvas-api §2.6). */
export function startMigration(world: World, copies: Copies, migration: ContentMigration, plan: MigrationPlan): void {
  migration.state = 'queued'
  const running: { run?: ImportRun } = {}
  copies.start({
    name: jobName(migration.id),
    queue: queueOf(migration),
    steps: steps(world, migration, plan, running),
    onStart: () => {
      migration.state = 'exporting'
      migration.startedAt ??= world.nowIso()
    },
    onError: error => failMigration(world, migration, { ...running, description: describe(error) }),
  })
}

export function jobName(migrationId: number): string {
  return `migration ${migrationId}`
}

/** A course imports one thing at a time; plain archives of files get in nobody's way (canvas-api §2.6). */
function queueOf({ id, type, courseId }: ContentMigration): string {
  return type === 'zip_file_importer' ? `archive ${id}` : `course ${courseId}`
}

/** Half of the progress is the export, half the import (`update_import_progress`). */
const EXPORTED = 50

async function* steps(
  world: World,
  migration: ContentMigration,
  plan: MigrationPlan,
  running: { run?: ImportRun },
): AsyncGenerator<string, string> {
  migration.state = 'pre_processing'
  moveProgress(world, migration.progressId, 1)
  yield 'started'
  const content = await plan.pack()
  migration.state = 'importing'
  migration.sourceCourseId ??= content.sourceCourseId
  moveProgress(world, migration.progressId, EXPORTED)
  yield 'export'
  const run = createRun(world, migration, getDestination(world, migration), content, plan.sync)
  running.run = run
  for (const step of importCourse(run, plan.choices)) {
    moveProgress(world, migration.progressId, EXPORTED + step.percent / 2)
    yield step.name
  }
  plan.onImported?.(run)
  // A client may see the progress complete a moment before the migration is.
  moveProgress(world, migration.progressId, 100)
  yield 'progress'
  migration.state = 'imported'
  migration.finishedAt = world.nowIso()
  return 'imported'
}

function getDestination(world: World, migration: ContentMigration): Course {
  const course = world.rows.courses.get(migration.courseId)
  if (!course || course.workflowState === 'deleted') throw new Error('The destination course is gone.')
  return course
}

const unexpected = 'There was an unexpected error, please contact support.'

/** A package that cannot be read says why (`Canvas::Migration::Error`, canvas-lms package_identifier.rb). */
function describe(error: unknown): string {
  const isAboutPackage = error instanceof ArchiveError || error instanceof CartridgeError
  return isAboutPackage ? `Error identifying package type: ${error.message}` : unexpected
}

/** Ends a migration for good; placeholders do not stay behind (`fail_with_error!`). */
export function failMigration(
  world: World,
  migration: ContentMigration,
  { run, description = unexpected }: { readonly run?: ImportRun; readonly description?: string } = {},
): void {
  addIssue(world, migration, { description, issueType: 'error' })
  migration.state = 'failed'
  migration.finishedAt = world.nowIso()
  failProgress(world, migration.progressId, null)
  if (run) resolveLinks(run)
}
