import { getCourse, toRowId } from '../../find-course.ts'
import { forbidden } from '../../http/call.ts'
import { notFound } from '../../http/errors.ts'
import type { Course, ModuleItem } from '../../model.ts'
import { contentOf } from '../../modules/content.ts'
import { markDone } from '../../modules/progress.ts'
import { getModule, visibleItemsOf } from '../../modules/rows.ts'
import { isStudent } from '../../rights.ts'
import { renderPage } from '../document/render-page.ts'
import { html } from '../markup.ts'
import { type Pages, redirect, type Visit } from '../visit.ts'
import { isLocked } from './item-lock.ts'
import { viewModules } from './modules-view.ts'

/** Addresses of single modules and items: both lead elsewhere. */
export function registerModuleAddresses(pages: Pages): void {
  pages.get('/courses/:course_id/modules/items/:item_id', openItem)
  pages.get('/courses/:course_id/modules/:module_id', visit => {
    const course = getCourse(visit)
    const module = getModule(visit, course)
    return redirect(`/courses/${course.id}/modules#module_${module.id}`)
  })
}

function openItem(visit: Visit): Response {
  const course = getCourse(visit)
  const item = visit.world.rows.moduleItems.get(toRowId(visit.path('item_id')) ?? -1)
  const module = item && visit.world.rows.modules.get(item.moduleId)
  if (!item || module?.courseId !== course.id || item.state === 'deleted') throw notFound()
  if (!visibleItemsOf(visit, course, module).includes(item)) throw forbidden(visit)
  if (isLocked(viewModules(visit, course), module, item)) return showLocked(visit, course, item, module.name)
  const path = contentPath(visit, item)
  if (path !== undefined) return redirect(`/courses/${course.id}${path}?module_item_id=${item.id}`)
  if (item.type === 'SubHeader') return redirect(`/courses/${course.id}/modules#module_${module.id}`)
  return showExternal(visit, course, item)
}

function contentPath({ world }: Visit, item: ModuleItem): string | undefined {
  const content = contentOf(world, item)
  if (!content) return undefined
  if (content.table === 'pages') return `/pages/${encodeURIComponent(content.row.url)}`
  if (content.table === 'files') return `/files/${content.row.id}`
  const folder = {
    assignment: 'assignments',
    quiz: 'quizzes',
    discussion_topic: 'discussion_topics',
    announcement: 'announcements',
  }
  return `/${folder[content.row.kind]}/${content.row.id}`
}

/** Canvas frames the other site or opens it in a tab; the sandbox asks nothing of the outside unless one clicks. */
function showExternal(visit: Visit, course: Course, item: ModuleItem): Response {
  if (visit.caller && isStudent(visit, course)) markDone(visit.world, visit.caller, item)
  const url = item.externalUrl ?? ''
  const link = /^https?:\/\//i.test(url)
    ? html`<a class="btn" href="${url}" target="_blank" rel="noreferrer noopener">Open ${item.title} in a new window</a>`
    : html`<code>${url}</code>`
  const content = html`<h1>${item.title}</h1><p>This item leads out of the sandbox, to ${url}.</p><p>${link}</p>`
  return renderPage(visit, { title: item.title, course, tab: 'modules', crumbs: [{ text: item.title }], content })
}

function showLocked(visit: Visit, course: Course, item: ModuleItem, module: string): Response {
  const content = html`
    <h1>${item.title}</h1>
    <div class="lock_explanation"><p>This item is part of the module <b>${module}</b>, which is still locked.</p></div>
    <p><a class="btn" href="/courses/${course.id}/modules">Modules</a></p>`
  return renderPage(visit, { title: item.title, course, tab: 'modules', crumbs: [{ text: item.title }], content })
}
