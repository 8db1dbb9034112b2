import { leftOutWarning, unpackCartridge } from '../cartridge/index.ts'
import { contentTypeOf } from '../files/content-type.ts'
import { folderPath } from '../files/folders.ts'
import { findFile } from '../files/store.ts'
import { toRowId } from '../find-course.ts'
import type { Call } from '../http/call.ts'
import { presentText } from '../http/reading.ts'
import type { ContentMigration, StoredFile } from '../model.ts'
import type { World } from '../world.ts'
import type { CoursePackage, PackagedFile } from './course-package.ts'
import { md5 } from './migration-id.ts'

/** Reads an export package (`.imscc`); throws when it is none. */
export type ReadCartridge = (bytes: Uint8Array) => Promise<CoursePackage>

/** The package of a migration. Its source is named only if this Canvas made it and still has the course (canvas-api §2.7). */
export async function readPackage(
  world: World,
  migration: ContentMigration,
  readCartridge: ReadCartridge,
): Promise<CoursePackage> {
  const file = world.rows.files.get(migration.attachmentId ?? -1)
  if (!file) throw new Error('The package is gone.')
  if (migration.type === 'zip_file_importer') return zipPackage(world, migration, file.bytes)
  const content = await readCartridge(file.bytes)
  const isCanvas = migration.type === 'canvas_cartridge_importer'
  const isKnown = isCanvas && content.sourceCourseId !== null && world.rows.courses.has(content.sourceCourseId)
  return isKnown ? content : { ...content, sourceCourseId: null }
}

/** Plain files below a folder of the course; they are nothing that a later copy would know again. */
async function zipPackage(world: World, migration: ContentMigration, bytes: Uint8Array): Promise<CoursePackage> {
  const folder = world.rows.folders.get(Number(migration.settings.folder_id))
  const above = folder ? folderPath(world, folder) : []
  const { files, leftOut } = await unpackCartridge(bytes)
  const warnings = leftOut.map(leftOutWarning)
  return { ...EMPTY, warnings, files: [...files].map(([path, content]) => zipFile(path, content, above)) }
}

function zipFile(path: string, bytes: Uint8Array, above: readonly string[]): PackagedFile {
  const names = path.split('/').filter(name => name !== '')
  const displayName = names.at(-1) ?? path
  const free = { locked: false, hidden: false, lockAt: null, unlockAt: null, usageRights: null, clonedItemId: null }
  const folderPath = [...above, ...names.slice(0, -1)]
  return {
    ...free,
    migrationId: `z${md5(path)}`,
    folderPath,
    displayName,
    bytes,
    contentType: contentTypeOf(displayName),
  }
}

const EMPTY: CoursePackage = {
  sourceCourseId: null,
  settings: null,
  syllabusBody: null,
  folders: [],
  files: [],
  pages: [],
  activities: [],
  assignmentGroups: [],
  modules: [],
  warnings: [],
}

/**
 * A package that is already here: `settings[content_export_id]`, or a `settings[file_url]` of this very Canvas.
 * The sandbox fetches nothing from elsewhere: such a migration has no file and fails.
 */
export function findPackageFile(call: Call, exportFiles: ReadonlyMap<number, number>): StoredFile | undefined {
  const exportId = toRowId(presentText(call.params, 'settings', 'content_export_id') ?? '')
  const fileId = exportId === undefined ? fileIdIn(call) : exportFiles.get(exportId)
  return fileId === undefined ? undefined : findFile(call.world, fileId)
}

function fileIdIn(call: Call): number | undefined {
  const address = presentText(call.params, 'settings', 'file_url')
  if (address === undefined || !URL.canParse(address)) return undefined
  const url = new URL(address)
  const id = /\/files\/(\d+)(?:\/|$)/.exec(url.pathname)?.[1]
  if (url.origin !== call.origin || id === undefined) return undefined
  const file = findFile(call.world, Number(id))
  return file && url.searchParams.get('verifier') === file.uuid ? file.id : undefined
}
