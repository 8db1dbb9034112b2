import type { ContextModule, ModuleItem, ModuleItemType } from '../model.ts'
import type { PackagedItem, PackagedModule } from './course-package.ts'
import type { CourseExport } from './export-course.ts'
import type { AssetKind } from './migration-id.ts'
import { isChosen, type Selection } from './selection.ts'

/** Modules in their order, with their items in theirs (`lib/cc/module_meta.rb`). */
export function exportModules(context: CourseExport, selection: Selection): PackagedModule[] {
  const { world, source, toKey } = context
  const items = itemsByModule(context)
  return [...world.rows.modules.values()]
    .filter(module => module.courseId === source.id && module.state !== 'deleted')
    .filter(module => isChosen(selection, 'context_modules', toKey('context_module', module.id)))
    .toSorted((a, b) => a.position - b.position || a.id - b.id)
    .map(module => exportModule(context, module, items.get(module.id) ?? []))
}

function itemsByModule({ world, source }: CourseExport): Map<number, ModuleItem[]> {
  const items = [...world.rows.moduleItems.values()].filter(
    item => item.courseId === source.id && item.state !== 'deleted',
  )
  const byModule = new Map<number, ModuleItem[]>()
  for (const item of items.toSorted((a, b) => a.position - b.position || a.id - b.id)) {
    byModule.set(item.moduleId, [...(byModule.get(item.moduleId) ?? []), item])
  }
  return byModule
}

function exportModule(context: CourseExport, module: ContextModule, items: readonly ModuleItem[]): PackagedModule {
  const { name, position, unlockAt, requireSequentialProgress, publishFinalGrade, requirementCount } = module
  return {
    ...{ name, position, unlockAt, requireSequentialProgress, publishFinalGrade, requirementCount },
    migrationId: context.toKey('context_module', module.id),
    isPublished: module.state === 'active',
    prerequisiteMigrationIds: module.prerequisiteModuleIds.map(id => context.toKey('context_module', id)),
    items: items.map(item => exportItem(context, item)),
  }
}

const ASSET_OF: Readonly<Record<ModuleItemType, AssetKind | null>> = {
  Page: 'wiki_page',
  File: 'attachment',
  Assignment: 'assignment',
  Quiz: 'quizzes:quiz',
  Discussion: 'discussion_topic',
  SubHeader: null,
  ExternalUrl: null,
  ExternalTool: null,
}

function exportItem(context: CourseExport, item: ModuleItem): PackagedItem {
  const { title, type, externalUrl, position, indent, newTab } = item
  const asset = ASSET_OF[type]
  return {
    ...{ title, type, externalUrl, position, indent, newTab },
    migrationId: context.toKey('content_tag', item.id),
    contentMigrationId: asset === null || item.contentId === null ? null : context.toKey(asset, item.contentId),
    isPublished: item.state === 'active',
    completionRequirement: item.completionRequirement === null ? null : { ...item.completionRequirement },
  }
}
