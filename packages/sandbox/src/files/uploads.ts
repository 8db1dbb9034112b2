import type { Call } from '../http/call.ts'
import { refused } from '../http/errors.ts'
import type { Params } from '../http/params.ts'
import { integer, list, presentText } from '../http/reading.ts'
import type { Course, Folder, StoredFile } from '../model.ts'
import type { World } from '../world.ts'
import { contentTypeOf } from './content-type.ts'
import { ensureFolder, toFolderNames } from './folders.ts'
import type { Signer } from './signed.ts'
import { createFile, NO_COURSE, type OnDuplicate, quotaOf, settleName } from './store.ts'

/** What is promised in step 1 of an upload and redeemed in step 2. */
export interface UploadTicket {
  /** Who asked for it: the bytes come without credentials. */
  readonly userId: number | null
  readonly courseId: number
  readonly folderId: number
  /** The migration that waits for this file; such a file is in no folder of the course. */
  readonly migrationId: number | null
  readonly name: string
  readonly contentType: string
  readonly size: number | undefined
  readonly onDuplicate: OnDuplicate
  readonly include: readonly string[]
}

export type UploadSigner = Signer<UploadTicket>

const LIFETIME_MS = 30 * 60 * 1000

/** Step 1's reply: an address, and the fields to send there before the file (doc/api/file_uploads.md). */
export interface UploadOffer {
  readonly upload_url: string
  readonly upload_params: Readonly<Record<string, string>>
  readonly file_param: 'file'
  /** Only the fetching of an address takes time. */
  readonly progress: null
}

export function offerUpload(world: World, origin: string, signer: UploadSigner, ticket: UploadTicket): UploadOffer {
  const token = signer.sign(ticket, world.nowMs() + LIFETIME_MS)
  return {
    upload_url: `${origin}/files_api?token=${token}`,
    upload_params: { filename: ticket.name, content_type: ticket.contentType },
    file_param: 'file',
    progress: null,
  }
}

/** Reads step 1's arguments (`name, size, content_type, parent_folder_id|path, on_duplicate`); throws Canvas's refusals. */
export function readTicket(call: Call, course: Course, params: Params, folder: Folder | undefined): UploadTicket {
  const onDuplicate = readOnDuplicate(params)
  const size = integer(params, 'size')
  const { quota, used } = quotaOf(call.world, course.id)
  if (size !== undefined && used + size > quota) throw refused('file size exceeds quota')
  const userId = call.caller?.id ?? null
  return {
    ...readDescription(params),
    ...place(call, course, params, folder),
    ...{ userId, courseId: course.id, size, onDuplicate },
  }
}

/** A package for a migration: the same promise, but it lands outside the course's folders. */
export function migrationTicket(params: Params, migrationId: number, userId: number | null): UploadTicket {
  const size = integer(params, 'size')
  return { ...readDescription(params), ...NO_COURSE, ...{ userId, migrationId, size, onDuplicate: 'rename' } }
}

function readDescription(params: Params) {
  const name = presentText(params, 'name') ?? presentText(params, 'filename') ?? ''
  const contentType = presentText(params, 'content_type') ?? contentTypeOf(name)
  return { name, contentType, include: list(params, 'success_include') }
}

function place(call: Call, course: Course, params: Params, folder: Folder | undefined) {
  return { folderId: (folder ?? uploadFolder(call.world, course, params)).id, migrationId: null }
}

export function readOnDuplicate(params: Params): OnDuplicate {
  const asked = presentText(params, 'on_duplicate')
  if (asked === undefined || asked === 'overwrite') return 'overwrite'
  if (asked === 'rename') return 'rename'
  throw refused('invalid on_duplicate option')
}

/** Where Canvas puts what nobody gave a place. */
export const UNFILED = 'unfiled'

/** The folder that was asked for, made where missing; without a wish Canvas files the upload under "unfiled". */
export function uploadFolder(world: World, course: Course, params: Params): Folder {
  const id = integer(params, 'parent_folder_id')
  const path = presentText(params, 'parent_folder_path') ?? presentText(params, 'folder')
  if (id !== undefined && path !== undefined) throw refused("Can't set folder path and folder id")
  const byId = id === undefined ? undefined : world.rows.folders.get(id)
  if (byId?.courseId === course.id) return byId
  return ensureFolder(world, course.id, path === undefined ? [UNFILED] : toFolderNames(path))
}

/** Step 2: the bytes arrive. A file to be confirmed by redirect stays invisible until its address is visited. */
export async function receiveUpload(world: World, ticket: UploadTicket, file: File): Promise<StoredFile> {
  const isConfirmed = world.flags.uploadConfirm === 'created' || ticket.migrationId !== null
  const row = createFile(world, {
    courseId: ticket.courseId,
    folderId: ticket.folderId,
    displayName: ticket.name === '' ? file.name : ticket.name,
    contentType: ticket.contentType,
    bytes: new Uint8Array(await file.arrayBuffer()),
    state: isConfirmed ? 'available' : 'deleted',
  })
  if (isConfirmed) settleUpload(world, row, ticket.onDuplicate)
  return row
}

/** The new file takes its name in its folder. */
export function settleUpload(world: World, file: StoredFile, onDuplicate: OnDuplicate): void {
  file.state = 'available'
  if (file.courseId !== NO_COURSE.courseId) settleName(world, file, onDuplicate)
}
