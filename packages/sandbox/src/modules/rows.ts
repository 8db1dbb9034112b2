import { getRow, toRowId } from '../find-course.ts'
import type { Call } from '../http/call.ts'
import { forbidden } from '../http/call.ts'
import { notFound } from '../http/errors.ts'
import type { ContextModule, Course, ModuleItem } from '../model.ts'
import { can } from '../rights.ts'
import type { World } from '../world.ts'
import { isContentVisible } from './content.ts'
import { byPosition } from './positions.ts'

/** The modules of a course in order, deleted ones left out. */
export function modulesOf(world: World, courseId: number): ContextModule[] {
  return byPosition(
    [...world.rows.modules.values()].filter(row => row.courseId === courseId && row.state !== 'deleted'),
  )
}

/** The items of a module in order, deleted ones left out. */
export function itemsOf(world: World, moduleId: number): ModuleItem[] {
  return byPosition(
    [...world.rows.moduleItems.values()].filter(row => row.moduleId === moduleId && row.state !== 'deleted'),
  )
}

/** True for those who see what is not published. */
export function seesAll(call: Call, course: Course): boolean {
  return can(call, course, 'view_unpublished_items', 'read_as_admin')
}

/** The items the caller sees: others than staff only published ones with published content. */
export function visibleItemsOf(call: Call, course: Course, module: ContextModule): ModuleItem[] {
  const items = itemsOf(call.world, module.id)
  return seesAll(call, course)
    ? items
    : items.filter(item => item.state === 'active' && isContentVisible(call.world, item))
}

/** The module in the path. Students meet a refusal at an unpublished one. */
export function getModule(call: Call, course: Course, name = 'module_id'): ContextModule {
  const module = getRow(call, call.world.rows.modules, course, name)
  if (module.state !== 'active' && !seesAll(call, course)) throw forbidden(call)
  return module
}

/** The item in the path, which must be of the module in the path. */
export function getItem(call: Call, course: Course, module: ContextModule): ModuleItem {
  const id = toRowId(call.path('item_id'))
  const item = visibleItemsOf(call, course, module).find(row => row.id === id)
  if (!item) throw notFound()
  return item
}
