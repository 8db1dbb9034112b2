import type { ContextModule, Course, ModuleItem } from '../../model.ts'
import { groupItems, modulesOf, seesAll, visibleItems } from '../../modules/rows.ts'
import { type Standing, standingOf } from '../../modules/standing.ts'
import { can, isStudent } from '../../rights.ts'
import type { Visit } from '../visit.ts'

/** What one person sees of a course's modules. */
export interface ModulesView {
  readonly visit: Visit
  readonly course: Course
  readonly modules: readonly ContextModule[]
  readonly itemsOf: (module: ContextModule) => readonly ModuleItem[]
  /** May add, change, move and delete. */
  readonly mayEdit: boolean
  /** Sees what is not published. */
  readonly isStaff: boolean
  /** Progress, for students. */
  readonly standing: Standing | null
  readonly isCollapsed: (module: ContextModule) => boolean
}

export function viewModules(visit: Visit, course: Course): ModulesView {
  const isStaff = seesAll(visit, course)
  const items = groupItems(visit.world)
  return {
    visit,
    course,
    modules: modulesOf(visit.world, course.id).filter(module => module.state === 'active' || isStaff),
    itemsOf: module => visibleItems(visit, course, items.get(module.id) ?? []),
    mayEdit: can(visit, course, 'manage_course_content_edit'),
    isStaff,
    standing: isStudent(visit, course) ? standingOf(visit.world, visit.caller) : null,
    isCollapsed: module => visit.site.collapsed.has(collapsedKey(visit, module.id)),
  }
}

export function collapsedKey({ caller }: Visit, moduleId: number): string {
  return `${caller?.id ?? 0}:${moduleId}`
}
