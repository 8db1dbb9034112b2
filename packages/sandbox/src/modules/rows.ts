import { getRow, toRowId } from '../find-course.ts'
import type { Call } from '../http/call.ts'
import { notFound } from '../http/errors.ts'
import type { ContextModule, Course, ModuleItem } from '../model.ts'
import { itemsByModule, modulesByCourse } from '../owned-rows.ts'
import { can } from '../rights.ts'
import type { World } from '../world.ts'
import { isContentVisible } from './content.ts'
import { byPosition } from './positions.ts'

/** The modules of a course in order, deleted ones left out. */
export function modulesOf(world: World, courseId: number): ContextModule[] {
  return byPosition(modulesByCourse.of(world.rows.modules, courseId).filter(row => row.state !== 'deleted'))
}

/** The items of a module in order, deleted ones left out. */
export function itemsOf(world: World, moduleId: number): ModuleItem[] {
  return byPosition(itemsByModule.of(world.rows.moduleItems, moduleId).filter(row => row.state !== 'deleted'))
}

/** Items by module, each list in order: one look for those who need many. */
export type ItemsByModule = ReadonlyMap<number, readonly ModuleItem[]>

export function groupItems(world: World): ItemsByModule {
  const groups = new Map<number, ModuleItem[]>()
  for (const row of world.rows.moduleItems.values()) {
    if (row.state === 'deleted') continue
    const group = groups.get(row.moduleId)
    if (group) group.push(row)
    else groups.set(row.moduleId, [row])
  }
  return new Map([...groups].map(([id, rows]) => [id, byPosition(rows)]))
}

/** True for those who see what is not published. */
export function seesAll(call: Call, course: Course): boolean {
  return can(call, course, 'view_unpublished_items', 'read_as_admin')
}

/** Of some items those the caller sees: others than staff only published ones with published content. */
export function visibleItems(call: Call, course: Course, items: readonly ModuleItem[]): readonly ModuleItem[] {
  if (seesAll(call, course)) return items
  return items.filter(item => item.state === 'active' && isContentVisible(call.world, item))
}

/** The items of a module that the caller sees. */
export function visibleItemsOf(call: Call, course: Course, module: ContextModule): readonly ModuleItem[] {
  return visibleItems(call, course, itemsOf(call.world, module.id))
}

/** The module in the path. To students an unpublished one is not there (canvas-lms `modules_visible_to`). */
export function getModule(call: Call, course: Course, name = 'module_id'): ContextModule {
  const module = getRow(call, call.world.rows.modules, course, name)
  if (module.state !== 'active' && !seesAll(call, course)) throw notFound()
  return module
}

/** The item in the path, which must be of the module in the path. */
export function getItem(call: Call, course: Course, module: ContextModule): ModuleItem {
  const id = toRowId(call.path('item_id'))
  const item = visibleItemsOf(call, course, module).find(row => row.id === id)
  if (!item) throw notFound()
  return item
}
