import type { Call } from '../http/call.ts'
import { includes } from '../http/reading.ts'
import { isFound } from '../http/search-term.ts'
import type { ContextModule, Course, User } from '../model.ts'
import { completedAt, stateOf } from '../modules/progress.ts'
import { visibleItemsOf } from '../modules/rows.ts'
import { can } from '../rights.ts'
import { toItemJson } from './module-item.ts'

/** Items are inlined while there are no more than a page can hold (§2.2); above, `items` is absent. */
const MAX_INLINED = 100

export interface ModuleView {
  /** The student whose progress is shown, if any. */
  readonly student: User | null
  /** Narrows the inlined items of modules whose own name does not match. */
  readonly searchTerm?: string | undefined
}

export function toModuleJson(
  call: Call,
  course: Course,
  module: ContextModule,
  view: ModuleView,
): Record<string, unknown> {
  const items = visibleItemsOf(call, course, module)
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
    ...(view.student
      ? { state: stateOf(world, view.student, module), completed_at: completedAt(world, view.student, module) }
      : {}),
    ...(mayUpdate ? { published: module.state === 'active' } : {}),
    items_count: items.length,
    items_url: `${origin}/api/v1/courses/${course.id}/modules/${module.id}/items`,
    ...inlinedItems(call, course, module, view, items.length),
  }
}

function inlinedItems(
  call: Call,
  course: Course,
  module: ContextModule,
  view: ModuleView,
  count: number,
): Record<string, unknown> {
  if (!includes(call.params, 'items') || count > MAX_INLINED) return {}
  const term = isFound(view.searchTerm, module.name) ? undefined : view.searchTerm
  const items = visibleItemsOf(call, course, module).filter(item => isFound(term, item.title))
  return { items: items.map(item => toItemJson(call, course, item, view.student)) }
}
