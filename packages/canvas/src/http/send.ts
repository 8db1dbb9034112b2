import { CanvasError } from '../canvas-error.ts'
import { type Connection, exchange } from './exchange.ts'
import type { RateBudget } from './rate-budget.ts'
import { findReplyError, type RawReply, toNumber } from './reply-error.ts'
import { parseJson } from './reply-text.ts'
import { type CanvasRequest, isRead, requestUrl } from './request.ts'
import { planRetry } from './retry.ts'
import { linkSignals, type Sleep } from './signals.ts'

/** What a request came to, for logs and progress: no query, no body, no credentials. */
export interface RequestEvent {
  readonly method: string
  readonly path: string
  /** 1 for the first try of a request. */
  readonly attempt: number
  /** HTTP status; `undefined` when no answer came. */
  readonly status: number | undefined
  readonly durationMs: number
  /** Canvas's price of the request and what is left of 600 units; `undefined` where it does not say. */
  readonly cost: number | undefined
  readonly remaining: number | undefined
}

export interface Sender extends Connection {
  readonly budget: RateBudget
  readonly sleep: Sleep
  readonly now: () => number
  readonly random: () => number
  readonly onRequest: ((event: RequestEvent) => void) | undefined
  readonly signal: AbortSignal | undefined
}

/** A success: JSON not yet validated, and the headers (`Link`). */
export interface CanvasReply {
  readonly json: unknown
  readonly headers: Headers
  readonly url: URL
}

/** Sends a request until it succeeds, fails for good, or is aborted. */
export async function send(sender: Sender, request: CanvasRequest): Promise<CanvasReply> {
  const url = requestUrl(sender.origin, request)
  const { signal, unlink } = linkSignals([sender.signal, request.options?.signal])
  try {
    for (let attempt = 1; ; attempt++) {
      const outcome = await tryOnce(sender, request, { url, attempt, signal })
      if (!(outcome instanceof CanvasError)) return toReply(outcome, request)
      await waitOrThrow(sender, { request, error: outcome, attempt, signal })
    }
  } finally {
    unlink()
  }
}

interface Try {
  readonly url: URL
  readonly attempt: number
  readonly signal: AbortSignal
}

async function tryOnce(sender: Sender, request: CanvasRequest, now: Try): Promise<RawReply | CanvasError> {
  const leave = await sender.budget.enter(now.signal)
  const startedAt = sender.now()
  try {
    const reply = await exchange(sender, request, now.url, now.signal)
    report(sender, request, { ...now, startedAt, reply })
    return noteReply(sender, request, reply)
  } catch (error) {
    report(sender, request, { ...now, startedAt, reply: undefined })
    if (error instanceof CanvasError) return error
    throw error
  } finally {
    leave()
  }
}

function noteReply(sender: Sender, request: CanvasRequest, reply: RawReply): RawReply | CanvasError {
  const error = findReplyError(reply, request, sender)
  if (error?.kind !== 'throttled') sender.budget.noteRemaining(toNumber(reply.headers.get('x-rate-limit-remaining')))
  return error ?? reply
}

interface FailedTry {
  readonly request: CanvasRequest
  readonly error: CanvasError
  readonly attempt: number
  readonly signal: AbortSignal
}

async function waitOrThrow(sender: Sender, failed: FailedTry): Promise<void> {
  const waitMs = planRetry({ ...failed, random: sender.random() })
  if (waitMs === undefined) throw failed.error
  // A throttled token pauses everyone who shares it; the next try waits for its turn like the others.
  if (failed.error.kind === 'throttled') sender.budget.noteThrottled(waitMs)
  else await sender.sleep(waitMs, failed.signal)
}

function report(
  sender: Sender,
  request: CanvasRequest,
  done: Try & { readonly startedAt: number; readonly reply: RawReply | undefined },
): void {
  sender.onRequest?.({
    method: request.method ?? 'GET',
    path: done.url.pathname,
    attempt: done.attempt,
    status: done.reply?.status,
    durationMs: sender.now() - done.startedAt,
    cost: toNumber(done.reply?.headers.get('x-request-cost') ?? null),
    remaining: toNumber(done.reply?.headers.get('x-rate-limit-remaining') ?? null),
  })
}

function toReply(reply: RawReply, request: CanvasRequest): CanvasReply {
  const json = parseJson(reply.text)
  if (json.ok) return { json: json.value, headers: reply.headers, url: reply.url }
  if (reply.text === '') return { json: null, headers: reply.headers, url: reply.url }
  throw notJson(reply, request)
}

/** A page instead of JSON: the sign-in form after a redirect, or something that is not Canvas at all. */
function notJson(reply: RawReply, request: CanvasRequest): CanvasError {
  const facts = { task: request.task, status: reply.status, mayHaveActed: !isRead(request) }
  return reply.url.pathname.startsWith('/login')
    ? new CanvasError('unauthenticated', 'Canvas asks to sign in. Sign in and try again.', facts)
    : new CanvasError('malformed', 'the answer is not JSON. Is this the address of a Canvas?', facts)
}
