import { fileJson } from '../files/file-json.ts'
import type { Call } from '../http/call.ts'
import type { ContextModule, ModuleItem } from '../model.ts'
import { contentOf } from '../modules/content.ts'
import { itemsOf } from '../modules/rows.ts'

/**
 * A module as its row, under the row's name: what Canvas answers where its own Modules page asks, whose script reads
 * `context_module.id` and `context_module.context_id`. `ENV_UPDATE` is what that page learns of the files in it.
 */
export function toModuleRecord(call: Call, module: ContextModule): Record<string, unknown> {
  const items = itemsOf(call.world, module.id)
  return {
    context_module: {
      id: module.id,
      context_id: module.courseId,
      context_type: 'Course',
      name: module.name,
      position: module.position,
      prerequisites: module.prerequisiteModuleIds.map(id => ({
        id,
        type: 'context_module',
        name: call.world.rows.modules.get(id)?.name ?? '',
      })),
      completion_requirements: items.flatMap(toRequirement),
      require_sequential_progress: module.requireSequentialProgress,
      requirement_count: module.requirementCount,
      unlock_at: module.unlockAt,
      workflow_state: module.state,
      created_at: module.createdAt,
      updated_at: module.updatedAt,
      deleted_at: null,
      migration_id: module.migrationId,
      cloned_item_id: null,
      completion_events: null,
    },
    ENV_UPDATE: items.filter(({ type }) => type === 'File').map(item => ({ id: item.id, ...fileDetails(call, item) })),
  }
}

function toRequirement({ id, completionRequirement }: ModuleItem): readonly Record<string, unknown>[] {
  if (completionRequirement === null) return []
  const { type, minScore } = completionRequirement
  return [{ id, type, ...(minScore === undefined ? {} : { min_score: minScore }) }]
}

/** What the Modules page knows of a file in a module (`ENV.MODULE_FILE_DETAILS`, canvas-api §5.1). */
export function fileDetails(call: Call, item: ModuleItem): Record<string, unknown> {
  const content = contentOf(call.world, item)
  const file = content?.table === 'files' ? content.row : undefined
  return {
    content_id: item.contentId,
    module_id: item.moduleId,
    content_details: file ? fileJson(call, file) : {},
  }
}
