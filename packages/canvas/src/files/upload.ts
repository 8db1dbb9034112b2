import type { CourseId } from '@recourse/core'
import type { Canvas } from '../canvas.ts'
import { CanvasError } from '../canvas-error.ts'
import { apiPath } from '../http/api-path.ts'
import { readOne, validate } from '../http/listing.ts'
import { parseJson } from '../http/reply-text.ts'
import type { CallOptions, CanvasRequest } from '../http/request.ts'
import { type CanvasFile, file } from '../wire/file.ts'
import { type Shape, tryShape } from '../wire/shape.ts'
import { type NewFile, type UploadTarget, uploadBody, uploadConfirmation, uploadTarget } from '../wire/upload.ts'
import { type TransferReply, toTransferUrl, transfer } from './transfer.ts'

/** The three steps of an upload (Canvas: *Uploading Files*). */
export type UploadStep = 'announced' | 'sent' | 'confirmed'

export interface UploadOptions extends CallOptions {
  readonly onStep?: (step: UploadStep) => void
}

/** A confirmation is a small JSON document. */
const MAX_CONFIRMATION_BYTES = 1024 * 1024

/**
 * Uploads a file into a course: announce it, send the bytes to where Canvas says, confirm. Overwriting makes a new
 * id. `refused` where the quota is exceeded. After an unclear failure the file may be there (`mayHaveActed`).
 */
export async function uploadFile(
  canvas: Canvas,
  courseId: CourseId,
  input: NewFile,
  options: UploadOptions = {},
): Promise<CanvasFile> {
  const task = `upload a file into course ${courseId}`
  const announcement = { method: 'POST', url: apiPath`/courses/${courseId}/files`, body: uploadBody(input) } as const
  const target = await readOne(canvas, uploadTarget, { ...announcement, task, options })
  options.onStep?.('announced')
  return sendUpload(canvas, target, { task, file: input, schema: file, options })
}

export interface Upload<T> {
  readonly task: string
  readonly file: Pick<NewFile, 'name' | 'content'>
  readonly schema: Shape<T>
  readonly options: UploadOptions
}

/** Steps two and three, for whatever was announced. */
export async function sendUpload<T>(canvas: Canvas, target: UploadTarget, upload: Upload<T>): Promise<T> {
  const request: CanvasRequest = { method: 'POST', url: target.url, task: upload.task, options: upload.options }
  const reply = await transfer(canvas, {
    request,
    url: toTransferUrl(canvas, target.url, request),
    body: toForm(target, upload.file),
    maxBytes: MAX_CONFIRMATION_BYTES,
  })
  upload.options.onStep?.('sent')
  const result = await confirm(canvas, reply, { ...upload, request })
  upload.options.onStep?.('confirmed')
  return result
}

/** Every field in the given order, the file last: the storage ignores what comes after it. */
function toForm(target: UploadTarget, { name, content }: Upload<unknown>['file']): FormData {
  const form = new FormData()
  for (const [field, value] of target.fields) form.append(field, value)
  form.append(target.fileField, content, name)
  return form
}

type Sent<T> = Upload<T> & { readonly request: CanvasRequest }

/** Storage answers 3xx or 201 with a `Location` to ask, 201 with it in the body (browsers), or with the file itself. */
async function confirm<T>(canvas: Canvas, reply: TransferReply, sent: Sent<T>): Promise<T> {
  if (reply.isOpaqueRedirect || reply.status >= 400) throw notStored(reply, sent)
  const json = parseJson(new TextDecoder().decode(reply.bytes))
  const location = reply.headers.get('location') ?? findLocation(json.ok ? json.value : undefined)
  if (location !== null) return askAt(canvas, location, sent)
  if (json.ok) return validate(sent.schema, json.value, sent.request)
  throw notStored(reply, sent)
}

function findLocation(json: unknown): string | null {
  return tryShape(uploadConfirmation, json)?.location ?? null
}

/** With the token where the address is Canvas's own; elsewhere without anything. */
async function askAt<T>(canvas: Canvas, location: string, sent: Sent<T>): Promise<T> {
  const { task, options, schema, request } = sent
  const url = toTransferUrl(canvas, location, request)
  if (url.origin === canvas.origin) return readOne(canvas, schema, { url: url.href, task, options })
  const ask: CanvasRequest = { url: url.href, task, options }
  const reply = await transfer(canvas, { request: ask, url, maxBytes: MAX_CONFIRMATION_BYTES })
  const json = parseJson(new TextDecoder().decode(reply.bytes))
  if (reply.status >= 300 || !json.ok) throw notStored(reply, sent)
  return validate(schema, json.value, request)
}

function notStored(reply: TransferReply, { task }: Sent<unknown>): CanvasError {
  const facts = { task, status: reply.status, mayHaveActed: true }
  return reply.status === 413
    ? new CanvasError('too-large', `the storage does not take a file of this size (HTTP ${reply.status}).`, facts)
    : new CanvasError(
        'down',
        `the storage did not confirm it (HTTP ${reply.status}). Look before you repeat it.`,
        facts,
      )
}
