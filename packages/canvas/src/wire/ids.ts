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
import * as z from 'zod/mini'

/** An id as Canvas writes it: text as asked for, or a number where something ignored that; never one that lost digits. */
export const idText = z.pipe(
  z.union([z.string().check(z.regex(/^\d+(~\d+)?$/)), z.int().check(z.nonnegative())]),
  z.transform(value => String(value)),
)

export const accountId = z.pipe(idText, z.transform(toAccountId))
export const courseId = z.pipe(idText, z.transform(toCourseId))
export const fileId = z.pipe(idText, z.transform(toFileId))
export const folderId = z.pipe(idText, z.transform(toFolderId))
export const migrationId = z.pipe(idText, z.transform(toMigrationId))
export const moduleId = z.pipe(idText, z.transform(toModuleId))
export const moduleItemId = z.pipe(idText, z.transform(toModuleItemId))
export const pageId = z.pipe(idText, z.transform(toPageId))
export const progressId = z.pipe(idText, z.transform(toProgressId))
export const termId = z.pipe(idText, z.transform(toTermId))
export const userId = z.pipe(idText, z.transform(toUserId))
