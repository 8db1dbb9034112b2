import { CanvasError } from '../canvas-error.ts'

/** `fetch`, called with a `Request` only, so that an in-process server fits as well as the platform's own. */
export type Fetch = (request: Request) => Response | Promise<Response>

/** Values of a query: arrays repeat the key with `[]` as Rails expects; `undefined` is left out. */
export type QueryValue = string | number | boolean | readonly string[] | undefined
export type Query = Readonly<Record<string, QueryValue>>

/** What every call takes: a signal that ends it (also while it waits), and its own time-out per request. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined
  readonly timeoutMs?: number | undefined
}

export interface CanvasRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** A path from `apiPath`, or an absolute address that Canvas handed out; of this origin, else it is refused. */
  readonly url: string
  readonly query?: Query
  /** Sent as JSON. */
  readonly body?: unknown
  /** What this call is for, in words that follow "Could not": no token, no name of a person. */
  readonly task: string
  readonly options?: CallOptions | undefined
}

export type CanvasAuth =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'session'; readonly csrfToken: () => string | undefined }

/** The address of a request, proved to be of this origin: credentials go nowhere else. */
export function requestUrl(origin: string, request: CanvasRequest): URL {
  const url = URL.canParse(request.url, origin) ? new URL(request.url, origin) : undefined
  if (url?.origin !== origin)
    throw new CanvasError('malformed', `Canvas points to another address (${url?.origin ?? 'not an address'}).`, {
      task: request.task,
    })
  for (const [key, value] of Object.entries(request.query ?? {})) appendQuery(url.searchParams, key, value)
  return url
}

function appendQuery(search: URLSearchParams, key: string, value: QueryValue): void {
  if (value === undefined) return
  if (typeof value !== 'object') search.append(key, String(value))
  else for (const each of value) search.append(`${key}[]`, each)
}

/** Ids as strings, because ids of other shards exceed 2^53 (Canvas: API basics). */
const ACCEPT = 'application/json+canvas-string-ids, application/json'

/** Headers for an address; credentials only where it is of Canvas's own origin. */
export function requestHeaders(origin: string, auth: CanvasAuth, url: URL, request: CanvasRequest): Headers {
  const headers = new Headers({ accept: ACCEPT })
  if (request.body !== undefined) headers.set('content-type', 'application/json')
  if (url.origin === origin) addCredentials(headers, auth, request)
  return headers
}

function addCredentials(headers: Headers, auth: CanvasAuth, request: CanvasRequest): void {
  if (auth.kind === 'token') {
    headers.set('authorization', `Bearer ${auth.token}`)
  } else if (!isRead(request)) {
    // Rails's forgery protection wants the decoded `_csrf_token` cookie on every write of a browser session.
    const token = auth.csrfToken() ?? ''
    if (isHeaderValue(token)) headers.set('x-csrf-token', token)
  }
}

/** Checked before use, because the platform's own error would quote the value. */
export function isHeaderValue(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text)
}

export function isRead(request: CanvasRequest): boolean {
  return (request.method ?? 'GET') === 'GET'
}
