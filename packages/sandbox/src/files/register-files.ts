import { isRestricted, refuseLocked, toRestrictions } from '../blueprint/row-lock.ts'
import { compareNames } from '../collate.ts'
import { getCourse, toRowId } from '../find-course.ts'
import { type Call, forbidden, json, needCaller, route, type SandboxApp } from '../http/call.ts'
import { notFound, refused } from '../http/errors.ts'
import { paginate } from '../http/paginate.ts'
import { flag, includes, instant, integer, list, presentText } from '../http/reading.ts'
import type { Course, StoredFile } from '../model.ts'
import { can, need } from '../rights.ts'
import type { World } from '../world.ts'
import { downloadUrl, fileJson, isListedForStudents, seesAllFiles } from './file-json.ts'
import { registerDownloads } from './register-downloads.ts'
import { registerFolders } from './register-folders.ts'
import { type OnPackage, registerUploads } from './register-uploads.ts'
import { deleteFile, filesIn, filesOf, findFile, quotaOf, settleName } from './store.ts'
import { readOnDuplicate, type UploadSigner } from './uploads.ts'
import { registerUsageRights } from './usage-rights.ts'

export interface FilePorts {
  readonly uploads: UploadSigner
  readonly onPackage: OnPackage
}

/** Files, folders, uploads and downloads (canvas-api §2.5). */
export function registerFiles(app: SandboxApp, world: World, ports: FilePorts): void {
  app.get('/api/v1/courses/:course_id/files', route(world, listOfCourse))
  app.get('/api/v1/courses/:course_id/files/quota', route(world, showQuota))
  app.get('/api/v1/folders/:folder_id/files', route(world, listOfFolder))
  for (const path of ['/api/v1/courses/:course_id/files/:file_id', '/api/v1/files/:file_id']) {
    app.get(path, route(world, show))
    app.put(path, route(world, update))
    app.delete(path, route(world, remove))
  }
  app.get('/api/v1/files/:file_id/public_url', route(world, showPublicUrl))
  registerFolders(app, world)
  registerUsageRights(app, world)
  registerUploads(app, world, ports.uploads, ports.onPackage)
  registerDownloads(app, world)
}

function listOfCourse(call: Call): Response {
  const course = getCourse(call)
  return listFiles(call, course, filesOf(call.world, course.id))
}

function listOfFolder(call: Call): Response {
  const folder = call.world.rows.folders.get(toRowId(call.path('folder_id')) ?? -1)
  const course = folder && call.world.rows.courses.get(folder.courseId)
  if (!folder || !course) throw notFound()
  need(call, course, 'read')
  return listFiles(call, course, filesIn(call.world, folder.id))
}

function listFiles(call: Call, course: Course, files: readonly StoredFile[]): Response {
  const visible = seesAllFiles(call, course) ? files : files.filter(file => isListedForStudents(call, file))
  return paginate(call, sorted(call, visible.filter(asksFor(call))), file => lockedFileJson(call, course, file))
}

/** With what its blueprint forbids, for staff (`setup_master_course_restrictions`). */
function lockedFileJson(call: Call, course: Course, file: StoredFile): Record<string, unknown> {
  const isWhole = !includes(call.params, 'names', 'only') && seesAllFiles(call, course)
  return { ...fileJson(call, file), ...(isWhole && toRestrictions(call.world, course, file)) }
}

const SHORTEST_SEARCH = 2

function asksFor(call: Call): (file: StoredFile) => boolean {
  const term = presentText(call.params, 'search_term')?.toLowerCase()
  if (term !== undefined && term.length < SHORTEST_SEARCH)
    throw refused(`search_term of ${SHORTEST_SEARCH} or more characters is required`)
  const wanted = list(call.params, 'content_types')
  const unwanted = list(call.params, 'exclude_content_types')
  return file =>
    (term === undefined || file.displayName.toLowerCase().includes(term)) &&
    (wanted.length === 0 || wanted.some(type => isOfType(file, type))) &&
    !unwanted.some(type => isOfType(file, type))
}

/** `image` means every image, `image/png` only those. */
function isOfType(file: StoredFile, type: string): boolean {
  return file.contentType === type || file.contentType.startsWith(`${type}/`)
}

const ORDERS: Readonly<Record<string, (a: StoredFile, b: StoredFile) => number>> = {
  name: (a, b) => compareNames(a.displayName, b.displayName),
  size: (a, b) => a.bytes.length - b.bytes.length,
  created_at: (a, b) => a.createdAt.localeCompare(b.createdAt),
  updated_at: (a, b) => a.updatedAt.localeCompare(b.updatedAt),
  content_type: (a, b) => a.contentType.localeCompare(b.contentType),
}

