import { blueprintSide, isFromBlueprint } from '../../blueprint/row-lock.ts'
import { getCourse } from '../../find-course.ts'
import { json } from '../../http/call.ts'
import { takePage } from '../../http/paginate.ts'
import { contentOf } from '../../modules/content.ts'
import { getModule } from '../../modules/rows.ts'
import type { Markup } from '../markup.ts'
import type { Pages, Visit } from '../visit.ts'
import { renderItems } from './legacy-item.ts'
import { renderModule } from './legacy-module.ts'
import { type ModulesView, viewModules } from './modules-view.ts'

/** What the legacy pages fetch after they are there: items in parts (canvas-api §5.2), dates and points, blueprint locks. */
export function registerItemFragments(pages: Pages): void {
  pages.get('/courses/:course_id/modules/items/assignment_info', showAssignmentInfo)
  pages.get('/courses/:course_id/modules/items/master_course_info', showMasterCourseInfo)
  pages.get('/courses/:course_id/modules/:module_id/items_html', showItems)
  pages.get('/courses/:course_id/modules/:module_id/module_html', showModule)
}

function showItems(visit: Visit): Response {
  const view = viewModules(visit, getCourse(visit))
  const module = getModule(visit, view.course)
  const page = takePage(visit, view.itemsOf(module))
  return fragment(renderItems(view, module, page.rows), page.headers)
}

function showModule(visit: Visit): Response {
  const view = viewModules(visit, getCourse(visit))
  const module = getModule(visit, view.course)
  return fragment(renderModule(view, module, renderItems(view, module)), {})
}

function fragment({ markup }: Markup, headers: Record<string, string>): Response {
  return new Response(markup, { headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers } })
}

/** By item id; items without an activity are left out. */
function showAssignmentInfo(visit: Visit): Response {
  const entries = allItems(viewModules(visit, getCourse(visit))).flatMap(item => {
    const content = contentOf(visit.world, item)
    if (content?.table !== 'activities') return []
    const { dueAt, pointsPossible } = content.row
    return [[item.id, { due_date: dueAt, points_possible: pointsPossible }] as const]
  })
  return json(visit, Object.fromEntries(entries))
}

/** By item id, what its blueprint locks; nothing in a course that takes no part in one (`content_tag_master_course_data`). */
function showMasterCourseInfo(visit: Visit): Response {
  const course = getCourse(visit)
  const side = blueprintSide(visit.world, course)
  if (side === undefined) return json(visit, {})
  const entries = allItems(viewModules(visit, course)).flatMap(item => {
    const row = contentOf(visit.world, item)?.row
    const isMeant = row !== undefined && (side === 'master' || isFromBlueprint(row))
    return isMeant ? [[item.id, row.blueprintLock ?? {}] as const] : []
  })
  return json(visit, { tag_restrictions: Object.fromEntries(entries) })
}

function allItems({ modules, itemsOf }: ModulesView) {
  return modules.flatMap(module => [...itemsOf(module)])
}
