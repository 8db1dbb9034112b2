import { type Canvas, type CanvasOptions, createCanvas } from './canvas.ts'
import { CanvasError } from './canvas-error.ts'
import type { CanvasRequest, Fetch } from './http/request.ts'

/** For tests: what the n-th request meets. A function sees the request; an error is a broken connection. */
export type ScriptedReply = Response | Error | 'hang' | ((request: Request) => Response | Promise<Response>)

export interface Script {
  readonly fetch: Fetch
  /** Every request so far, bodies unread. */
  readonly requests: Request[]
}

/** A `fetch` that answers from a list; asked once more than it holds, it fails loudly. */
export function scriptFetch(replies: readonly ScriptedReply[]): Script {
  const requests: Request[] = []
  const fetch: Fetch = async request => {
    const reply = replies[requests.length]
    requests.push(request.clone())
    if (reply === undefined) throw new Error(`unexpected request ${requests.length}: ${request.method} ${request.url}`)
    if (reply instanceof Error) throw reply
    if (reply === 'hang') return new Promise(() => {})
    return typeof reply === 'function' ? reply(request) : reply
  }
  return { fetch, requests }
}

export interface ScriptedCanvas extends Script {
  readonly canvas: Canvas
  /** Every wait so far, in milliseconds. */
  readonly waits: number[]
}

export const ORIGIN = 'https://canvas.test'
export const TOKEN = 'secret-token'

/** A client over a script, with a clock that only waiting moves. */
export function scriptCanvas(replies: readonly ScriptedReply[], options: Partial<CanvasOptions> = {}): ScriptedCanvas {
  const script = scriptFetch(replies)
  const waits: number[] = []
  let nowMs = 0
  const canvas = createCanvas({
    origin: ORIGIN,
    fetch: script.fetch,
    auth: { kind: 'token', token: TOKEN },
    now: () => nowMs,
    random: () => 1,
    sleep: async (ms, signal) => {
      signal.throwIfAborted()
      waits.push(ms)
      nowMs += ms
    },
    ...options,
  })
  return { ...script, canvas, waits }
}

export function jsonReply(body: unknown, init: ResponseInit = {}): Response {
  return Response.json(body, init)
}

/** A read and a write for tests of what happens to them. */
export const READ: CanvasRequest = { url: '/api/v1/courses/5', task: 'read course 5' }
export const WRITE: CanvasRequest = { ...READ, method: 'PUT', body: { course: { name: 'x' } }, task: 'change course 5' }

/** The `CanvasError` that work ends with; anything else fails the test. */
export async function failure(work: Promise<unknown>): Promise<CanvasError> {
  const error = await work.then(
    () => new Error('it succeeded'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof CanvasError)) throw error
  return error
}

/** Canvas's answer to a token that asks too fast. */
export function throttledReply(): Response {
  return new Response('403 Forbidden (Rate Limit Exceeded)\n', {
    status: 403,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'x-rate-limit-remaining': '0.0' },
  })
}
