import { ApiFault } from '../api/api-fault.ts'

export type Sent =
  | { readonly ok: true; readonly changeId: string }
  | { readonly ok: false; readonly reason: string; readonly message: string; readonly details: unknown }

export interface Sending {
  readonly file: File
  /** Other bytes for this item; left out: a new one. */
  readonly instead?: { readonly itemId: string; readonly baseRevisionId: string }
  readonly signal: AbortSignal
  readonly onProgress: (percent: number) => void
}

/** Sends the bytes of a file. Only XMLHttpRequest tells how far it is: https://developer.mozilla.org/docs/Web/API/XMLHttpRequest/upload. */
export function sendFile({ file, instead, signal, onProgress }: Sending): Promise<Sent> {
  const query = new URLSearchParams({ name: file.name, ...instead })
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/media?${query}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.round((loaded / Math.max(total, 1)) * 100))
    request.onload = () => {
      const sent = toSent(request.response)
      if (request.status === 401) reject(new ApiFault('signed-out', 'You are signed out. Sign in again to go on.'))
      else if (sent) resolve(sent)
      else reject(new ApiFault('broken', `The server failed at this (${request.status}). Nothing was kept; try again.`))
    }
    request.onerror = () => reject(broken())
    request.onabort = () => reject(broken())
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

function broken(): ApiFault {
  return new ApiFault('unreachable', 'The connection broke while the file was sent. Nothing was kept; try again.')
}

function toSent(reply: unknown): Sent | undefined {
  if (typeof reply !== 'object' || reply === null || !('ok' in reply)) return undefined
  if (reply.ok === true && 'changeId' in reply) return { ok: true, changeId: String(reply.changeId) }
  if (!('message' in reply && 'reason' in reply)) return undefined
  const details = 'details' in reply ? reply.details : null
  return { ok: false, reason: String(reply.reason), message: String(reply.message), details }
}

/** What a refusal of a stale update says the current revision is. */
export function findCurrentRevision(details: unknown): string | undefined {
  if (typeof details !== 'object' || details === null || !('currentRevisionId' in details)) return undefined
  return String(details.currentRevisionId)
}
