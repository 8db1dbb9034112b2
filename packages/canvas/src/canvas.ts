import { checkTyped } from './check-typed.ts'
import { createRateBudget, type RateBudget } from './http/rate-budget.ts'
import type { CanvasAuth, CanvasRequest, Fetch } from './http/request.ts'
import { type CanvasReply, type RequestEvent, type Sender, send } from './http/send.ts'
import { sleep as realSleep, type Sleep } from './http/signals.ts'

export interface CanvasOptions {
  /** `https://canvas.example.edu`: scheme, host and port, nothing else. Credentials are sent to exactly this origin. */
  readonly origin: string
  readonly fetch: Fetch
  readonly auth: CanvasAuth
  /** Ends every call of this client. */
  readonly signal?: AbortSignal | undefined
  /** Per request, reading included; default 30 s. */
  readonly timeoutMs?: number
  /** Shared by all clients of one token; default: one of its own. */
  readonly budget?: RateBudget
  readonly sleep?: Sleep
  readonly now?: () => number
  readonly random?: () => number
  readonly onRequest?: (event: RequestEvent) => void
}

/** A connection to one Canvas as one user: plain functions over it do the rest. */
export interface Canvas {
  readonly origin: string
  /** Sends one request, obeying limits and retrying what is safe; throws `CanvasError` (or the abort's reason). */
  readonly send: (request: CanvasRequest) => Promise<CanvasReply>
  /** For uploads and downloads, which go to other hosts: without credentials, so that logging a client shows none. */
  readonly connection: BareConnection
  readonly sleep: Sleep
  readonly now: () => number
}

export interface BareConnection {
  readonly fetch: Fetch
  readonly timeoutMs: number
  readonly signal: AbortSignal | undefined
  /** Who signs in: a token's client follows redirects by hand, a browser by itself. */
  readonly signsInBy: CanvasAuth['kind']
}

/** Connects to a Canvas; throws `CanvasError` for an origin or a token that cannot be one. Nothing is sent yet. */
export function createCanvas(options: CanvasOptions): Canvas {
  checkTyped(options.origin, options.auth)
  // `fetch` is taken out of the options: a browser's refuses to be called as a method of another object.
  const { origin, fetch, auth, timeoutMs = 30_000, sleep = realSleep, now = Date.now, random = Math.random } = options
  const budget = options.budget ?? createRateBudget({ sleep, now })
  const connection = {
    fetch: (request: Request) => fetch(request),
    timeoutMs,
    signal: options.signal,
    signsInBy: auth.kind,
  }
  const sender: Sender = { ...connection, origin, auth, budget, sleep, now, random, onRequest: options.onRequest }
  return { origin, connection, sleep, now, send: request => send(sender, request) }
}
