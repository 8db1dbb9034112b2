import type { Canvas } from '../canvas.ts'
import { CanvasError } from '../canvas-error.ts'
import { withinTime } from '../http/exchange.ts'
import { findRedirect } from '../http/find-redirect.ts'
import { readBytes } from '../http/reply-text.ts'
import type { CanvasRequest } from '../http/request.ts'
import { isSafeHop } from '../http/safe-hop.ts'
import { linkSignals } from '../http/signals.ts'

/** Bytes take longer than JSON. */
const TRANSFER_TIMEOUT_MS = 10 * 60_000
const MAX_REDIRECTS = 5

/** An answer of whatever stores the bytes: Canvas itself, or another host it names. */
export interface TransferReply {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly isOpaqueRedirect: boolean
}

export interface Transfer {
  readonly request: CanvasRequest
  readonly url: URL
  readonly body?: FormData
  readonly maxBytes: number
}

/**
 * One exchange with an address that Canvas handed out: never the token, never a CSRF token. A browser's own cookies
 * go along on its own origin only. Writes are never repeated.
 */
export async function transfer(canvas: Canvas, what: Transfer): Promise<TransferReply> {
  const { signal, unlink } = linkSignals([canvas.connection.signal, what.request.options?.signal])
  const request = {
    ...what.request,
    options: { ...what.request.options, timeoutMs: what.request.options?.timeoutMs ?? TRANSFER_TIMEOUT_MS },
  }
  try {
    return await withinTime(request, signal, limited => exchangeBytes(canvas, what, limited))
  } finally {
    unlink()
  }
}

async function exchangeBytes(canvas: Canvas, what: Transfer, signal: AbortSignal): Promise<TransferReply> {
  const response = await fetchFollowing(canvas, what, signal)
  const { status, headers } = response
  const bytes = await readBytes(response, what.maxBytes)
  return { status, headers, bytes, isOpaqueRedirect: response.type === 'opaqueredirect' }
}

async function fetchFollowing(canvas: Canvas, what: Transfer, signal: AbortSignal): Promise<Response> {
  let url = what.url
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const response = await canvas.connection.fetch(toRequest(canvas, what, url, signal))
    const next = what.body === undefined ? findRedirect(response, url) : undefined
    if (next === undefined) return response
    await response.body?.cancel()
    url = next
  }
  throw new CanvasError('malformed', 'the storage redirects in a circle.', what.request)
}

/**
 * A browser cannot read where a redirect leads, so there (session) it follows by itself; a token's client follows
 * by hand, because only it may then ask Canvas with the token.
 */
function toRequest(canvas: Canvas, what: Transfer, url: URL, signal: AbortSignal): Request {
  const isSession = canvas.connection.signsInBy === 'session'
  return new Request(url, {
    method: what.body === undefined ? 'GET' : 'POST',
    redirect: isSession ? 'follow' : 'manual',
    credentials: isSession ? 'same-origin' : 'omit',
    signal,
    ...(what.body !== undefined && { body: what.body }),
  })
}

/** An address out of a reply, resolved and proved to be one to talk to: http(s), and https where Canvas is. */
export function toTransferUrl(canvas: Canvas, text: string, request: CanvasRequest): URL {
  const url = URL.canParse(text, canvas.origin) ? new URL(text, canvas.origin) : undefined
  if (url === undefined || !isSafeHop(new URL(canvas.origin), url))
    throw new CanvasError('malformed', 'Canvas names an address that cannot be used for files.', request)
  return url
}
