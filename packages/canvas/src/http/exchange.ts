import { CanvasError } from '../canvas-error.ts'
import { findRedirect } from './find-redirect.ts'
import type { RawReply } from './reply-error.ts'
import { ReplyTooLarge, readText } from './reply-text.ts'
import { type CanvasAuth, type CanvasRequest, type Fetch, isRead, requestHeaders } from './request.ts'
import { linkSignals, raceAbort } from './signals.ts'

/** What every exchange of one client has in common. */
export interface Connection {
  readonly origin: string
  readonly fetch: Fetch
  readonly auth: CanvasAuth
  readonly timeoutMs: number
}

const MAX_REDIRECTS = 5
/** An origin that no address has, so that credentials match none. */
const NOWHERE = ''

/** One request and its answer, within its time. No answer is a `CanvasError` too; the caller's abort keeps its reason. */
export async function exchange(
  connection: Connection,
  request: CanvasRequest,
  url: URL,
  signal: AbortSignal,
): Promise<RawReply> {
  const options = { ...request.options, timeoutMs: request.options?.timeoutMs ?? connection.timeoutMs }
  return withinTime({ ...request, options }, signal, async limited => {
    const { response, url: from } = await followRedirects(connection, request, url, limited)
    const text = await readText(response)
    return { status: response.status, headers: response.headers, text, url: finalUrl(response, from) }
  })
}

export type TimedRequest = CanvasRequest & { readonly options: { readonly timeoutMs: number } }

/** Runs work under the request's time limit, and gives its failure a meaning. */
export async function withinTime<T>(
  request: TimedRequest,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const linked = linkSignals([signal])
  const { timeoutMs } = request.options
  const timer = setTimeout(() => linked.abort(new DOMException('no answer in time', 'TimeoutError')), timeoutMs)
  try {
    return await raceAbort(work(linked.signal), linked.signal)
  } catch (cause) {
    signal.throwIfAborted()
    throw toFailure(cause, request, linked.signal.aborted ? timeoutMs : undefined)
  } finally {
    clearTimeout(timer)
    linked.abort(new DOMException('over', 'AbortError'))
    linked.unlink()
  }
}

function toFailure(cause: unknown, request: CanvasRequest, timeoutMs: number | undefined): CanvasError {
  if (cause instanceof CanvasError) return cause
  const facts = { task: request.task, cause, mayHaveActed: !isRead(request) }
  if (cause instanceof ReplyTooLarge) return new CanvasError('too-large', 'the answer is too large to read.', facts)
  const reason =
    timeoutMs === undefined
      ? 'Canvas cannot be reached. Check the address and the connection.'
      : `no answer within ${timeoutMs / 1000} s. Try again later.`
  return new CanvasError('down', reason, facts)
}

interface Arrival {
  readonly response: Response
  readonly url: URL
}

async function followRedirects(
  connection: Connection,
  request: CanvasRequest,
  start: URL,
  signal: AbortSignal,
): Promise<Arrival> {
  let url = start
  let from = connection
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const response = await connection.fetch(toRequest(from, request, url, signal))
    if (response.type === 'opaqueredirect' && isRead(request)) return followUnseen(connection, request, url, signal)
    const next = isRead(request) ? findRedirect(response, url) : undefined
    if (next === undefined) return { response, url }
    await response.body?.cancel()
    url = next
    // Another site must not steer where the token goes: once away, it stays behind, as in a browser.
    if (url.origin !== connection.origin) from = { ...connection, origin: NOWHERE }
  }
  throw new CanvasError('malformed', 'Canvas redirects in a circle.', { task: request.task })
}

function toRequest(connection: Connection, request: CanvasRequest, url: URL, signal: AbortSignal): Request {
  return new Request(url, {
    method: request.method ?? 'GET',
    headers: requestHeaders(connection.origin, connection.auth, url, request),
    redirect: 'manual',
    credentials: connection.auth.kind === 'session' ? 'same-origin' : 'omit',
    signal,
    ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
  })
}

/** A browser hides where a redirect leads: let it follow by itself, with nothing of ours that could leak. */
async function followUnseen(
  connection: Connection,
  request: CanvasRequest,
  url: URL,
  signal: AbortSignal,
): Promise<Arrival> {
  const headers = requestHeaders(connection.origin, connection.auth, url, request)
  headers.delete('authorization')
  const credentials = connection.auth.kind === 'session' ? 'same-origin' : 'omit'
  return { response: await connection.fetch(new Request(url, { headers, credentials, signal })), url }
}

function finalUrl(response: Response, from: URL): URL {
  return URL.canParse(response.url) ? new URL(response.url) : from
}
