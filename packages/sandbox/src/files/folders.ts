import type { Folder } from '../model.ts'
import type { World } from '../world.ts'

/** Name of every course's outermost folder; it starts `full_name` and never stands in a path. */
export const ROOT_NAME = 'course files'

export interface NewFolder extends Partial<Omit<Folder, 'id' | 'courseId' | 'parentId' | 'name'>> {
  readonly courseId: number
  readonly parentId: number | null
  readonly name: string
}

export function createFolder(world: World, folder: NewFolder): Folder {
  const now = world.nowIso()
  const row: Folder = {
    locked: false,
    hidden: false,
    lockAt: null,
    unlockAt: null,
    position: nextPosition(world, folder),
    createdAt: now,
    updatedAt: now,
    ...folder,
    id: world.nextId('folders'),
  }
  world.rows.folders.set(row.id, row)
  return row
}

function nextPosition(world: World, folder: NewFolder): number {
  const siblings = foldersOf(world, folder.courseId).filter(row => row.parentId === folder.parentId)
  return Math.max(0, ...siblings.map(row => row.position)) + 1
}

export function foldersOf(world: World, courseId: number): Folder[] {
  return [...world.rows.folders.values()].filter(folder => folder.courseId === courseId)
}

/** The course's "course files", made on first use as in Canvas (`Folder.root_folders`). */
export function rootFolder(world: World, courseId: number): Folder {
  const root = foldersOf(world, courseId).find(folder => folder.parentId === null)
  return root ?? createFolder(world, { courseId, parentId: null, name: ROOT_NAME })
}

export function childFolders(world: World, folder: Folder): Folder[] {
  return foldersOf(world, folder.courseId).filter(child => child.parentId === folder.id)
}

/** From the root (first) down to the folder itself (last). */
export function folderLine(world: World, folder: Folder): Folder[] {
  const line = [folder]
  for (let parentId = folder.parentId; parentId !== null; ) {
    const parent = world.rows.folders.get(parentId)
    if (!parent || line.includes(parent)) break
    line.unshift(parent)
    parentId = parent.parentId
  }
  return line
}

/** Names below the root, outermost first; `[]` for the root. */
export function folderPath(world: World, folder: Folder): string[] {
  return folderLine(world, folder)
    .slice(1)
    .map(row => row.name)
}

export function fullName(world: World, folder: Folder): string {
  return [ROOT_NAME, ...folderPath(world, folder)].join('/')
}

/** The folders along a path, root first; `undefined` when one of them is missing. */
export function findFolderLine(world: World, courseId: number, names: readonly string[]): Folder[] | undefined {
  const line = [rootFolder(world, courseId)]
  for (const name of names) {
    const child = findChild(world, line.at(-1), name)
    if (!child) return undefined
    line.push(child)
  }
  return line
}

/** The folder at a path, made where it is missing; a folder that is there is reused (`Folder.assert_path`). */
export function ensureFolder(world: World, courseId: number, names: readonly string[]): Folder {
  let folder = rootFolder(world, courseId)
  for (const name of names) {
    folder = findChild(world, folder, name) ?? createFolder(world, { courseId, parentId: folder.id, name })
  }
  return folder
}

function findChild(world: World, parent: Folder | undefined, name: string): Folder | undefined {
  return parent && childFolders(world, parent).find(child => child.name === name)
}

/** `/course files/a//b/` → `['a', 'b']`: a path may or may not start with the root's name. */
export function toFolderNames(path: string): string[] {
  const names = path
    .split('/')
    .map(name => name.trim())
    .filter(name => name !== '')
  return names[0] === ROOT_NAME ? names.slice(1) : names
}

/** Anything above it that is locked or hidden shuts a folder to students; so does a date that has not come or has gone. */
export function isFolderShut(world: World, folder: Folder): boolean {
  return folderLine(world, folder).some(row => row.hidden || isLockedNow(world, row))
}

export function isLockedNow(
  world: World,
  row: { locked: boolean; lockAt: string | null; unlockAt: string | null },
): boolean {
  const now = world.nowMs()
  if (row.locked) return true
  if (row.unlockAt !== null && Date.parse(row.unlockAt) > now) return true
  return row.lockAt !== null && Date.parse(row.lockAt) <= now
}
