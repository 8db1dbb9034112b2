import type { CourseId, FileId, FolderId, ImageRow, ReadyPlan } from '@recourse/core'
import { copyFile, listFolderFiles } from '../../files/files.ts'
import { createFolder, findFolderByPath } from '../../files/folders.ts'
import type { CanvasFile } from '../../wire/file.ts'
import type { KeepLock } from './edit-lock.ts'
import type { Editing } from './editing.ts'

/** Where copied images go, below "course files". */
const FOLDER_NAME = 'Canvas Collections'

export interface CopiedFile {
  readonly fileId: FileId
  readonly name: string
  /** It was here already, from an earlier run that did not come to its end. */
  readonly reused: boolean
}

export interface CopySteps {
  readonly keep: KeepLock
  readonly onFile: (done: number, total: number) => void
}

interface FileToCopy {
  readonly sourceId: FileId
  readonly name: string
  readonly sizeBytes: number | null
}

/** Copies what the plan says, one by one, and says by URL of the configuration what each file became. */
export async function copyImages(
  editing: Editing,
  plan: Pick<ReadyPlan, 'images'>,
  { keep, onFile }: CopySteps,
): Promise<Readonly<Record<string, CopiedFile>>> {
  const rows = plan.images.filter(isToCopy)
  const files = distinctFiles(rows)
  if (files.length === 0) return {}
  const folderId = await getOwnFolder(editing)
  const unclaimed = new Set(await listFolderFiles(editing.canvas, folderId, editing.call))
  const copied = new Map<FileId, CopiedFile>()
  for (const file of files) {
    onFile(copied.size, files.length)
    await keep()
    copied.set(file.sourceId, claim(unclaimed, file) ?? (await copyOne(editing, file, folderId)))
  }
  onFile(files.length, files.length)
  return Object.fromEntries(rows.flatMap(({ url, fileId }) => toEntry(url, copied.get(fileId))))
}

function toEntry(url: string, file: CopiedFile | undefined): readonly (readonly [string, CopiedFile])[] {
  return file === undefined ? [] : [[url, file]]
}

type RowToCopy = ImageRow & { readonly fileId: FileId }

function isToCopy(row: ImageRow): row is RowToCopy {
  return row.act === 'copy' && row.fileId !== null
}

function distinctFiles(rows: readonly RowToCopy[]): readonly FileToCopy[] {
  const files = rows.map(({ fileId, fileName, sizeBytes }) => ({ sourceId: fileId, name: fileName ?? '', sizeBytes }))
  return [...new Map(files.map(file => [file.sourceId, file])).values()]
}

async function getOwnFolder({ canvas, courseId, call }: Editing): Promise<FolderId> {
  const existing = await findFolder(canvas, courseId, call)
  if (existing !== undefined) return existing
  return (await createFolder(canvas, courseId, { name: FOLDER_NAME, parent: { path: '/' } }, call)).id
}

async function findFolder(
  canvas: Editing['canvas'],
  courseId: CourseId,
  call: Editing['call'],
): Promise<FolderId | undefined> {
  return (await findFolderByPath(canvas, courseId, FOLDER_NAME, call))?.at(-1)?.id
}

/** A file of the same name (perhaps numbered by Canvas) and size that no other image has claimed. */
function claim(unclaimed: Set<CanvasFile>, { name, sizeBytes }: FileToCopy): CopiedFile | undefined {
  const [found] = [...unclaimed]
    .filter(file => sizeBytes !== null && file.size === sizeBytes && isNumbered(file.displayName, name))
    .toSorted((one, other) => one.displayName.length - other.displayName.length)
  if (found === undefined) return undefined
  unclaimed.delete(found)
  return { fileId: found.id, name: found.displayName, reused: true }
}

/** `map.png` is found as `map.png` and `map-1.png`: so Canvas numbers names that are taken. */
function isNumbered(displayName: string, name: string): boolean {
  if (displayName === name) return true
  const dotAt = name.lastIndexOf('.')
  const [stem, extension] = dotAt < 1 ? [name, ''] : [name.slice(0, dotAt), name.slice(dotAt)]
  if (!displayName.startsWith(`${stem}-`) || !displayName.endsWith(extension)) return false
  return /^\d+$/.test(displayName.slice(stem.length + 1, displayName.length - extension.length))
}

async function copyOne({ canvas, call }: Editing, { sourceId }: FileToCopy, folderId: FolderId): Promise<CopiedFile> {
  const file = await copyFile(canvas, sourceId, { folderId }, call)
  return { fileId: file.id, name: file.displayName, reused: false }
}
