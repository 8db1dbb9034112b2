import { getCourse } from '../../find-course.ts'
import { presentText } from '../../http/reading.ts'
import type { Course } from '../../model.ts'
import { type PageView, renderPage } from '../document/render-page.ts'
import { html } from '../markup.ts'
import { MODULES_PAGES, type ModulesPage } from '../site.ts'
import type { Pages, Visit } from '../visit.ts'
import { registerCollapse } from './collapse.ts'
import { registerItemFragments } from './item-fragments.ts'
import { renderLegacyModules } from './legacy-page.ts'
import { toModulesEnv } from './modules-env.ts'
import { type ModulesView, viewModules } from './modules-view.ts'
import { registerModuleAddresses } from './open-item.ts'
import { toRewriteEnv } from './rewrite-env.ts'

export function registerModulesPages(pages: Pages): void {
  registerCollapse(pages)
  registerItemFragments(pages)
  registerModuleAddresses(pages)
  pages.get('/courses/:course_id/modules', visit => {
    const course = getCourse(visit)
    return renderPage(visit, {
      title: 'Course Modules',
      course,
      tab: 'modules',
      crumbs: [{ text: 'Modules' }],
      ...modulesPartial(visit, course),
    })
  })
}

/** The modules of a course as they stand on their own page, and on the home page of a course that shows them. */
export function modulesPartial(
  visit: Visit,
  course: Course,
): Pick<PageView, 'content' | 'env' | 'scripts' | 'bodyClass'> {
  const view = viewModules(visit, course)
  const page = pageAsked(visit)
  const env = toModulesEnv(view)
  if (page === 'v2') return rewritten(view, env)
  return {
    content: renderLegacyModules(view, page === 'lazy' ? 'lazy' : 'inline'),
    env,
    scripts: page === 'lazy' ? ['modules.js', 'modules-lazy.js'] : ['modules.js'],
    bodyClass: 'context_modules',
  }
}

/** The page is empty until its script draws it into `#content`. */
function rewritten(view: ModulesView, env: Record<string, unknown>) {
  return {
    content: html``,
    env: { ...env, ...toRewriteEnv(view) },
    scripts: ['modules-v2.js'],
    bodyClass: 'context_modules context_modules_v2',
  }
}

function pageAsked({ params, site }: Visit): ModulesPage {
  const asked = presentText(params, 'modules_page')
  return MODULES_PAGES.find(page => page === asked) ?? site.options.modulesPage
}
