import type { CourseId, ModuleId, ModuleItemId } from '@recourse/core'
import type { Canvas } from './canvas.ts'
import { apiPath } from './http/api-path.ts'
import { readAll, readOne } from './http/listing.ts'
import type { CallOptions } from './http/request.ts'
import {
  type ModuleItem,
  type ModuleItemInput,
  moduleItem,
  moduleItemBody,
  type NewModuleItem,
} from './wire/module-item.ts'
import { array } from './wire/shape.ts'

/** Where an item is. */
export interface ModuleItemPlace {
  readonly courseId: CourseId
  readonly moduleId: ModuleId
  readonly itemId: ModuleItemId
}

/** All items of a module by position, with their dates. Who may not edit sees only the published ones. */
export function listModuleItems(
  canvas: Canvas,
  courseId: CourseId,
  moduleId: ModuleId,
  options?: CallOptions,
): Promise<readonly ModuleItem[]> {
  return readAll(canvas, array(moduleItem), {
    url: apiPath`/courses/${courseId}/modules/${moduleId}/items`,
    query: { include: ['content_details'] },
    task: `list the items of module ${moduleId} of course ${courseId}`,
    options,
  })
}

/** A new item at the end, or at `position`. What it shows must exist: else `refused`. */
export function createModuleItem(
  canvas: Canvas,
  courseId: CourseId,
  moduleId: ModuleId,
  input: NewModuleItem,
  options?: CallOptions,
): Promise<ModuleItem> {
  return readOne(canvas, moduleItem, {
    method: 'POST',
    url: apiPath`/courses/${courseId}/modules/${moduleId}/items`,
    body: moduleItemBody(input),
    task: `add an item to module ${moduleId} of course ${courseId}`,
    options,
  })
}

/** Changes what is given, leaves the rest. */
export function updateModuleItem(
  canvas: Canvas,
  place: ModuleItemPlace,
  input: ModuleItemInput,
  options?: CallOptions,
): Promise<ModuleItem> {
  return readOne(canvas, moduleItem, {
    method: 'PUT',
    url: itemPath(place),
    body: moduleItemBody(input),
    task: `change item ${place.itemId} of course ${place.courseId}`,
    options,
  })
}

/** Takes an item out of its module; what it shows stays. */
export function deleteModuleItem(canvas: Canvas, place: ModuleItemPlace, options?: CallOptions): Promise<ModuleItem> {
  const task = `remove item ${place.itemId} of course ${place.courseId}`
  return readOne(canvas, moduleItem, { method: 'DELETE', url: itemPath(place), task, options })
}

function itemPath({ courseId, moduleId, itemId }: ModuleItemPlace): string {
  return apiPath`/courses/${courseId}/modules/${moduleId}/items/${itemId}`
}
