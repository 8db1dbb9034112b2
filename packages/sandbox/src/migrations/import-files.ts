import { ensureFolder, findFolderLine } from '../files/folders.ts'
import { createFile, settleName } from '../files/store.ts'
import type { StoredFile } from '../model.ts'
import { filesByCourse } from '../owned-rows.ts'
import type { World } from '../world.ts'
import type { PackagedFile, PackagedFolder } from './course-package.ts'
import type { ImportRun } from './import-run.ts'

/** Restrictions of folders that are made by this copy; a folder that is there keeps its own. */
export function importFolder(run: ImportRun, folder: PackagedFolder): void {
  const { world, destination } = run
  if (findFolderLine(world, destination.id, folder.path)) return
  const row = ensureFolder(world, destination.id, folder.path)
  const { locked, hidden, lockAt, unlockAt } = folder
  Object.assign(row, { locked, hidden, lockAt, unlockAt })
  run.imported.folders.push(row)
}

/**
 * `Attachment#clone_for`: the copy made earlier of the same file is overwritten, keeps its id and its own restrictions,
 * and comes back if it was deleted; else a new file. An unrelated namesake stays and the incoming file is renamed (canvas-api §3.5).
 * A file out of a cartridge has no lineage: it is unpacked, and replaces its namesake (`UnzipAttachment`).
 */
export function importFile(run: ImportRun, file: PackagedFile): void {
  const { world, destination } = run
  const folder = ensureFolder(world, destination.id, file.folderPath)
  const existing = findEarlierCopy(run, file)
  if (existing && run.sync?.keepsLocalChange(file.migrationId, existing)) return
  const place = { courseId: destination.id, folderId: folder.id }
  const row = existing ?? createFile(world, { ...contentOf(file), ...restrictionsOf(file), ...place })
  if (existing) overwrite(run, existing, file, folder.id)
  row.migrationId = file.migrationId
  if (run.sync) row.blueprintLock = run.sync.lockOf(file.migrationId)
  run.copied.files.set(file.migrationId, row)
  settleName(world, row, file.clonedItemId === null ? 'overwrite' : 'rename')
  run.imported.files.push(row)
}

function findEarlierCopy(run: ImportRun, file: PackagedFile): StoredFile | undefined {
  if (run.sync) return run.copied.files.get(file.migrationId)
  if (file.clonedItemId === null) return undefined
  const relatives = relativesOf(run.world, run.destination.id, file)
  return relatives.find(row => row.state === 'available') ?? relatives[0]
}

/** Copies of the same original, unless another source gave them another key. */
function relativesOf(world: World, courseId: number, file: PackagedFile): StoredFile[] {
  return filesByCourse
    .of(world.rows.files, courseId)
    .filter(
      row =>
        row.clonedItemId === file.clonedItemId && (row.migrationId === null || row.migrationId === file.migrationId),
    )
}

function overwrite(run: ImportRun, row: StoredFile, file: PackagedFile, folderId: number): void {
  Object.assign(row, contentOf(file), {
    folderId,
    state: 'available',
    replacedById: null,
    updatedAt: run.world.nowIso(),
  })
  if (run.sync) Object.assign(row, restrictionsOf(file))
}

function contentOf(file: PackagedFile) {
  const { displayName, contentType, bytes, usageRights, clonedItemId } = file
  return { displayName, contentType, bytes, usageRights, clonedItemId }
}

function restrictionsOf(file: PackagedFile) {
  const { locked, hidden, lockAt, unlockAt } = file
  return { locked, hidden, lockAt, unlockAt }
}
