import type { CoursePackage, PackagedActivity, PackagedItem, PackagedModule } from './course-package.ts'
import { type Collection, isChosen, type Selection, withChosen } from './selection.ts'

/** The chosen part of a package that was not exported here; a chosen module takes along what its items show. */
export function filterPackage(content: CoursePackage, asked: Selection): CoursePackage {
  if (asked.isEverything) return content
  const selection = withModuleContent(content.modules, asked)
  const activities = content.activities.filter(row => isChosen(selection, COLLECTION_OF[row.kind], row.migrationId))
  const groups = new Set(activities.map(({ groupMigrationId }) => groupMigrationId))
  return {
    ...content,
    settings: selection.takesSettings ? content.settings : null,
    syllabusBody: selection.takesSyllabus ? content.syllabusBody : null,
    files: content.files.filter(file => isChosen(selection, 'attachments', file.migrationId)),
    pages: content.pages.filter(page => isChosen(selection, 'wiki_pages', page.migrationId)),
    activities,
    assignmentGroups: content.assignmentGroups.filter(({ migrationId }) => groups.has(migrationId)),
    modules: content.modules.filter(module => isChosen(selection, 'context_modules', module.migrationId)),
  }
}

export const COLLECTION_OF = {
  assignment: 'assignments',
  quiz: 'quizzes',
  discussion_topic: 'discussion_topics',
  announcement: 'announcements',
} as const satisfies Record<PackagedActivity['kind'], Collection>

const COLLECTION_OF_ITEM: Readonly<Record<PackagedItem['type'], Collection | null>> = {
  Page: 'wiki_pages',
  File: 'attachments',
  Assignment: 'assignments',
  Quiz: 'quizzes',
  Discussion: 'discussion_topics',
  SubHeader: null,
  ExternalUrl: null,
  ExternalTool: null,
}

function withModuleContent(modules: readonly PackagedModule[], asked: Selection): Selection {
  const items = modules
    .filter(module => isChosen(asked, 'context_modules', module.migrationId))
    .flatMap(module => module.items)
  return items.reduce((selection, { type, contentMigrationId }) => {
    const collection = COLLECTION_OF_ITEM[type]
    return collection && contentMigrationId !== null
      ? withChosen(selection, collection, [contentMigrationId])
      : selection
  }, asked)
}
