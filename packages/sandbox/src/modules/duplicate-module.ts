import { duplicateActivity } from '../activities/duplicate-activity.ts'
import type { ContextModule, ModuleItem } from '../model.ts'
import { copyTitle } from '../pages/copy-title.ts'
import { duplicatePage } from '../pages/duplicate-page.ts'
import type { World } from '../world.ts'
import { contentOf } from './content.ts'
import { insertAt } from './positions.ts'
import { itemsOf, modulesOf } from './rows.ts'

/** An unpublished "… Copy" right after the module; pages and activities are copied too, files are shared. */
export function duplicateModule(world: World, module: ContextModule): ContextModule {
  const now = world.nowIso()
  const names = new Set(modulesOf(world, module.courseId).map(row => row.name))
  const copy: ContextModule = {
    ...module,
    id: world.nextId('modules'),
    migrationId: null,
    createdAt: now,
    updatedAt: now,
    name: copyTitle(module.name, name => names.has(name)),
    state: 'unpublished',
    prerequisiteModuleIds: [],
  }
  world.rows.modules.set(copy.id, copy)
  insertAt(modulesOf(world, module.courseId), copy, module.position + 1)
  for (const item of itemsOf(world, module.id)) duplicateItem(world, item, copy.id)
  return copy
}

function duplicateItem(world: World, item: ModuleItem, moduleId: number): void {
  const content = duplicateContent(world, item)
  const copy: ModuleItem = {
    ...item,
    id: world.nextId('moduleItems'),
    migrationId: null,
    createdAt: world.nowIso(),
    updatedAt: world.nowIso(),
    moduleId,
    state: 'unpublished',
    contentId: content?.id ?? item.contentId,
    title: content?.title ?? item.title,
  }
  world.rows.moduleItems.set(copy.id, copy)
}

function duplicateContent(world: World, item: ModuleItem): { readonly id: number; readonly title: string } | undefined {
  const content = contentOf(world, item)
  if (content?.table === 'pages') return duplicatePage(world, content.row)
  return content?.table === 'activities' ? duplicateActivity(world, content.row) : undefined
}
