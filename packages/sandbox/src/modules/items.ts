import { getCourse, toRowId } from '../find-course.ts'
import { type Call, json, needCaller, route, type SandboxApp } from '../http/call.ts'
import { notFound, refused } from '../http/errors.ts'
import { paginate } from '../http/paginate.ts'
import { nested } from '../http/reading.ts'
import { isFound, searchTerm } from '../http/search-term.ts'
import type { ContextModule, Course, ModuleItem } from '../model.ts'
import { need } from '../rights.ts'
import { toItemJson } from '../wire/module-item.ts'
import type { World } from '../world.ts'
import { addItem, changeItem } from './change-item.ts'
import { markDone, markNotDone } from './progress.ts'
import { getItem, getModule, itemsOf, visibleItemsOf } from './rows.ts'
import { standingInView } from './student-in-view.ts'

const ITEMS = '/api/v1/courses/:course_id/modules/:module_id/items'
const ITEM = `${ITEMS}/:item_id`

/** Items of a module (canvas-api §2.3). */
export function registerItems(app: SandboxApp, world: World): void {
  app.get(ITEMS, route(world, listItems))
  app.post(ITEMS, route(world, createItem))
  app.get(ITEM, route(world, showItem))
  app.put(ITEM, route(world, updateItem))
  app.delete(ITEM, route(world, deleteItem))
  app.put(
    `${ITEM}/done`,
    route(world, call => mark(call, 'must_mark_done')),
  )
  app.delete(`${ITEM}/done`, route(world, unmark))
  app.post(
    `${ITEM}/mark_read`,
    route(world, call => mark(call, 'must_view')),
  )
  app.get('/api/v1/courses/:course_id/module_item_redirect/:item_id', route(world, openItem))
}

function located(call: Call): [Course, ModuleItem, ContextModule] {
  const course = getCourse(call)
  const module = getModule(call, course)
  return [course, getItem(call, course, module), module]
}

function answer(call: Call, course: Course, item: ModuleItem): Response {
  return json(call, toItemJson(call, course, item, standingInView(call, course)))
}

function listItems(call: Call): Response {
  const course = getCourse(call)
  const module = getModule(call, course)
  const standing = standingInView(call, course)
  const term = searchTerm(call.params)
  const items = visibleItemsOf(call, course, module).filter(item => isFound(term, item.title))
  return paginate(call, items, item => toItemJson(call, course, item, standing))
}

function showItem(call: Call): Response {
  const [course, item] = located(call)
  return answer(call, course, item)
}

function createItem(call: Call): Response {
  const course = getCourse(call)
  need(call, course, 'manage_course_content_add')
  const module = getModule(call, course)
  if (!nested(call.params, 'module_item')) throw refused('missing module item parameter')
  return answer(call, course, addItem(call, course, module))
}

/** Who changes or removes an item may name a module that it has left: Canvas looks for it in the course. */
function locatedInCourse(call: Call): [Course, ModuleItem, ContextModule] {
  const course = getCourse(call)
  const item = call.world.rows.moduleItems.get(toRowId(call.path('item_id')) ?? -1)
  const module = item && call.world.rows.modules.get(item.moduleId)
  if (!module || item.courseId !== course.id || item.state === 'deleted') throw notFound()
  return [course, item, module]
}

function updateItem(call: Call): Response {
  const [course, item, module] = locatedInCourse(call)
  need(call, course, 'manage_course_content_edit')
  if (!nested(call.params, 'module_item')) throw refused('missing module item parameter')
  changeItem(call, module, item)
  return answer(call, course, item)
}

/** Leaves the module only; what it stood for stays. */
function deleteItem(call: Call): Response {
  const [course, item, module] = locatedInCourse(call)
  need(call, course, 'manage_course_content_delete')
  const reply = answer(call, course, item)
  item.state = 'deleted'
  item.updatedAt = call.world.nowIso()
  for (const [index, other] of itemsOf(call.world, module.id).entries()) other.position = index + 1
  return reply
}

function mark(call: Call, requirement: 'must_mark_done' | 'must_view'): Response {
  const [course, item, module] = located(call)
  const caller = needCaller(call)
  if (requirement === 'must_view' && standingInView(call, course)?.stateOf(module) === 'locked')
    throw refused('The module item is locked.', 403)
  if (item.completionRequirement?.type === requirement) markDone(call.world, caller, item)
  return json(call, { message: 'OK' })
}

function unmark(call: Call): Response {
  const [, item] = located(call)
  if (item.completionRequirement?.type === 'must_mark_done') markNotDone(call.world, needCaller(call), item)
  return json(call, { message: 'OK' })
}

/** Where an external link goes; viewing it counts. */
function openItem(call: Call): Response {
  const course = getCourse(call)
  const item = call.world.rows.moduleItems.get(toRowId(call.path('item_id')) ?? -1)
  const module = item ? call.world.rows.modules.get(item.moduleId) : undefined
  if (!item || !module || !visibleItemsOf(call, course, module).includes(item)) throw notFound()
  if (item.externalUrl === null) throw refused('incorrect module item type')
  if (item.completionRequirement?.type === 'must_view' && call.caller) markDone(call.world, call.caller, item)
  return new Response(null, { status: 302, headers: { Location: item.externalUrl } })
}
