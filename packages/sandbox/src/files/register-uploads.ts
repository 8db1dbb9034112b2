import { findCourse, getCourse, toRowId } from '../find-course.ts'
import { type Call, json, route, type SandboxApp } from '../http/call.ts'
import { ApiError, notFound, refused } from '../http/errors.ts'
import { presentText } from '../http/reading.ts'
import type { Folder, StoredFile } from '../model.ts'
import { need } from '../rights.ts'
import type { World } from '../world.ts'
import { fileJson } from './file-json.ts'
import {
  offerUpload,
  readOnDuplicate,
  readTicket,
  receiveUpload,
  settleUpload,
  type UploadSigner,
  type UploadTicket,
} from './uploads.ts'

/** Called when a package for a migration has arrived. */
export type OnPackage = (migrationId: number, file: StoredFile) => void

/** The three steps of an upload (canvas-api §2.5): offer, bytes, confirmation. */
export function registerUploads(app: SandboxApp, world: World, signer: UploadSigner, onPackage: OnPackage): void {
  app.post(
    '/api/v1/courses/:course_id/files',
    route(world, call => offer(call, signer, undefined)),
  )
  app.post(
    '/api/v1/folders/:folder_id/files',
    route(world, call => offer(call, signer, getFolder(call))),
  )
  app.post(
    '/files_api',
    route(world, call => receive(call, signer, onPackage)),
  )
  app.on(['GET', 'POST'], '/api/v1/files/:file_id/create_success', route(world, confirm))
}

function getFolder(call: Call): Folder {
  const folder = call.world.rows.folders.get(toRowId(call.path('folder_id')) ?? -1)
  if (!folder) throw notFound()
  return folder
}

function offer(call: Call, signer: UploadSigner, folder: Folder | undefined): Response {
  const course = folder ? findCourse(call.world, String(folder.courseId)) : getCourse(call)
  if (!course) throw notFound()
  need(call, course, 'manage_files_add')
  const address = presentText(call.params, 'url')
  // Canvas would fetch the address; the sandbox never leaves its own house.
  if (address !== undefined) throw refused('file could not be fetched')
  return json(call, offerUpload(call.world, call.origin, signer, readTicket(call, course, call.params, folder)))
}

async function receive(call: Call, signer: UploadSigner, onPackage: OnPackage): Promise<Response> {
  const ticket = signer.read(presentText(call.params, 'token') ?? '', call.world.nowMs())
  if (!ticket) throw new ApiError(403, { message: 'Invalid or expired upload token' })
  const file = readUpload(call, { filename: ticket.name, content_type: ticket.contentType })
  const row = await receiveUpload(call.world, ticket, file)
  if (ticket.migrationId !== null) onPackage(ticket.migrationId, row)
  return row.state === 'available' ? created(call, row, ticket) : redirected(call, row, ticket.onDuplicate)
}

/** The store is another party: it refuses a Canvas token, missing or changed fields, and a file that is not last. */
function readUpload(call: Call, expected: Readonly<Record<string, string>>): File {
  if (call.request.headers.has('authorization')) throw refused('Only one auth mechanism allowed')
  for (const [name, value] of Object.entries(expected)) {
    if ((call.params[name] ?? '') !== value) throw refused(`upload parameter ${name} is missing or was changed`)
  }
  const file = call.params.file
  if (!(file instanceof File)) throw refused('file is missing')
  if (Object.keys(call.params).at(-1) !== 'file') throw refused('file must be the last parameter')
  return file
}

/** The store passes on what Canvas told it of the file, and where its record is: clients read either. */
function created(call: Call, row: StoredFile, { userId, include }: UploadTicket): Response {
  const query = ['enhanced_preview_url', ...include].map(word => `include%5B%5D=${encodeURIComponent(word)}`).join('&')
  const location = `${call.origin}/api/v1/files/${row.id}?${query}`
  const uploader = { ...call, caller: call.world.rows.users.get(userId ?? -1) ?? null }
  const body = { ...fileJson(uploader, row), instfs_uuid: row.uuid, location }
  return json(call, body, { status: 201, headers: { Location: location } })
}

function redirected(call: Call, row: StoredFile, onDuplicate: string): Response {
  const query = `uuid=${row.uuid}&on_duplicate=${onDuplicate}`
  const location = `${call.origin}/api/v1/files/${row.id}/create_success?${query}`
  return new Response(null, { status: 303, headers: { Location: location } })
}

function confirm(call: Call): Response {
  const row = call.world.rows.files.get(toRowId(call.path('file_id')) ?? -1)
  if (!row || row.uuid !== presentText(call.params, 'uuid')) throw refused('file not found')
  const course = findCourse(call.world, String(row.courseId))
  if (course) need(call, course, 'manage_files_add')
  if (row.state === 'deleted' && row.replacedById === null) settleUpload(call.world, row, readOnDuplicate(call.params))
  return json(call, fileJson(call, row))
}
