import { migrationTicket, offerUpload, type UploadOffer } from '../files/uploads.ts'
import { type Call, needCaller } from '../http/call.ts'
import { refused } from '../http/errors.ts'
import type { Params } from '../http/params.ts'
import { integer, nested, presentText } from '../http/reading.ts'
import type { ContentMigration, Course, StoredFile } from '../model.ts'
import type { World } from '../world.ts'
import type { Copies } from './copies.ts'
import type { CoursePackage } from './course-package.ts'
import { createMigration } from './create-migration.ts'
import { filterPackage } from './filter-package.ts'
import type { Migrator } from './migration-json.ts'
import { findPackageFile, type ReadCartridge, readPackage } from './packages.ts'
import { getSource, packCourse, sourceWritten, type Wishes } from './read-plan.ts'
import { failMigration, startMigration } from './run-migration.ts'
import { EVERYTHING } from './selection.ts'

/** Where migrations are taken in: what the routes of copies, imports and uploads share. */
export interface MigrationDesk {
  readonly world: World
  readonly copies: Copies
  /** What was asked of a migration, until it has run. */
  readonly wishes: Map<number, Wishes>
  /** Content export → the file it made. */
  readonly exportFiles: Map<number, number>
  readonly readCartridge: ReadCartridge
}

export function createDesk(world: World, copies: Copies, readCartridge: ReadCartridge): MigrationDesk {
  return { world, copies, wishes: new Map(), exportFiles: new Map(), readCartridge }
}

/** The source is read when the copy's turn comes, so that a queued copy takes along what is there by then. */
export function createCopy(call: Call, desk: MigrationDesk, course: Course, wishes: Wishes): ContentMigration {
  const source = getSource(call, sourceWritten(call.params))
  const migration = createMigration(desk.world, {
    courseId: course.id,
    userId: needCaller(call).id,
    type: 'course_copy_importer',
    sourceCourseId: source.id,
  })
  desk.wishes.set(migration.id, wishes)
  if (wishes.isSelective) waitForChoice(migration)
  else startCopy(desk, migration, wishes)
  return migration
}

function waitForChoice(migration: ContentMigration): void {
  migration.state = 'exported'
  migration.settings.import_immediately = false
}

function startCopy({ world, copies }: MigrationDesk, migration: ContentMigration, wishes: Wishes): void {
  const { choices, selection } = wishes
  const pack = () => packCourse(world, needSource(world, migration), selection)
  startMigration(world, copies, migration, { pack, choices, sync: null })
}

function needSource(world: World, migration: ContentMigration): Course {
  const source = world.rows.courses.get(migration.sourceCourseId ?? -1)
  if (!source || source.workflowState === 'deleted') throw new Error('The source course is gone.')
  return source
}

export interface NewImport {
  readonly course: Course
  readonly type: Migrator['type']
  readonly wishes: Wishes
}

export interface CreatedImport {
  readonly migration: ContentMigration
  readonly preAttachment: UploadOffer | undefined
}

/** A package: to be uploaded (`pre_attachment`), or one that this Canvas already holds. */
export function createImport(call: Call, desk: MigrationDesk, { course, type, wishes }: NewImport): CreatedImport {
  const offered = nested(call.params, 'pre_attachment')
  const isOffered = offered !== undefined && presentText(offered, 'name') !== undefined
  const isNamed = ['file_url', 'content_export_id'].some(
    name => presentText(call.params, 'settings', name) !== undefined,
  )
  const folderId = type === 'zip_file_importer' ? zipFolderId(call, course) : undefined
  if (!isOffered && !isNamed) throw refused('File upload, file_url, or content_export_id is required')
  const userId = needCaller(call).id
  const migration = createMigration(desk.world, { courseId: course.id, userId, type, sourceCourseId: null })
  if (folderId !== undefined) migration.settings.folder_id = folderId
  desk.wishes.set(migration.id, wishes)
  if (isOffered) return { migration, preAttachment: offerPackage(call, desk, migration, offered) }
  const file = findPackageFile(call, desk.exportFiles)
  if (file) receivePackage(desk, migration.id, file)
  else failMigration(desk.world, migration)
  return { migration, preAttachment: undefined }
}

/** Where a plain archive is unpacked (`ZipImporterValidator`). */
function zipFolderId(call: Call, course: Course): number {
  const id = integer(call.params, 'settings', 'folder_id')
  if (id === undefined) throw refused('A .zip upload requires a folder to upload to.')
  if (call.world.rows.folders.get(id)?.courseId !== course.id)
    throw refused("The specified folder couldn't be found in this course.")
  return id
}

export function offerPackage(
  call: Call,
  desk: MigrationDesk,
  migration: ContentMigration,
  params: Params,
): UploadOffer {
  migration.state = 'pre_processing'
  migration.startedAt = call.world.nowIso()
  return offerUpload(
    call.world,
    call.origin,
    desk.copies.uploads,
    migrationTicket(params, migration.id, call.caller?.id ?? null),
  )
}

/** The package has arrived: it is unpacked in its turn. */
export function receivePackage(desk: MigrationDesk, migrationId: number, file: StoredFile): void {
  const migration = desk.world.rows.migrations.get(migrationId)
  const wishes = desk.wishes.get(migrationId)
  if (!migration || !wishes) return
  migration.attachmentId = file.id
  migration.state = 'pre_processed'
  if (wishes.isSelective) waitForChoice(migration)
  else startImport(desk, migration, wishes)
}

function startImport(desk: MigrationDesk, migration: ContentMigration, wishes: Wishes): void {
  const { choices, selection } = wishes
  const pack = async () => filterPackage(await readPackage(desk.world, migration, desk.readCartridge), selection)
  startMigration(desk.world, desk.copies, migration, { pack, choices, sync: null })
}

/** The choice a selective migration has waited for; dates are those asked for last. */
export function choose(desk: MigrationDesk, migration: ContentMigration, asked: Wishes): void {
  const before = desk.wishes.get(migration.id)
  const choices = asked.choices.dateShift || !before ? asked.choices : before.choices
  const wishes: Wishes = { ...asked, isSelective: false, choices }
  desk.wishes.set(migration.id, wishes)
  if (migration.type === 'course_copy_importer') startCopy(desk, migration, wishes)
  else startImport(desk, migration, wishes)
}

/** All that a migration could take along. */
export async function contentOf(desk: MigrationDesk, migration: ContentMigration): Promise<CoursePackage> {
  if (migration.type !== 'course_copy_importer') return readPackage(desk.world, migration, desk.readCartridge)
  return packCourse(desk.world, needSource(desk.world, migration), EVERYTHING)
}
