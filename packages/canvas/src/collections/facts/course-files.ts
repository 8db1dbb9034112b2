import { type CourseFile, type CourseId, type FolderId, toFolderId } from '@recourse/core'
import { listFiles } from '../../files/files.ts'
import { listFolders } from '../../files/folders.ts'
import type { CanvasFile } from '../../wire/file.ts'
import type { Folder } from '../../wire/folder.ts'
import { readUnlessDenied, type Survey } from './survey.ts'

/** All files of a course with their folders; `null` where they cannot be listed. */
export async function readFiles(survey: Survey, courseId: CourseId): Promise<readonly CourseFile[] | null> {
  const { canvas, call } = survey
  const note = (what: string): string => `The ${what} of course ${courseId} cannot be listed with your rights.`
  const [files, folders] = await Promise.all([
    readUnlessDenied(survey, note('files'), null, () => listFiles(canvas, courseId, {}, call)),
    readUnlessDenied(survey, note('folders'), [], () => listFolders(canvas, courseId, call)),
  ])
  const index = indexFolders(folders)
  return files?.map(file => toCourseFile(file, index, survey.nowMs)) ?? null
}

export type FolderIndex = ReadonlyMap<FolderId, Folder>

export function indexFolders(folders: readonly Folder[]): FolderIndex {
  return new Map(folders.map(folder => [folder.id, folder]))
}

export function toCourseFile(file: CanvasFile, folders: FolderIndex, nowMs: number): CourseFile {
  const folder = file.folderId === null ? undefined : folders.get(file.folderId)
  return {
    id: file.id,
    name: file.displayName,
    folderId: file.folderId ?? toFolderId(''),
    folderPath: folder === undefined ? null : pathBelowRoot(folder, folders),
    sizeBytes: file.size,
    contentType: file.contentType,
    hiddenBecause: lockOf(file, nowMs) ?? (isInLockedFolder(folder, folders, nowMs) ? 'folder' : null),
    thumbnailUrl: file.thumbnailUrl,
  }
}

/** The root's own name is left out, as `folders/by_path` does: "course files" is translated by no one but may differ. */
function pathBelowRoot(folder: Folder, folders: FolderIndex): string {
  const root = [...withParents(folder, folders)].at(-1)
  if (root === undefined || root.parentFolderId !== null) return folder.fullName.split('/').slice(1).join('/')
  return folder.fullName.slice(root.fullName.length + 1)
}

interface Availability {
  readonly isLocked: boolean
  readonly unlockAt: string | null
  readonly lockAt: string | null
}

/**
 * Why students cannot open it. `hidden` is not among the reasons: Canvas calls that "only available to students with
 * link", and a card's picture is such a link (Canvas guide *How do I restrict files and folders*).
 */
function lockOf(
  { isLocked, unlockAt, lockAt }: Availability,
  nowMs: number,
): 'locked' | 'not-yet' | 'no-longer' | null {
  if (isLocked) return 'locked'
  if (unlockAt !== null && Date.parse(unlockAt) > nowMs) return 'not-yet'
  return lockAt !== null && Date.parse(lockAt) <= nowMs ? 'no-longer' : null
}

function isInLockedFolder(folder: Folder | undefined, folders: FolderIndex, nowMs: number): boolean {
  return [...withParents(folder, folders)].some(each => lockOf(each, nowMs) !== null)
}

function* withParents(folder: Folder | undefined, folders: FolderIndex): Generator<Folder, void, void> {
  const seen = new Set<FolderId>()
  for (let each = folder; each !== undefined && !seen.has(each.id); each = parentOf(each, folders)) {
    seen.add(each.id)
    yield each
  }
}

function parentOf({ parentFolderId }: Folder, folders: FolderIndex): Folder | undefined {
  return parentFolderId === null ? undefined : folders.get(parentFolderId)
}
