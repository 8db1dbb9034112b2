import { isRestricted } from '../blueprint/row-lock.ts'
import { byName } from '../collate.ts'
import { getCourse, toRowId } from '../find-course.ts'
import { type Call, forbidden, json, route, type SandboxApp } from '../http/call.ts'
import { notFound, refused } from '../http/errors.ts'
import { paginate } from '../http/paginate.ts'
import { flag, instant, integer, isBlank, presentText, text } from '../http/reading.ts'
import type { Course, Folder } from '../model.ts'
import { need } from '../rights.ts'
import type { World } from '../world.ts'
import { fileJson, folderJson, isLockedForStudents, seesAllFiles } from './file-json.ts'
import {
  childFolders,
  createFolder,
  ensureFolder,
  findFolderLine,
  folderLine,
  foldersOf,
  isFolderShut,
  rootFolder,
  toFolderNames,
} from './folders.ts'
import { createFile, deleteFile, filesIn, findFile, settleName } from './store.ts'
import { readOnDuplicate, UNFILED } from './uploads.ts'

const FOLDERS_PER_PAGE = 25

export function registerFolders(app: SandboxApp, world: World): void {
  app.get('/api/v1/courses/:course_id/folders', route(world, listOfCourse))
  app.post('/api/v1/courses/:course_id/folders', route(world, createInCourse))
  app.get('/api/v1/courses/:course_id/folders/by_path', route(world, resolvePath))
  app.get('/api/v1/courses/:course_id/folders/by_path/*', route(world, resolvePath))
  for (const path of ['/api/v1/courses/:course_id/folders/:folder_id', '/api/v1/folders/:folder_id']) {
    app.get(path, route(world, show))
  }
  app.put('/api/v1/folders/:folder_id', route(world, update))
  app.delete('/api/v1/folders/:folder_id', route(world, remove))
  app.get('/api/v1/folders/:folder_id/folders', route(world, listChildren))
  app.post('/api/v1/folders/:folder_id/folders', route(world, createInFolder))
  app.post('/api/v1/folders/:folder_id/copy_file', route(world, copyFile))
  app.post('/api/v1/folders/:folder_id/copy_folder', route(world, copyFolder))
}

interface Found {
  readonly folder: Folder
  readonly course: Course
}

/** The folder in the path (`root` within a course), which the caller may read. */
function getFolder(call: Call, name = 'folder_id'): Found {
  const asked = call.path(name)
  const inCourse = call.path('course_id') === '' ? undefined : getCourse(call)
  if (inCourse && asked === 'root') return { folder: rootFolder(call.world, inCourse.id), course: inCourse }
  const folder = call.world.rows.folders.get(toRowId(asked) ?? -1)
  const course = folder && call.world.rows.courses.get(folder.courseId)
  if (!folder || !course || (inCourse && inCourse !== course)) throw notFound()
  need(call, course, 'read')
  return { folder, course }
}

function listOfCourse(call: Call): Response {
  const course = getCourse(call)
  rootFolder(call.world, course.id)
  const folders = inOrder(call, visible(call, course, foldersOf(call.world, course.id)))
  return paginate(call, folders, folder => folderJson(call, folder), { perPage: FOLDERS_PER_PAGE })
}

function visible(call: Call, course: Course, folders: Folder[]): Folder[] {
  return seesAllFiles(call, course) ? folders : folders.filter(folder => !isFolderShut(call.world, folder))
}

/** By name, or as teachers have ordered them (`sort_by=position`). */
function inOrder(call: Call, folders: readonly Folder[]): readonly Folder[] {
  if (presentText(call.params, 'sort_by') !== 'position') return byName(folders, folder => folder.name)
  return folders.toSorted((a, b) => a.position - b.position || a.id - b.id)
}

function show(call: Call): Response {
  return json(call, folderJson(call, getFolder(call).folder))
}

function listChildren(call: Call): Response {
  const { folder, course } = getFolder(call)
  const children = visible(call, course, childFolders(call.world, folder))
  return paginate(call, inOrder(call, children), child => folderJson(call, child))
}

