import type { Call } from '../http/call.ts'
import { includes } from '../http/reading.ts'
import { isFound } from '../http/search-term.ts'
import type { ContextModule, Course, ModuleItem } from '../model.ts'
import { type ItemsByModule, visibleItems } from '../modules/rows.ts'
import type { Standing } from '../modules/standing.ts'
import { can } from '../rights.ts'
import { toItemJson } from './module-item.ts'

/** Items are inlined while there are no more than a page can hold (canvas-api §2.2); above, `items` is absent. */
const MAX_INLINED = 100

export interface ModuleView {
  /** Where the student stands whose progress is shown, if any. */
  readonly standing: Standing | null
  readonly items: ItemsByModule
  /** Narrows the inlined items of modules whose own name does not match. */
  readonly searchTerm?: string | undefined
}

export function toModuleJson(
  call: Call,
  course: Course,
  module: ContextModule,
  view: ModuleView,
): Record<string, unknown> {
  const items = visibleItems(call, course, view.items.get(module.id) ?? [])
  const { world, origin } = call
  const mayUpdate = can(call, course, 'manage_course_content_edit')
  return {
    id: module.id,
    name: module.name,
    position: module.position,
    unlock_at: module.unlockAt,
    require_sequential_progress: module.requireSequentialProgress,
    requirement_type: module.requirementCount === null ? 'all' : 'one',
    publish_final_grade: module.publishFinalGrade,
    prerequisite_module_ids: module.prerequisiteModuleIds.filter(id => world.rows.modules.get(id)?.state !== 'deleted'),
    ...(view.standing ? { state: view.standing.stateOf(module), completed_at: view.standing.completedAt(module) } : {}),
    ...(mayUpdate ? { published: module.state === 'active' } : {}),
    items_count: items.length,
    items_url: `${origin}/api/v1/courses/${course.id}/modules/${module.id}/items`,
    ...inlinedItems(call, course, module, view, items),
  }
}

function inlinedItems(
  call: Call,
  course: Course,
  module: ContextModule,
  view: ModuleView,
  visible: readonly ModuleItem[],
): Record<string, unknown> {
  if (!includes(call.params, 'items') || visible.length > MAX_INLINED) return {}
  const term = isFound(view.searchTerm, module.name) ? undefined : view.searchTerm
  const items = visible.filter(item => isFound(term, item.title))
  return { items: items.map(item => toItemJson(call, course, item, view.standing)) }
}
