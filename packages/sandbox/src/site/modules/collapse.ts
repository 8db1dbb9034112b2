import { getCourse } from '../../find-course.ts'
import { json } from '../../http/call.ts'
import { flag } from '../../http/reading.ts'
import { getModule, modulesOf } from '../../modules/rows.ts'
import type { Pages, Visit } from '../visit.ts'
import { collapsedKey } from './modules-view.ts'

/** Folding is remembered for each person, as Canvas does with a module's progression. */
export function registerCollapse(pages: Pages): void {
  pages.post('/courses/:course_id/modules/:module_id/collapse', visit => {
    const module = getModule(visit, getCourse(visit))
    return remember(visit, [module.id])
  })
  pages.post('/courses/:course_id/collapse_all_modules', visit => {
    const modules = modulesOf(visit.world, getCourse(visit).id)
    return remember(
      visit,
      modules.map(module => module.id),
    )
  })
}

function remember(visit: Visit, moduleIds: readonly number[]): Response {
  const { collapsed } = visit.site
  for (const id of moduleIds) {
    const key = collapsedKey(visit, id)
    if (flag(visit.params, 'collapse')) collapsed.add(key)
    else collapsed.delete(key)
  }
  return json(visit, [])
}
