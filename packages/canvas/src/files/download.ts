import type { Canvas } from '../canvas.ts'
import { CanvasError } from '../canvas-error.ts'
import type { CallOptions } from '../http/request.ts'
import type { CanvasFile } from '../wire/file.ts'
import { toTransferUrl, transfer } from './transfer.ts'

const MAX_DOWNLOAD_BYTES = 512 * 1024 * 1024

/** The bytes of a file, from the address Canvas gave for it (which carries its own permission), never with the token. */
export async function downloadFile(
  canvas: Canvas,
  file: Pick<CanvasFile, 'id' | 'url'>,
  options?: CallOptions & { readonly maxBytes?: number },
): Promise<Uint8Array<ArrayBuffer>> {
  const task = `download file ${file.id}`
  if (file.url === '') throw new CanvasError('denied', 'Canvas does not let the signed-in user download it.', { task })
  const request = { url: file.url, task, options }
  const url = toTransferUrl(canvas, file.url, request)
  const reply = await transfer(canvas, { request, url, maxBytes: options?.maxBytes ?? MAX_DOWNLOAD_BYTES })
  if (reply.status < 300) return reply.bytes
  const facts = { task, status: reply.status }
  throw reply.status === 404
    ? new CanvasError('missing', `its content is gone (HTTP ${reply.status}).`, facts)
    : new CanvasError(reply.status >= 500 ? 'down' : 'denied', `the storage refused (HTTP ${reply.status}).`, facts)
}