/** Root to leaf; the path leaves out the root's own name. */
function resolvePath(call: Call): Response {
  const course = getCourse(call)
  const path = call.url.pathname.split('/folders/by_path')[1] ?? ''
  const names = path.split('/').filter(part => part !== '')
  const line = findFolderLine(call.world, course.id, names.map(decodeURIComponent))
  if (!line || visible(call, course, line).length < line.length) throw notFound()
  return json(
    call,
    line.map(folder => folderJson(call, folder)),
  )
}

function createInCourse(call: Call): Response {
  const course = getCourse(call)
  return createUnder(call, course, parentFolder(call, course))
}

function createInFolder(call: Call): Response {
  const { folder, course } = getFolder(call)
  const isNamed = ['parent_folder_id', 'parent_folder_path'].some(name => call.params[name] !== undefined)
  return createUnder(call, course, isNamed ? parentFolder(call, course) : folder)
}

function parentFolder(call: Call, course: Course): Folder {
  const id = integer(call.params, 'parent_folder_id')
  const path = text(call.params, 'parent_folder_path')
  if (id !== undefined && !isBlank(path)) throw refused("Can't set folder path and folder id")
  // Without a wish it lands where uploads without one do; `/` and an empty path are the root.
  if (id === undefined) return ensureFolder(call.world, course.id, toFolderNames(path ?? UNFILED))
  const folder = call.world.rows.folders.get(id)
  if (folder?.courseId !== course.id) throw notFound()
  return folder
}

function createUnder(call: Call, course: Course, parent: Folder): Response {
  need(call, course, 'manage_files_add')
  const name = freeFolderName(call.world, parent, presentText(call.params, 'name') ?? 'New Folder')
  const folder = createFolder(call.world, { courseId: course.id, parentId: parent.id, name })
  restrict(call, folder)
  return json(call, folderJson(call, folder))
}

/** Folder names are unique among siblings: Canvas appends a number (`Folder#infer_full_name`). */
function freeFolderName(world: World, parent: Folder, name: string, self?: Folder): string {
  const taken = new Set(
    childFolders(world, parent)
      .filter(child => child !== self)
      .map(child => child.name),
  )
  const wanted = name.replaceAll('/', '_')
  let free = wanted
  for (let count = 2; taken.has(free); count += 1) free = `${wanted} ${count}`
  return free
}

function restrict(call: Call, folder: Folder): void {
  folder.locked = flag(call.params, 'locked') ?? folder.locked
  folder.hidden = flag(call.params, 'hidden') ?? folder.hidden
  folder.position = integer(call.params, 'position') ?? folder.position
  const lockAt = instant(call.params, 'lock_at')
  const unlockAt = instant(call.params, 'unlock_at')
  if (lockAt !== undefined) folder.lockAt = lockAt
  if (unlockAt !== undefined) folder.unlockAt = unlockAt
}

function update(call: Call): Response {
  const { folder, course } = getFolder(call)
  need(call, course, 'manage_files_edit')
  const parent = newParent(call, course, folder)
  if (parent) {
    folder.name = freeFolderName(call.world, parent, presentText(call.params, 'name') ?? folder.name, folder)
    folder.parentId = parent.id
  }
  restrict(call, folder)
  folder.updatedAt = call.world.nowIso()
  return json(call, folderJson(call, folder))
}

/** The root neither moves nor is renamed; a folder cannot go into itself. */
function newParent(call: Call, course: Course, folder: Folder): Folder | undefined {
  if (folder.parentId === null) return undefined
  const id = integer(call.params, 'parent_folder_id') ?? folder.parentId
  const parent = call.world.rows.folders.get(id)
  if (parent?.courseId !== course.id) throw notFound()
  if (folderLine(call.world, parent).includes(folder)) throw refused('Folder cannot be its own parent')
  return parent
}

