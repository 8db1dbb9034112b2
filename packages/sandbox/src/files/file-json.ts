import type { Call } from '../http/call.ts'
import { includes } from '../http/reading.ts'
import type { Course, Folder, StoredFile } from '../model.ts'
import { can } from '../rights.ts'
import { mimeClassOf } from './content-type.ts'
import { childFolders, folderLine, fullName, isFolderShut, isLockedNow } from './folders.ts'
import { filesIn } from './store.ts'
import { usageRightsJson } from './usage-rights.ts'

/** True for those who see locked and hidden files. */
export function seesAllFiles(call: Call, course: Course | undefined): boolean {
  return course !== undefined && can(call, course, 'manage_files_edit', 'read_as_admin')
}

/** File JSON (`lib/api/v1/attachment.rb`). */
export function fileJson(call: Call, file: StoredFile): Record<string, unknown> {
  const names = nameFields(file)
  if (includes(call.params, 'names', 'only')) return names
  return { ...names, ...contentFields(call, file), ...includedFields(call, file) }
}

function nameFields(file: StoredFile): Record<string, unknown> {
  return {
    id: file.id,
    uuid: file.uuid,
    folder_id: file.folderId === 0 ? null : file.folderId,
    display_name: file.displayName,
    filename: file.filename,
    workflow_state: 'processed',
    upload_status: 'success',
  }
}

function contentFields(call: Call, file: StoredFile): Record<string, unknown> {
  const course = call.world.rows.courses.get(file.courseId)
  const isStaff = file.courseId === 0 || seesAllFiles(call, course)
  const isShut = !isStaff && isLockedForStudents(call, file)
  return {
    'content-type': file.contentType,
    url: isShut ? '' : downloadUrl(call, file),
    size: file.bytes.length,
    created_at: file.createdAt,
    updated_at: file.updatedAt,
    unlock_at: file.unlockAt,
    locked: file.locked,
    hidden: file.hidden,
    lock_at: file.lockAt,
    hidden_for_user: file.hidden && !isStaff,
    thumbnail_url: file.contentType.startsWith('image/') && !isShut ? thumbnailUrl(call, file) : null,
    modified_at: file.updatedAt,
    mime_class: mimeClassOf(file.contentType),
    media_entry_id: null,
    category: 'uncategorized',
    locked_for_user: isShut,
    ...(isShut ? lockFields(file) : {}),
  }
}

function lockFields(file: StoredFile): Record<string, unknown> {
  return {
    lock_info: { asset_string: `attachment_${file.id}`, unlock_at: file.unlockAt, lock_at: file.lockAt },
    lock_explanation: 'This file is currently locked.',
  }
}

function includedFields(call: Call, file: StoredFile): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  if (includes(call.params, 'usage_rights')) fields.usage_rights = file.usageRights && usageRightsJson(file.usageRights)
  if (includes(call.params, 'context_asset_string')) fields.context_asset_string = `course_${file.courseId}`
  if (includes(call.params, 'canvadoc_document_id')) fields.canvadoc_document_id = null
  if (includes(call.params, 'user')) fields.user = {}
  if (includes(call.params, 'preview_url')) fields.preview_url = null
  if (includes(call.params, 'enhanced_preview_url'))
    fields.preview_url = `/courses/${file.courseId}/files/${file.id}/file_preview?annotate=0`
  return fields
}

/** With the verifier for a token, without it for a browser session, whose cookie opens the file (`omit_verifier_in_app`). */
export function downloadUrl(call: Call, file: StoredFile): string {
  const verifier = call.isSession ? '' : `&verifier=${file.uuid}`
  return `${call.origin}/files/${file.id}/download?download_frd=1${verifier}`
}

function thumbnailUrl(call: Call, file: StoredFile): string {
  return `${call.origin}/images/thumbnails/${file.id}/${file.uuid}`
}

/** Locked itself, or in a folder that is shut. A hidden file is only unlisted: who has its link may open it. */
export function isLockedForStudents(call: Call, file: StoredFile): boolean {
  if (isLockedNow(call.world, file)) return true
  const folder = call.world.rows.folders.get(file.folderId)
  return folder !== undefined && folderLine(call.world, folder).some(row => isLockedNow(call.world, row))
}

/** What a student finds in lists: neither locked nor hidden, in a folder that is neither. */
export function isListedForStudents(call: Call, file: StoredFile): boolean {
  const folder = call.world.rows.folders.get(file.folderId)
  return !file.hidden && !isLockedNow(call.world, file) && !(folder && isFolderShut(call.world, folder))
}

export function folderJson(call: Call, folder: Folder): Record<string, unknown> {
  const { world } = call
  const isStaff = seesAllFiles(call, world.rows.courses.get(folder.courseId))
  const files = filesIn(world, folder.id).filter(file => isStaff || isListedForStudents(call, file))
  const folders = childFolders(world, folder).filter(child => isStaff || !isFolderShut(world, child))
  return {
    id: folder.id,
    name: folder.name,
    full_name: fullName(world, folder),
    context_id: folder.courseId,
    context_type: 'Course',
    parent_folder_id: folder.parentId,
    created_at: folder.createdAt,
    updated_at: folder.updatedAt,
    lock_at: folder.lockAt,
    unlock_at: folder.unlockAt,
    position: folder.position,
    locked: folder.locked,
    hidden: folder.hidden || null,
    locked_for_user: !isStaff && isLockedNow(world, folder),
    hidden_for_user: !isStaff && folder.hidden,
    folders_url: `${call.origin}/api/v1/folders/${folder.id}/folders`,
    files_url: `${call.origin}/api/v1/folders/${folder.id}/files`,
    files_count: files.length,
    folders_count: folders.length,
    for_submissions: false,
    can_upload: isStaff,
  }
}