/** By name unless asked otherwise; ties by id, so that pages of a listing never overlap. */
function sorted(call: Call, files: readonly StoredFile[]): StoredFile[] {
  const asked = presentText(call.params, 'sort') ?? 'name'
  const compare = (Object.hasOwn(ORDERS, asked) ? ORDERS[asked] : undefined) ?? ORDERS.name
  const direction = presentText(call.params, 'order') === 'desc' ? -1 : 1
  return files.toSorted((a, b) => direction * (compare?.(a, b) ?? 0) || a.id - b.id)
}

function showQuota(call: Call): Response {
  const course = getCourse(call)
  need(call, course, 'manage_files_add', 'manage_files_edit', 'manage_files_delete')
  const { quota, used } = quotaOf(call.world, course.id)
  return json(call, { quota, quota_used: used })
}

/** The file in the path, and its course; an old id finds what replaced it. */
function getFile(call: Call): { file: StoredFile; course: Course } {
  const file = findFile(call.world, toRowId(call.path('file_id')) ?? -1)
  const course = file && call.world.rows.courses.get(file.courseId)
  if (!file || !course || course.workflowState === 'deleted') throw notFound()
  const asked = call.path('course_id')
  if (asked !== '' && getCourse(call).id !== course.id) throw notFound()
  return { file, course }
}

function show(call: Call): Response {
  const sent = findSentPackage(call)
  if (sent) return json(call, fileJson(call, sent))
  const { file, course } = getFile(call)
  if (!can(call, course, 'read')) throw forbidden(call)
  return json(call, lockedFileJson(call, course, file))
}

/** An uploaded package belongs to its migration: whoever may add content to that course may see it, by its bare id. */
function findSentPackage(call: Call): StoredFile | undefined {
  const file = call.path('course_id') === '' ? findFile(call.world, toRowId(call.path('file_id')) ?? -1) : undefined
  const migration = [...call.world.rows.migrations.values()].find(row => file && row.attachmentId === file.id)
  const course = migration && call.world.rows.courses.get(migration.courseId)
  return course && can(call, course, 'manage_course_content_add') ? file : undefined
}

function showPublicUrl(call: Call): Response {
  const { file, course } = getFile(call)
  needCaller(call)
  need(call, course, 'read')
  const url = new URL(downloadUrl(call, file))
  url.searchParams.set('verifier', file.uuid)
  return json(call, { public_url: String(url) })
}

function update(call: Call): Response {
  const { file, course } = getFile(call)
  need(call, course, 'manage_files_edit')
  const onDuplicate = readUpdateDuplicate(call)
  const name = presentText(call.params, 'name') ?? file.displayName
  refuseLocked(file, { content: { display_name: file.displayName } }, { content: { display_name: name } })
  move(call, file)
  rename(call, file)
  restrict(call, file)
  settleUpdate(call, file, onDuplicate)
  file.updatedAt = call.world.nowIso()
  return json(call, fileJson(call, file))
}

/** Without a wish, a name that is taken is refused (files_controller: 409 "file already exists; use on_duplicate …"). */
function readUpdateDuplicate(call: Call) {
  return presentText(call.params, 'on_duplicate') === undefined ? undefined : readOnDuplicate(call.params)
}

function move(call: Call, file: StoredFile): void {
  const id = integer(call.params, 'parent_folder_id')
  if (id === undefined) return
  const folder = call.world.rows.folders.get(id)
  if (!folder || folder.courseId !== file.courseId) throw notFound()
  refuseTaken(call, file, folder.id, presentText(call.params, 'name') ?? file.displayName)
  file.folderId = folder.id
}

function rename(call: Call, file: StoredFile): void {
  const name = presentText(call.params, 'name')
  if (name === undefined) return
  refuseTaken(call, file, file.folderId, name)
  file.displayName = name
}

function refuseTaken(call: Call, file: StoredFile, folderId: number, name: string): void {
  if (readUpdateDuplicate(call) !== undefined) return
  const isTaken = filesIn(call.world, folderId).some(other => other !== file && other.displayName === name)
  if (isTaken) throw refused('file already exists; use on_duplicate to overwrite or rename', 409)
}

function settleUpdate(call: Call, file: StoredFile, onDuplicate: 'overwrite' | 'rename' | undefined): void {
  if (onDuplicate !== undefined) settleName(call.world, file, onDuplicate)
}

function restrict(call: Call, file: StoredFile): void {
  file.locked = flag(call.params, 'locked') ?? file.locked
  file.hidden = flag(call.params, 'hidden') ?? file.hidden
  const lockAt = instant(call.params, 'lock_at')
  const unlockAt = instant(call.params, 'unlock_at')
  if (lockAt !== undefined) file.lockAt = lockAt
  if (unlockAt !== undefined) file.unlockAt = unlockAt
}

function remove(call: Call): Response {
  const { file, course } = getFile(call)
  need(call, course, 'manage_files_delete')
  if (isRestricted(file)) throw forbidden(call)
  deleteFile(call.world, file)
  return json(call, fileJson(call, file))
}
