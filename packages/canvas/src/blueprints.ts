import type { CourseId } from '@recourse/core'
import type { Canvas } from './canvas.ts'
import { isCanvasError } from './canvas-error.ts'
import { apiPath } from './http/api-path.ts'
import { readAll, readOne } from './http/listing.ts'
import type { CallOptions } from './http/request.ts'
import {
  type AssociatedCourse,
  associatedCourse,
  type BlueprintMigration,
  type BlueprintSubscription,
  type BlueprintTemplate,
  blueprintMigration,
  blueprintSubscription,
  blueprintTemplate,
} from './wire/blueprint.ts'
import { array } from './wire/shape.ts'

/** The blueprint a course follows; empty where it follows none (at most one today). */
export function listBlueprintSubscriptions(
  canvas: Canvas,
  courseId: CourseId,
  options?: CallOptions,
): Promise<readonly BlueprintSubscription[]> {
  const task = `read which blueprint course ${courseId} follows`
  const url = apiPath`/courses/${courseId}/blueprint_subscriptions`
  return readAll(canvas, array(blueprintSubscription), { url, task, options })
}

/**
 * The syncs a course received from the blueprint it follows, newest first; empty where it follows none.
 * Their ids are migrations of this course: `getAssetIdMapping` takes them.
 */
export async function listBlueprintImports(
  canvas: Canvas,
  courseId: CourseId,
  options?: CallOptions,
): Promise<readonly BlueprintMigration[]> {
  const task = `list the blueprint syncs into course ${courseId}`
  const url = apiPath`/courses/${courseId}/blueprint_subscriptions/default/migrations`
  try {
    return await readAll(canvas, array(blueprintMigration), { url, task, options })
  } catch (error) {
    if (isCanvasError(error, 'missing')) return []
    throw error
  }
}

/** What makes a course a blueprint; `undefined` where it is none. */
export async function findBlueprintTemplate(
  canvas: Canvas,
  courseId: CourseId,
  options?: CallOptions,
): Promise<BlueprintTemplate | undefined> {
  const task = `read whether course ${courseId} is a blueprint`
  const url = apiPath`/courses/${courseId}/blueprint_templates/default`
  try {
    return await readOne(canvas, blueprintTemplate, { url, task, options })
  } catch (error) {
    if (isCanvasError(error, 'missing')) return undefined
    throw error
  }
}

/** The courses that follow a blueprint. */
export function listAssociatedCourses(
  canvas: Canvas,
  blueprintId: CourseId,
  options?: CallOptions,
): Promise<readonly AssociatedCourse[]> {
  const task = `list the courses that follow blueprint ${blueprintId}`
  const url = apiPath`/courses/${blueprintId}/blueprint_templates/default/associated_courses`
  return readAll(canvas, array(associatedCourse), { url, task, options })
}

/** Lets courses follow a blueprint from its next sync on. Needs account-level rights. */
export async function associateCourses(
  canvas: Canvas,
  blueprintId: CourseId,
  courseIds: readonly CourseId[],
  options?: CallOptions,
): Promise<void> {
  await canvas.send({
    method: 'PUT',
    url: apiPath`/courses/${blueprintId}/blueprint_templates/default/update_associations`,
    body: { course_ids_to_add: courseIds },
    task: `let courses follow blueprint ${blueprintId}`,
    options,
  })
}

/** Starts a sync; `refused` while one runs or where no course follows. */
export function startBlueprintSync(
  canvas: Canvas,
  blueprintId: CourseId,
  options?: CallOptions,
): Promise<BlueprintMigration> {
  return readOne(canvas, blueprintMigration, {
    method: 'POST',
    url: apiPath`/courses/${blueprintId}/blueprint_templates/default/migrations`,
    body: {},
    task: `sync blueprint ${blueprintId}`,
    options,
  })
}

/** Locks or unlocks one page, file, … of a blueprint in the courses that follow it, from the next sync on. */
export async function restrictBlueprintItem(
  canvas: Canvas,
  blueprintId: CourseId,
  item: { readonly type: string; readonly id: string; readonly isLocked: boolean },
  options?: CallOptions,
): Promise<void> {
  await canvas.send({
    method: 'PUT',
    url: apiPath`/courses/${blueprintId}/blueprint_templates/default/restrict_item`,
    body: { content_type: item.type, content_id: item.id, restricted: item.isLocked },
    task: `${item.isLocked ? 'lock' : 'unlock'} an item of blueprint ${blueprintId}`,
    options,
  })
}
