import type { CourseId, MigrationId } from '@recourse/core'
import type { Canvas } from '../canvas.ts'
import { type CanvasError, isCanvasError } from '../canvas-error.ts'
import { apiPath } from '../http/api-path.ts'
import { readOne } from '../http/listing.ts'
import type { CallOptions } from '../http/request.ts'
import { type AssetIdMapping, assetIdMapping } from '../wire/asset-id-mapping.ts'
import type { Migration } from '../wire/migration.ts'
import { getMigration } from './migrations.ts'

export type AssetIdMappingOutcome =
  | { readonly ok: true; readonly mapping: AssetIdMapping }
  /** Canvas is still at work, or it failed · it came from a package or file without a known source course. */
  | { readonly ok: false; readonly reason: 'incomplete' | 'not-a-copy' }

/**
 * Canvas's record of what became of what, for a course copy or a blueprint import. It is cumulative and computed
 * live: it covers every copy of the same pair of courses, holds deleted things, and needs the source course to
 * exist still (canvas-api §2.7). Both of Canvas's 400s are outcomes, not errors.
 */
export async function getAssetIdMapping(
  canvas: Canvas,
  courseId: CourseId,
  migrationId: MigrationId,
  options?: CallOptions,
): Promise<AssetIdMappingOutcome> {
  const ask = (): Promise<AssetIdMapping | CanvasError> => askForMapping(canvas, courseId, migrationId, options)
  const first = await ask()
  if (!isCanvasError(first)) return { ok: true, mapping: first }
  if (!(await isCompleted(canvas, courseId, migrationId, options))) return { ok: false, reason: 'incomplete' }
  // It may have completed between the two questions: only a second refusal means that there is no record.
  const second = await ask()
  return isCanvasError(second) ? { ok: false, reason: 'not-a-copy' } : { ok: true, mapping: second }
}

async function askForMapping(
  canvas: Canvas,
  courseId: CourseId,
  migrationId: MigrationId,
  options: CallOptions | undefined,
): Promise<AssetIdMapping | CanvasError> {
  const task = `read Canvas's record of migration ${migrationId} of course ${courseId}`
  const url = apiPath`/courses/${courseId}/content_migrations/${migrationId}/asset_id_mapping`
  try {
    return await readOne(canvas, assetIdMapping, { url, task, options })
  } catch (error) {
    if (isCanvasError(error, 'refused') && error.status === 400) return error
    throw error
  }
}

/** The two refusals differ only by their text, so the migration itself is asked. */
async function isCompleted(
  canvas: Canvas,
  courseId: CourseId,
  migrationId: MigrationId,
  options: CallOptions | undefined,
): Promise<boolean> {
  const found: Migration = await getMigration(canvas, courseId, migrationId, options)
  return found.workflowState === 'completed'
}
