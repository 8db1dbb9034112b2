import type { CartridgeCourse, CartridgeItem, CartridgeModule, CartridgeRequirement } from '@recourse/core/cartridge'
import type { PackagedItem, PackagedModule } from '../migrations/course-package.ts'
import type { CompletionRequirement } from '../model.ts'
import { fileKey } from './file-key.ts'

/** The cartridge's modules as an import takes them. */
export function packageModules({ modules }: CartridgeCourse): PackagedModule[] {
  return modules.map(packageModule)
}

function packageModule(module: CartridgeModule): PackagedModule {
  const { identifier, title, position, isPublished, unlockAt, requireSequentialProgress, requirementCount } = module
  return {
    ...{ position, isPublished, unlockAt, requireSequentialProgress, requirementCount },
    migrationId: identifier,
    name: title,
    publishFinalGrade: false,
    prerequisiteMigrationIds: module.prerequisites,
    items: module.items.map(packageItem),
  }
}

function packageItem(item: CartridgeItem): PackagedItem {
  const { identifier, title, type, contentIdentifier, url, position, indent, newTab, isPublished, requirement } = item
  const isContent = contentIdentifier !== null && type !== 'ExternalTool'
  return {
    ...{ title, type, position, indent, newTab, isPublished },
    migrationId: identifier,
    contentMigrationId: isContent ? fileKey(contentIdentifier) : null,
    externalUrl: url,
    completionRequirement: requirement && toRequirement(requirement),
  }
}

const requirementTypes = ['must_view', 'must_contribute', 'must_submit', 'must_mark_done', 'min_score'] as const

/** A requirement of a kind that the sandbox's Canvas does not know is none. */
function toRequirement({ type, minScore }: CartridgeRequirement): CompletionRequirement | null {
  const known = requirementTypes.find(name => name === type)
  if (known === undefined) return null
  return minScore === null ? { type: known } : { type: known, minScore }
}