function remove(call: Call): Response {
  const { folder, course } = getFolder(call)
  need(call, course, 'manage_files_delete')
  if (folder.parentId === null) throw refused("Can't delete the root folder")
  const isEmpty = filesIn(call.world, folder.id).length + childFolders(call.world, folder).length === 0
  if (!isEmpty && flag(call.params, 'force') !== true) throw refused("Can't delete a folder with content")
  if (holdsLocked(call.world, folder)) throw forbidden(call)
  const deleted = folderJson(call, folder)
  removeTree(call.world, folder)
  return json(call, deleted)
}

/** A folder is as locked as what is in it (canvas-lms `MasterCourses::FolderHelper`). */
function holdsLocked(world: World, folder: Folder): boolean {
  return (
    filesIn(world, folder.id).some(isRestricted) || childFolders(world, folder).some(child => holdsLocked(world, child))
  )
}

function removeTree(world: World, folder: Folder): void {
  for (const child of childFolders(world, folder)) removeTree(world, child)
  for (const file of filesIn(world, folder.id)) deleteFile(world, file)
  world.rows.folders.delete(folder.id)
}

/** Copies a file of any course the caller may read into a folder (`POST /folders/:dest/copy_file`). */
function copyFile(call: Call): Response {
  const { folder, course } = getFolder(call)
  need(call, course, 'manage_files_add')
  const asked = presentText(call.params, 'source_file_id')
  if (asked === undefined) throw refused('source_file_id must be provided')
  const source = findFile(call.world, toRowId(asked) ?? -1)
  const sourceCourse = source && call.world.rows.courses.get(source.courseId)
  if (!source || !sourceCourse) throw notFound()
  need(call, sourceCourse, 'read')
  if (isLockedForStudents(call, source)) need(call, sourceCourse, 'manage_files_edit', 'read_as_admin')
  const onDuplicate = readOnDuplicate(call.params)
  const isTaken = filesIn(call.world, folder.id).some(file => file.displayName === source.displayName)
  if (isTaken && presentText(call.params, 'on_duplicate') === undefined)
    throw refused("file already exists; set on_duplicate to 'rename' or 'overwrite'", 409)
  const copy = createFile(call.world, copyOf(source, folder))
  settleName(call.world, copy, onDuplicate)
  return json(call, fileJson(call, copy))
}

/** Copies a folder with all in it into another; where the name is taken it gets a number (`POST /folders/:dest/copy_folder`). */
function copyFolder(call: Call): Response {
  const { folder, course } = getFolder(call)
  need(call, course, 'manage_files_add')
  const asked = presentText(call.params, 'source_folder_id')
  if (asked === undefined) throw refused('source_folder_id must be provided')
  const source = call.world.rows.folders.get(toRowId(asked) ?? -1)
  const sourceCourse = source && call.world.rows.courses.get(source.courseId)
  if (!source || !sourceCourse) throw notFound()
  need(call, sourceCourse, 'manage_files_edit', 'read_as_admin')
  if (source === folder || folderLine(call.world, folder).includes(source))
    throw refused('source folder may not contain destination folder')
  return json(call, folderJson(call, copyTree(call.world, source, folder)))
}

function copyTree(world: World, source: Folder, parent: Folder): Folder {
  const { locked, hidden, lockAt, unlockAt, name } = source
  const place = { courseId: parent.courseId, parentId: parent.id, name: freeFolderName(world, parent, name) }
  const copy = createFolder(world, { ...place, locked, hidden, lockAt, unlockAt })
  for (const child of childFolders(world, source)) copyTree(world, child, copy)
  for (const file of filesIn(world, source.id)) createFile(world, copyOf(file, copy))
  return copy
}

function copyOf(source: NonNullable<ReturnType<typeof findFile>>, folder: Folder) {
  const { displayName, contentType, bytes, usageRights } = source
  const place = { courseId: folder.courseId, folderId: folder.id }
  return { ...place, displayName, contentType, bytes, usageRights, clonedItemId: source.clonedItemId ?? source.id }
}
