import {
  toAccountId,
  toCourseId,
  toFileId,
  toFolderId,
  toMigrationId,
  toModuleId,
  toModuleItemId,
  toPageId,
  toProgressId,
  toTermId,
  toUserId,
} from '@recourse/core'
import { either, int, map, string, where } from './shape.ts'

/** An id as Canvas writes it: text as asked for, or a number where something ignored that; never one that lost digits. */
export const idText = either(
  map(
    where(int, 'an id', id => id >= 0),
    id => String(id),
  ),
  where(string, 'an id', text => /^\d+(~\d+)?$/.test(text)),
)

export const accountId = map(idText, toAccountId)
export const courseId = map(idText, toCourseId)
export const fileId = map(idText, toFileId)
export const folderId = map(idText, toFolderId)
export const migrationId = map(idText, toMigrationId)
export const moduleId = map(idText, toModuleId)
export const moduleItemId = map(idText, toModuleItemId)
export const pageId = map(idText, toPageId)
export const progressId = map(idText, toProgressId)
export const termId = map(idText, toTermId)
export const userId = map(idText, toUserId)
