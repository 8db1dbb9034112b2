import type { CourseId, FolderId } from '@recourse/core'
import type { Canvas } from '../canvas.ts'
import { isCanvasError } from '../canvas-error.ts'
import { apiPath, pathSegment } from '../http/api-path.ts'
import { readAll, readOne } from '../http/listing.ts'
import type { CallOptions } from '../http/request.ts'
import { type Folder, folder, folderBody, type NewFolder } from '../wire/folder.ts'
import { array } from '../wire/shape.ts'

/** All folders of a course, flat, the root among them. */
export function listFolders(canvas: Canvas, courseId: CourseId, options?: CallOptions): Promise<readonly Folder[]> {
  const task = `list the folders of course ${courseId}`
  return readAll(canvas, array(folder), { url: apiPath`/courses/${courseId}/folders`, task, options })
}

/** The folder "course files"; Canvas makes it when it is first asked for. */
export function getRootFolder(canvas: Canvas, courseId: CourseId, options?: CallOptions): Promise<Folder> {
  const task = `read the root folder of course ${courseId}`
  return readOne(canvas, folder, { url: apiPath`/courses/${courseId}/folders/root`, task, options })
}

/** A folder by its id alone. */
export function getFolder(canvas: Canvas, folderId: FolderId, options?: CallOptions): Promise<Folder> {
  return readOne(canvas, folder, { url: apiPath`/folders/${folderId}`, task: `read folder ${folderId}`, options })
}

/**
 * The folders from the root down to a path like `images/week 1` (the root's own name left out; `''` is the root).
 * `undefined` where a part does not exist, or the caller does not see it.
 */
export async function findFolderByPath(
  canvas: Canvas,
  courseId: CourseId,
  path: string,
  options?: CallOptions,
): Promise<readonly Folder[] | undefined> {
  const task = `find a folder by its path in course ${courseId}`
  try {
    const segments = path
      .split('/')
      .filter(part => part !== '')
      .map(pathSegment)
    const url = [apiPath`/courses/${courseId}/folders/by_path`, ...segments].join('/')
    return await readOne(canvas, array(folder), { url, task, options })
  } catch (error) {
    if (isCanvasError(error, 'missing')) return undefined
    throw error
  }
}

/** A new folder; a name that is taken is made unique by Canvas. */
export function createFolder(
  canvas: Canvas,
  courseId: CourseId,
  input: NewFolder,
  options?: CallOptions,
): Promise<Folder> {
  return readOne(canvas, folder, {
    method: 'POST',
    url: apiPath`/courses/${courseId}/folders`,
    body: folderBody(input),
    task: `create a folder in course ${courseId}`,
    options,
  })
}
