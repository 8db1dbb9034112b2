import { isRestricted } from '../blueprint/row-lock.ts'
import type { StoredFile } from '../model.ts'
import { filesByCourse, itemsByContent } from '../owned-rows.ts'
import type { World } from '../world.ts'
import { contentTypeOf } from './content-type.ts'

export interface NewFile extends Partial<Omit<StoredFile, 'id' | 'courseId' | 'folderId' | 'displayName' | 'bytes'>> {
  readonly courseId: number
  readonly folderId: number
  readonly displayName: string
  readonly bytes: Uint8Array
}

export type OnDuplicate = 'overwrite' | 'rename'

/** Files that belong to a migration or an export instead of a course: they are in no folder and no list. */
export const NO_COURSE = { courseId: 0, folderId: 0 } as const

/** A new file, without a look at namesakes: {@link settleName} does that. */
export function createFile(world: World, file: NewFile): StoredFile {
  const now = world.nowIso()
  const row: StoredFile = {
    uuid: world.randomText(),
    filename: toFilename(file.displayName),
    contentType: contentTypeOf(file.displayName),
    state: 'available',
    replacedById: null,
    clonedItemId: null,
    migrationId: null,
    blueprintLock: null,
    locked: false,
    hidden: false,
    lockAt: null,
    unlockAt: null,
    usageRights: null,
    createdAt: now,
    updatedAt: now,
    ...file,
    id: world.nextId('files'),
  }
  world.rows.files.set(row.id, row)
  return row
}

/** The name as Canvas keeps it in `filename`: form-encoded (`a b.png` → `a+b.png`). */
export function toFilename(name: string): string {
  return new URLSearchParams({ '': name }).toString().slice(1)
}

export function filesOf(world: World, courseId: number): StoredFile[] {
  return filesByCourse.of(world.rows.files, courseId).filter(file => file.state === 'available')
}

export function filesIn(world: World, folderId: number): StoredFile[] {
  const courseId = world.rows.folders.get(folderId)?.courseId ?? NO_COURSE.courseId
  return filesOf(world, courseId).filter(file => file.folderId === folderId)
}

/**
 * After a file took its place or its name: a namesake in the folder is replaced, or the file is renamed, as it is where a
 * blueprint locks the namesake (`Attachment#handle_duplicates`).
 */
export function settleName(world: World, file: StoredFile, onDuplicate: OnDuplicate): void {
  const namesakes = filesIn(world, file.folderId).filter(other => other !== file)
  const isTaken = namesakes.some(other => other.displayName === file.displayName && isRestricted(other))
  if (onDuplicate === 'rename' || isTaken) {
    file.displayName = freeName(
      file.displayName,
      namesakes.map(other => other.displayName),
    )
    return
  }
  for (const other of namesakes) if (other.displayName === file.displayName) replaceFile(world, other, file)
}

/** The old id goes on resolving to its successor, also through a chain, and module items move over to it. */
function replaceFile(world: World, old: StoredFile, successor: StoredFile): void {
  old.state = 'deleted'
  old.replacedById = successor.id
  for (const file of world.rows.files.values()) if (file.replacedById === old.id) file.replacedById = successor.id
  for (const item of itemsByContent.of(world.rows.moduleItems, old.id)) {
    if (item.type !== 'File') continue
    item.contentId = successor.id
    itemsByContent.moved(world.rows.moduleItems, item, old.id)
  }
}

const EXTENSIONS = /(?:\.[A-Za-z][A-Za-z0-9]*)*\.[A-Za-z0-9]*$/

/** First free of `name.ext`, `name-1.ext`, `name-2.ext` … (`Attachment.make_unique_filename`). */
export function freeName(name: string, taken: Iterable<string>): string {
  const names = new Set(taken)
  const extension = EXTENSIONS.exec(name)?.[0] ?? ''
  const stem = name.slice(0, name.length - extension.length)
  let free = name
  for (let count = 1; names.has(free); count += 1) free = `${stem}-${count}${extension}`
  return free
}

/** The file that an id stands for today: itself, or what replaced it in its course. */
export function findFile(world: World, id: number): StoredFile | undefined {
  const row = world.rows.files.get(id)
  if (!row || row.state === 'available') return row
  if (row.replacedById === null) return undefined
  const successor = world.rows.files.get(row.replacedById)
  return successor?.state === 'available' ? successor : undefined
}

export function deleteFile(world: World, file: StoredFile): void {
  file.state = 'deleted'
  file.updatedAt = world.nowIso()
  for (const item of itemsByContent.of(world.rows.moduleItems, file.id)) {
    if (item.type === 'File') item.state = 'deleted'
  }
}

const MEGABYTE = 1_048_576
const DEFAULT_QUOTA_MB = 500

/** Bytes a course may hold and holds. */
export function quotaOf(world: World, courseId: number): { quota: number; used: number } {
  const asked = Number(world.rows.courses.get(courseId)?.settings.storage_quota_mb)
  const used = filesOf(world, courseId).reduce((sum, file) => sum + file.bytes.length, 0)
  return { quota: (asked > 0 ? asked : DEFAULT_QUOTA_MB) * MEGABYTE, used }
}
