import type { CourseId, ModuleId } from '@recourse/core'
import type { Canvas } from './canvas.ts'
import { apiPath } from './http/api-path.ts'
import { readAll, readOne } from './http/listing.ts'
import type { CallOptions } from './http/request.ts'
import { listModuleItems } from './module-items.ts'
import {
  type Module,
  type ModuleInput,
  type ModuleWithItems,
  type ModuleWithSomeItems,
  module,
  moduleBody,
  moduleWithSomeItems,
} from './wire/module.ts'
import { array } from './wire/shape.ts'

/** All modules of a course by position, without items. Who may not edit sees only the published ones. */
export function listModules(canvas: Canvas, courseId: CourseId, options?: CallOptions): Promise<readonly Module[]> {
  const task = `list the modules of course ${courseId}`
  return readAll(canvas, array(module), { url: apiPath`/courses/${courseId}/modules`, task, options })
}

/** All modules by position with all their items and the items' dates, also where Canvas leaves them out of the list. */
export async function listModulesWithItems(
  canvas: Canvas,
  courseId: CourseId,
  options?: CallOptions,
): Promise<readonly ModuleWithItems[]> {
  const rows = await readAll(canvas, array(moduleWithSomeItems), {
    url: apiPath`/courses/${courseId}/modules`,
    query: { include: ['items', 'content_details'] },
    task: `list the modules of course ${courseId}`,
    options,
  })
  return Promise.all(rows.map(row => withItems(canvas, courseId, row, options)))
}

/** Canvas omits `items` above its page size (lib/api/v1/context_module.rb). */
async function withItems(
  canvas: Canvas,
  courseId: CourseId,
  row: ModuleWithSomeItems,
  options: CallOptions | undefined,
): Promise<ModuleWithItems> {
  return { ...row, items: row.items ?? (await listModuleItems(canvas, courseId, row.id, options)) }
}

/** One module, without items. */
export function getModule(
  canvas: Canvas,
  courseId: CourseId,
  moduleId: ModuleId,
  options?: CallOptions,
): Promise<Module> {
  const task = `read module ${moduleId} of course ${courseId}`
  return readOne(canvas, module, { url: apiPath`/courses/${courseId}/modules/${moduleId}`, task, options })
}

/** A new module at the end, or at `position`. Canvas always creates it unpublished. */
export function createModule(
  canvas: Canvas,
  courseId: CourseId,
  input: Omit<ModuleInput, 'isPublished'> & { readonly name: string },
  options?: CallOptions,
): Promise<Module> {
  return readOne(canvas, module, {
    method: 'POST',
    url: apiPath`/courses/${courseId}/modules`,
    body: moduleBody(input),
    task: `create a module in course ${courseId}`,
    options,
  })
}

/** Changes what is given, leaves the rest; publishing publishes the items too. */
export function updateModule(
  canvas: Canvas,
  courseId: CourseId,
  moduleId: ModuleId,
  input: ModuleInput,
  options?: CallOptions,
): Promise<Module> {
  return readOne(canvas, module, {
    method: 'PUT',
    url: apiPath`/courses/${courseId}/modules/${moduleId}`,
    body: moduleBody(input),
    task: `change module ${moduleId} of course ${courseId}`,
    options,
  })
}

/** Deletes a module and its items (not what they show); returns it as it was. */
export function deleteModule(
  canvas: Canvas,
  courseId: CourseId,
  moduleId: ModuleId,
  options?: CallOptions,
): Promise<Module> {
  return readOne(canvas, module, {
    method: 'DELETE',
    url: apiPath`/courses/${courseId}/modules/${moduleId}`,
    task: `delete module ${moduleId} of course ${courseId}`,
    options,
  })
}
