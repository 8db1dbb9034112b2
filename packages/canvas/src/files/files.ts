import type { CourseId, FileId, FolderId } from '@recourse/core'
import type { Canvas } from '../canvas.ts'
import { apiPath } from '../http/api-path.ts'
import { readAll, readOne } from '../http/listing.ts'
import type { CallOptions } from '../http/request.ts'
import { type CanvasFile, type FileInput, file, fileBody, type OnDuplicate } from '../wire/file.ts'
import { array } from '../wire/shape.ts'

/** Which files; an absent key does not filter. */
export interface FileFilter {
  readonly searchTerm?: string
  /** `image`, or `image/png`. */
  readonly contentTypes?: readonly string[]
}

const INCLUDE = ['usage_rights']

/** All files of a course by name, with their usage rights. Students get none that are hidden or locked. */
export function listFiles(
  canvas: Canvas,
  courseId: CourseId,
  filter: FileFilter = {},
  options?: CallOptions,
): Promise<readonly CanvasFile[]> {
  return readAll(canvas, array(file), {
    url: apiPath`/courses/${courseId}/files`,
    query: { include: INCLUDE, search_term: filter.searchTerm, content_types: filter.contentTypes },
    task: `list the files of course ${courseId}`,
    options,
  })
}

/** All files of one folder by name (not of those below it). */
export function listFolderFiles(
  canvas: Canvas,
  folderId: FolderId,
  options?: CallOptions,
): Promise<readonly CanvasFile[]> {
  const task = `list the files of folder ${folderId}`
  const url = apiPath`/folders/${folderId}/files`
  return readAll(canvas, array(file), { url, query: { include: INCLUDE }, task, options })
}

/** A file by its id alone. */
export function getFile(canvas: Canvas, fileId: FileId, options?: CallOptions): Promise<CanvasFile> {
  const url = apiPath`/files/${fileId}`
  return readOne(canvas, file, { url, query: { include: INCLUDE }, task: `read file ${fileId}`, options })
}

/** A file as a course knows it: the id of an overwritten file leads to its replacement (the result's id differs). */
export function getCourseFile(
  canvas: Canvas,
  courseId: CourseId,
  fileId: FileId,
  options?: CallOptions,
): Promise<CanvasFile> {
  const url = apiPath`/courses/${courseId}/files/${fileId}`
  const task = `read file ${fileId} of course ${courseId}`
  return readOne(canvas, file, { url, query: { include: INCLUDE }, task, options })
}

/** Changes what is given: name, folder, lock, visibility. */
export function updateFile(
  canvas: Canvas,
  fileId: FileId,
  input: FileInput,
  options?: CallOptions,
): Promise<CanvasFile> {
  return readOne(canvas, file, {
    method: 'PUT',
    url: apiPath`/files/${fileId}`,
    body: fileBody(input),
    task: `change file ${fileId}`,
    options,
  })
}

/** Deletes a file; links to it break. Returns it as it was. */
export function deleteFile(canvas: Canvas, fileId: FileId, options?: CallOptions): Promise<CanvasFile> {
  const url = apiPath`/files/${fileId}`
  return readOne(canvas, file, { method: 'DELETE', url, task: `delete file ${fileId}`, options })
}

/** Copies a file, also from another course, into a folder; a name that is taken gets a number, unless told to overwrite. */
export function copyFile(
  canvas: Canvas,
  sourceFileId: FileId,
  destination: { readonly folderId: FolderId; readonly onDuplicate?: OnDuplicate },
  options?: CallOptions,
): Promise<CanvasFile> {
  return readOne(canvas, file, {
    method: 'POST',
    url: apiPath`/folders/${destination.folderId}/copy_file`,
    body: { source_file_id: sourceFileId, on_duplicate: destination.onDuplicate ?? 'rename' },
    task: `copy file ${sourceFileId} into folder ${destination.folderId}`,
    options,
  })
}
