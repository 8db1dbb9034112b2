import type { CourseId, MigrationId } from '@recourse/core'
import type { Canvas } from '../canvas.ts'
import { CanvasError } from '../canvas-error.ts'
import { sendUpload, type UploadOptions } from '../files/upload.ts'
import { apiPath } from '../http/api-path.ts'
import { readAll, readOne } from '../http/listing.ts'
import type { CallOptions } from '../http/request.ts'
import { type Migration, type MigrationIssue, migration, migrationIssue } from '../wire/migration.ts'
import { type CourseCopy, courseCopyBody, type PackageImport, packageImportBody } from '../wire/new-migration.ts'
import { array, unknown } from '../wire/shape.ts'

/** Starts copying a course into another; Canvas works on one at a time per destination, the others wait `queued`. */
export function createCourseCopy(
  canvas: Canvas,
  destination: CourseId,
  copy: CourseCopy,
  options?: CallOptions,
): Promise<Migration> {
  return readOne(canvas, migration, {
    method: 'POST',
    url: apiPath`/courses/${destination}/content_migrations`,
    body: courseCopyBody(copy),
    task: `copy course ${copy.sourceCourseId} into course ${destination}`,
    options,
  })
}

/** Uploads an export package and starts importing it. */
export async function importPackage(
  canvas: Canvas,
  destination: CourseId,
  input: Omit<PackageImport, 'size'> & { readonly content: Blob },
  options: UploadOptions = {},
): Promise<Migration> {
  const task = `import a package into course ${destination}`
  const url = apiPath`/courses/${destination}/content_migrations`
  const body = packageImportBody({ ...input, size: input.content.size })
  const created = await readOne(canvas, migration, { method: 'POST', url, body, task, options })
  if (created.upload === null)
    throw new CanvasError('refused', 'Canvas does not take the package. Is it too large for the course?', { task })
  options.onStep?.('announced')
  await sendUpload(canvas, created.upload, { task, file: input, schema: unknown, options })
  return created
}

/** The migrations into a course, newest first. Those of a blueprint are hidden: see `listBlueprintImports`. */
export function listMigrations(
  canvas: Canvas,
  courseId: CourseId,
  options?: CallOptions,
): Promise<readonly Migration[]> {
  const task = `list the copies into course ${courseId}`
  return readAll(canvas, array(migration), { url: apiPath`/courses/${courseId}/content_migrations`, task, options })
}

/** One migration into a course; those of a blueprint too. */
export function getMigration(
  canvas: Canvas,
  courseId: CourseId,
  migrationId: MigrationId,
  options?: CallOptions,
): Promise<Migration> {
  const task = `read migration ${migrationId} of course ${courseId}`
  const url = apiPath`/courses/${courseId}/content_migrations/${migrationId}`
  return readOne(canvas, migration, { url, task, options })
}

/** What Canvas could not do, such as links whose target was missing. */
export function listMigrationIssues(
  canvas: Canvas,
  courseId: CourseId,
  migrationId: MigrationId,
  options?: CallOptions,
): Promise<readonly MigrationIssue[]> {
  const task = `list the issues of migration ${migrationId} of course ${courseId}`
  const url = apiPath`/courses/${courseId}/content_migrations/${migrationId}/migration_issues`
  return readAll(canvas, array(migrationIssue), { url, task, options })
}
