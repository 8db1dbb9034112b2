declare const kind: unique symbol

/**
 * A Canvas id: decimal text (with `~` for another shard), because ids of other shards exceed 2^53
 * (Canvas: *API basics*, "object ids are numeric … string ids"). Ids of different kinds do not mix.
 */
export type Id<Kind extends string> = string & { readonly [kind]: Kind }

export type CourseId = Id<'course'>
export type ModuleId = Id<'module'>
export type ModuleItemId = Id<'module-item'>
export type PageId = Id<'page'>
export type FileId = Id<'file'>
export type FolderId = Id<'folder'>
export type MigrationId = Id<'migration'>
export type ProgressId = Id<'progress'>
export type UserId = Id<'user'>
export type AccountId = Id<'account'>
export type TermId = Id<'term'>

function brand<Kind extends string>(text: string): Id<Kind> {
  return text as Id<Kind>
}

/** Constructors: the one place where text becomes an id; the caller has checked that it is one (or reads it off a page). */
export const toCourseId = (text: string): CourseId => brand(text)
export const toModuleId = (text: string): ModuleId => brand(text)
export const toModuleItemId = (text: string): ModuleItemId => brand(text)
export const toPageId = (text: string): PageId => brand(text)
export const toFileId = (text: string): FileId => brand(text)
export const toFolderId = (text: string): FolderId => brand(text)
export const toMigrationId = (text: string): MigrationId => brand(text)
export const toProgressId = (text: string): ProgressId => brand(text)
export const toUserId = (text: string): UserId => brand(text)
export const toAccountId = (text: string): AccountId => brand(text)
export const toTermId = (text: string): TermId => brand(text)
