import { createHash } from 'node:crypto'
import type { Activity } from '../model.ts'

/** Kinds of rows as Canvas's asset strings name them: `wiki_page_12`, `quizzes:quiz_4`. */
export type AssetKind =
  | 'course'
  | 'wiki_page'
  | 'attachment'
  | 'folder'
  | 'context_module'
  | 'content_tag'
  | 'assignment'
  | 'assignment_group'
  | 'quizzes:quiz'
  | 'discussion_topic'

/** Announcements are discussion topics to Canvas. */
export const ACTIVITY_ASSET = {
  assignment: 'assignment',
  quiz: 'quizzes:quiz',
  discussion_topic: 'discussion_topic',
  announcement: 'discussion_topic',
} as const satisfies Record<Activity['kind'], AssetKind>

/** `i` and the MD5 of the asset string: the same row gives the same key in every copy (`CC::CCHelper.create_key`). */
export function migrationIdOf(kind: AssetKind, id: number): string {
  return `i${md5(`${kind}_${id}`)}`
}

/** Makes the key of a row; a blueprint sync names rows otherwise than a copy. */
export type ToMigrationId = (kind: AssetKind, id: number) => string

/** The key under which a blueprint pushes a row: it never meets the keys of an ordinary copy. */
export function blueprintMigrationId(templateId: number): ToMigrationId {
  return (kind, id) => `mastercourse_1_${templateId}_${md5(`${kind}_${id}`)}`
}

export function md5(text: string): string {
  return createHash('md5').update(text).digest('hex')
}
