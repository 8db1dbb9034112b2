import { toRowId } from '../find-course.ts'
import type { Call } from '../http/call.ts'
import { invalid } from '../http/errors.ts'
import { flag, instant, list, nested, param, presentText, text } from '../http/reading.ts'
import type { ContextModule } from '../model.ts'
import type { World } from '../world.ts'
import { contentOf, followContent, publishContent } from './content.ts'
import { insertAt } from './positions.ts'
import { itemsOf, modulesOf } from './rows.ts'
import { allowedPrerequisites } from './standing.ts'

/** Writes what `module[…]` says; throws before anything is changed. */
export function setModuleFields(call: Call, module: ContextModule, { isNew }: { readonly isNew: boolean }): void {
  const params = nested(call.params, 'module') ?? {}
  const name = text(params, 'name')
  if (!isNew && name !== undefined && (name ?? '').trim() === '') throw invalid('name', "can't be blank", 'blank')
  const position = toPosition(text(params, 'position'))
  const unlockAt = instant(params, 'unlock_at')
  module.name = name ?? module.name
  if (unlockAt !== undefined) module.unlockAt = unlockAt
  module.requireSequentialProgress = flag(params, 'require_sequential_progress') ?? module.requireSequentialProgress
  module.publishFinalGrade = flag(params, 'publish_final_grade') ?? module.publishFinalGrade
  const requirement = presentText(params, 'requirement_type')
  if (requirement !== undefined) module.requirementCount = requirement === 'one' ? 1 : null
  if (position !== undefined) insertAt(modulesOf(call.world, module.courseId), module, position)
  setPrerequisites(call, module)
  module.updatedAt = call.world.nowIso()
}

/** A place counted from 1; what is no number is refused (canvas-api §2.2: `errors.position`). */
export function toPosition(written: string | null | undefined): number | undefined {
  if (written === undefined || written === null || written === '') return undefined
  if (!/^\d{1,9}$/.test(written) || Number(written) === 0) throw invalid('position', 'Invalid position', 'invalid')
  return Number(written)
}

/** `prerequisite_module_ids` sent empty clears the list. */
function setPrerequisites(call: Call, module: ContextModule): void {
  if (param(call.params, 'module', 'prerequisite_module_ids') === undefined) return
  const ids = list(call.params, 'module', 'prerequisite_module_ids').flatMap(written => toRowId(written) ?? [])
  module.prerequisiteModuleIds = allowedPrerequisites(call.world, module, ids).map(row => row.id)
}

/** What `module[published]` says; `module[skip_content_tags]` leaves the items as they are. */
export function setModulePublished(call: Call, module: ContextModule): void {
  const published = flag(call.params, 'module', 'published')
  if (published === undefined) return
  publishModule(call.world, module, published, !flag(call.params, 'module', 'skip_content_tags'))
}

/** Publishing takes all items along, unpublishing does not (canvas-api §2.2). */
export function publishModule(world: World, module: ContextModule, published: boolean, takesItems: boolean): void {
  module.state = published ? 'active' : 'unpublished'
  if (!published || !takesItems) return
  for (const item of itemsOf(world, module.id)) {
    item.state = 'active'
    const content = contentOf(world, item)
    if (!content || content.row.state === 'deleted') continue
    publishContent(content, true, world.nowIso())
    followContent(world, content)
  }
}

/** Soft: the row and its items stay, unseen; the others move up. */
export function deleteModule(world: World, module: ContextModule): void {
  const now = world.nowIso()
  for (const item of itemsOf(world, module.id)) {
    item.state = 'deleted'
    item.updatedAt = now
  }
  module.state = 'deleted'
  module.updatedAt = now
  for (const [index, other] of modulesOf(world, module.courseId).entries()) {
    other.position = index + 1
    other.prerequisiteModuleIds = other.prerequisiteModuleIds.filter(id => id !== module.id)
  }
}
