import type { ModuleWithItems } from '@recourse/canvas'
import type { LiveModule, RequirementCount } from '@recourse/core'

/** A module of Canvas as the view takes it. Who may not edit is shown published ones only, and is not told so. */
export function toLiveModule(module: ModuleWithItems): LiveModule {
  return {
    id: module.id,
    name: module.name,
    published: module.isPublished ?? true,
    unlockAt: module.unlockAt,
    prerequisiteIds: module.prerequisiteModuleIds,
    state: module.state,
    requirements: countRequirements(module),
  }
}

/** `null` where nothing is required, and where Canvas tells nobody's progress. */
function countRequirements({ items, state }: ModuleWithItems): RequirementCount | null {
  const told = items.flatMap(({ completionRequirement: required }) =>
    required === null || required.isCompleted === null ? [] : [required.isCompleted],
  )
  if (told.length === 0) return null
  const completed = told.filter(Boolean).length
  // “Complete one item” is completed by one of several.
  return { completed, required: state === 'completed' && completed > 0 ? completed : told.length }
}
