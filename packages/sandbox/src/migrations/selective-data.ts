import type { Call } from '../http/call.ts'
import { refused } from '../http/errors.ts'
import { presentText } from '../http/reading.ts'
import type { ContentMigration } from '../model.ts'
import type { CoursePackage, PackagedActivity } from './course-package.ts'
import type { Collection } from './selection.ts'

interface Choice {
  readonly migrationId: string
  readonly title: string
}

/**
 * What a selective migration offers to choose from (`get_content_list`): kinds with their counts, or the things of one
 * kind (`type`). Each node's `property` is what `PUT …/:id` is sent back.
 */
export function selectiveData(call: Call, migration: ContentMigration, content: CoursePackage): unknown[] {
  const url = `${call.origin}/api/v1/courses/${migration.courseId}/content_migrations/${migration.id}/selective_data`
  const asked = presentText(call.params, 'type')
  const section = SECTIONS.find(([type]) => type === asked)
  if (asked !== undefined && section === undefined) throw refused('unsupported migration type')
  return section ? section[2](content).map(choice => leaf(section[0], choice)) : overview(content, url)
}

const SECTIONS: readonly (readonly [Collection, string, (content: CoursePackage) => Choice[]])[] = [
  [
    'context_modules',
    'Modules',
    content => content.modules.map(row => ({ migrationId: row.migrationId, title: row.name })),
  ],
  ['assignments', 'Assignments', content => activities(content, 'assignment')],
  ['quizzes', 'Quizzes', content => activities(content, 'quiz')],
  ['discussion_topics', 'Discussion Topics', content => activities(content, 'discussion_topic')],
  ['wiki_pages', 'Pages', content => content.pages.map(({ migrationId, title }) => ({ migrationId, title }))],
  ['announcements', 'Announcements', content => activities(content, 'announcement')],
  [
    'attachments',
    'Files',
    content => content.files.map(({ migrationId, displayName }) => ({ migrationId, title: displayName })),
  ],
]

function activities(content: CoursePackage, kind: PackagedActivity['kind']): Choice[] {
  return content.activities.filter(row => row.kind === kind)
}

function overview(content: CoursePackage, url: string): unknown[] {
  const kinds = SECTIONS.map(([type, title, choices]) => ({ type, title, count: choices(content).length }))
  return [
    ...(content.settings ? [whole('course_settings', 'Course Settings')] : []),
    ...(content.syllabusBody === null ? [] : [whole('syllabus_body', 'Syllabus Body')]),
    ...kinds
      .filter(({ count }) => count > 0)
      .map(({ type, title, count }) => ({ ...whole(type, title), count, sub_items_url: `${url}?type=${type}` })),
  ]
}

function whole(type: string, title: string) {
  return { type, property: `copy[all_${type}]`, title }
}

function leaf(type: Collection, { migrationId, title }: Choice) {
  return { type, property: `copy[${type}][id_${migrationId}]`, title, migration_id: migrationId }
}
