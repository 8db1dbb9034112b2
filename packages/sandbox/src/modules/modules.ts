import { getCourse, toRowId } from '../find-course.ts'
import { type Call, json, route, type SandboxApp } from '../http/call.ts'
import { notFound, refused } from '../http/errors.ts'
import { paginate } from '../http/paginate.ts'
import { flag, includes, list, nested, presentText } from '../http/reading.ts'
import { isFound, searchTerm } from '../http/search-term.ts'
import type { ContextModule, Course } from '../model.ts'
import { need } from '../rights.ts'
import { type ModuleView, toModuleJson } from '../wire/module.ts'
import { toModuleRecord } from '../wire/module-record.ts'
import type { World } from '../world.ts'
import { deleteModule, publishModule, setModuleFields, setModulePublished } from './change-module.ts'
import { duplicateModule } from './duplicate-module.ts'
import { getModule, groupItems, itemsOf, modulesOf, seesAll, visibleItems } from './rows.ts'
import { standingInView } from './student-in-view.ts'

const MODULES = '/api/v1/courses/:course_id/modules'

/** Modules of a course (canvas-api §2.2). */
export function registerModules(app: SandboxApp, world: World): void {
  app.get(MODULES, route(world, listModules))
  app.post(MODULES, route(world, addModule))
  app.get(`${MODULES}/:module_id`, route(world, showModule))
  app.put(`${MODULES}/:module_id`, route(world, changeModule))
  app.delete(`${MODULES}/:module_id`, route(world, removeModule))
  app.put(MODULES, route(world, changeModules))
  app.put(`${MODULES}/:module_id/relock`, route(world, relockModule))
  app.post(`${MODULES}/:module_id/duplicate`, route(world, copyModule))
}

function listModules(call: Call): Response {
  const course = getCourse(call)
  const view = {
    standing: standingInView(call, course),
    items: groupItems(call.world),
    searchTerm: searchTerm(call.params),
  }
  const rows = modulesOf(call.world, course.id).filter(
    module => (module.state === 'active' || seesAll(call, course)) && isListed(call, course, module, view),
  )
  return paginate(call, rows, module => toModuleJson(call, course, module, view))
}

/** By name, and by item title when items are shown. */
function isListed(call: Call, course: Course, module: ContextModule, { searchTerm: term, items }: ModuleView): boolean {
  if (isFound(term, module.name)) return true
  return (
    includes(call.params, 'items') &&
    visibleItems(call, course, items.get(module.id) ?? []).some(item => isFound(term, item.title))
  )
}

function answer(call: Call, course: Course, module: ContextModule): Response {
  const items = new Map([[module.id, itemsOf(call.world, module.id)]])
  return json(call, toModuleJson(call, course, module, { standing: standingInView(call, course), items }))
}

function showModule(call: Call): Response {
  const course = getCourse(call)
  return answer(call, course, getModule(call, course))
}

/** The module in the path, for those who may change it. */
function getEditable(call: Call, right: string): { course: Course; module: ContextModule } {
  const course = getCourse(call)
  need(call, course, right)
  return { course, module: getModule(call, course) }
}

/** Always unpublished at first; `published` is only heard on update (canvas-api §2.2). */
function addModule(call: Call): Response {
  const course = getCourse(call)
  need(call, course, 'manage_course_content_add')
  if (!nested(call.params, 'module')) throw refused('missing module parameter')
  if (presentText(call.params, 'module', 'name') === undefined) throw refused('missing module name')
  const module = createModule(call.world, course.id)
  setModuleFields(call, module, { isNew: true })
  call.world.rows.modules.set(module.id, module)
  return answer(call, course, module)
}

/** An unpublished module after the others; not yet among the rows. */
export function createModule(world: World, courseId: number): ContextModule {
  const now = world.nowIso()
  return {
    id: world.nextId('modules'),
    courseId,
    migrationId: null,
    createdAt: now,
    updatedAt: now,
    name: '',
    position: modulesOf(world, courseId).length + 1,
    state: 'unpublished',
    unlockAt: null,
    requireSequentialProgress: false,
    publishFinalGrade: false,
    prerequisiteModuleIds: [],
    requirementCount: null,
  }
}

function changeModule(call: Call): Response {
  const { course, module } = getEditable(call, 'manage_course_content_edit')
  if (!nested(call.params, 'module')) throw refused('missing module parameter')
  setModuleFields(call, module, { isNew: false })
  setModulePublished(call, module)
  return answer(call, course, module)
}

/** One event for several modules (`event`, `module_ids[]`); the ids of those it reached. */
function changeModules(call: Call): Response {
  const course = getCourse(call)
  const event = presentText(call.params, 'event')
  const ids = list(call.params, 'module_ids').map(toRowId)
  if (ids.length === 0) throw refused('must specify module_ids[]')
  if (event !== 'publish' && event !== 'unpublish' && event !== 'delete') throw refused('need to specify event')
  need(call, course, event === 'delete' ? 'manage_course_content_delete' : 'manage_course_content_edit')
  const modules = modulesOf(call.world, course.id).filter(module => ids.includes(module.id))
  if (modules.length === 0) throw notFound()
  const takesItems = !flag(call.params, 'skip_content_tags')
  for (const module of modules) {
    if (event === 'delete') deleteModule(call.world, module)
    else publishModule(call.world, module, event === 'publish', takesItems)
  }
  return json(call, { completed: modules.map(module => module.id), progress: null })
}

function removeModule(call: Call): Response {
  const { course, module } = getEditable(call, 'manage_course_content_delete')
  const reply = answer(call, course, module)
  deleteModule(call.world, module)
  return reply
}

/** Progress is worked out at each look, so there is nothing to reset. */
function relockModule(call: Call): Response {
  const { course, module } = getEditable(call, 'manage_course_content_edit')
  return answer(call, course, module)
}

function copyModule(call: Call): Response {
  const { module } = getEditable(call, 'manage_course_content_add')
  return json(call, toModuleRecord(call, duplicateModule(call.world, module)))
}
