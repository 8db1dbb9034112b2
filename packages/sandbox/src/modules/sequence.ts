import { getCourse, toRowId } from '../find-course.ts'
import { type Call, json, route, type SandboxApp } from '../http/call.ts'
import { refused } from '../http/errors.ts'
import { presentText } from '../http/reading.ts'
import type { Course, ModuleItem } from '../model.ts'
import { findPage } from '../pages/find-page.ts'
import { toModuleJson } from '../wire/module.ts'
import { toItemJson } from '../wire/module-item.ts'
import type { World } from '../world.ts'
import { groupItems, modulesOf, seesAll, visibleItems } from './rows.ts'
import { standingInView } from './student-in-view.ts'

const ASSET_TYPES = new Set(['ModuleItem', 'File', 'Page', 'Discussion', 'Assignment', 'Quiz', 'ExternalTool'])

/** What comes before and after a thing in the course's modules. */
export function registerItemSequence(app: SandboxApp, world: World): void {
  app.get('/api/v1/courses/:course_id/module_item_sequence', route(world, showSequence))
}

function showSequence(call: Call): Response {
  const course = getCourse(call)
  const isAsked = matcher(call, course)
  const view = { standing: standingInView(call, course), items: groupItems(call.world) }
  const modules = modulesOf(call.world, course.id).filter(module => module.state === 'active' || seesAll(call, course))
  const items = modules
    .flatMap(module => visibleItems(call, course, view.items.get(module.id) ?? []))
    .filter(item => item.type !== 'SubHeader')
  const toJson = (item: ModuleItem | undefined) => (item ? toItemJson(call, course, item, view.standing) : null)
  const nodes = items.flatMap((item, index) => {
    if (!isAsked(item)) return []
    return [
      { prev: toJson(items[index - 1]), current: toJson(item), next: toJson(items[index + 1]), mastery_path: null },
    ]
  })
  const named = new Set(nodes.flatMap(node => [node.prev, node.current, node.next]).map(item => item?.module_id))
  const shown = modules.filter(module => named.has(module.id))
  return json(call, {
    items: nodes.slice(0, 10),
    modules: shown.map(module => toModuleJson(call, course, module, view)),
  })
}

function matcher(call: Call, course: Course): (item: ModuleItem) => boolean {
  const type = presentText(call.params, 'asset_type')
  const written = presentText(call.params, 'asset_id')
  if (type === undefined || !ASSET_TYPES.has(type)) throw refused('invalid asset_type')
  if (written === undefined) throw refused('missing asset_id')
  const id = toRowId(written)
  if (type === 'ModuleItem') return item => item.id === id
  if (type === 'Page') {
    const page = findPage(call.world, course, written)
    return item => item.type === 'Page' && item.contentId === page?.id
  }
  return item => item.type === type && item.contentId === id
}
