/** What goes wrong with a request. `cut before` never reaches Canvas, `cut after` is carried out and its answer lost. */
export type Fault =
  | {
      readonly kind: 'fail'
      readonly status: number
      readonly body?: string
      readonly headers?: Record<string, string>
    }
  | { readonly kind: 'hang' }
  | { readonly kind: 'cut'; readonly when: 'before' | 'after' }
  | { readonly kind: 'delay'; readonly ms: number }

/** Which requests are counted; left out: any. `path` is compared with the path, or tested if it is an expression. */
export interface RequestFilter {
  readonly method?: string
  readonly path?: string | RegExp
}

export interface RequestRecord {
  readonly method: string
  /** Path and query. */
  readonly path: string
  /** `null` while it runs, when it hung and when its connection was cut. */
  status: number | null
}

/** Fault injection for tests, and the log of what was asked. Requests are counted from 1, from the call that sets the fault. */
export interface Faults {
  /** The n-th request from now that passes the filter meets the fault. */
  readonly on: (n: number, fault: Fault, filter?: RequestFilter) => void
  /** Every request that passes the filter meets the fault, until `clear`. */
  readonly always: (fault: Fault, filter?: RequestFilter) => void
  /** Runs `act` just before the n-th request from now, e.g. to write as a second person would (through `sandbox.quietFetch`). */
  readonly before: (n: number, act: () => void | Promise<void>, filter?: RequestFilter) => void
  /** Forgets all faults and hooks, and empties the log. */
  readonly clear: () => void
  readonly log: readonly RequestRecord[]
}

/** A connection that broke: what `fetch` rejects with, and the sign for a server to drop the socket. */
export class CutConnection extends TypeError {
  override readonly name = 'TypeError'

  constructor() {
    super('fetch failed', { cause: new Error('socket hang up') })
  }
}

type Answer = (request: Request) => Promise<Response>

interface Rule {
  seen: number
  readonly n: number | 'always'
  readonly filter: RequestFilter
  readonly effect: Fault | (() => void | Promise<void>)
}

/** Faults, and the function that lets a request run under them. */
export function createFaults(): {
  readonly faults: Faults
  readonly run: (request: Request, answer: Answer) => Promise<Response>
} {
  const rules: Rule[] = []
  const log: RequestRecord[] = []
  const add = (n: Rule['n'], effect: Rule['effect'], filter: RequestFilter = {}) => {
    rules.push({ seen: 0, n, filter, effect })
  }
  const faults: Faults = {
    on: add,
    always: (fault, filter) => add('always', fault, filter),
    before: add,
    clear: () => {
      rules.length = 0
      log.length = 0
    },
    log,
  }
  return { faults, run: (request, answer) => runUnder(rules, log, request, answer) }
}

async function runUnder(rules: Rule[], log: RequestRecord[], request: Request, answer: Answer): Promise<Response> {
  request.signal.throwIfAborted()
  const record: RequestRecord = { method: request.method, path: pathOf(request), status: null }
  log.push(record)
  const due = rules.filter(rule => isDue(rule, request)).map(rule => rule.effect)
  for (const effect of due) if (typeof effect === 'function') await effect()
  const fault = due.find(effect => typeof effect !== 'function')
  const response = await meet(fault, request, answer)
  record.status = response.status
  return response
}

function isDue(rule: Rule, request: Request): boolean {
  if (!passes(rule.filter, request)) return false
  rule.seen += 1
  return rule.n === 'always' || rule.seen === rule.n
}

function passes(filter: RequestFilter, request: Request): boolean {
  if (filter.method !== undefined && filter.method.toUpperCase() !== request.method) return false
  if (filter.path === undefined) return true
  return typeof filter.path === 'string'
    ? new URL(request.url).pathname === filter.path
    : filter.path.test(pathOf(request))
}

function pathOf(request: Request): string {
  const url = new URL(request.url)
  return url.pathname + url.search
}

async function meet(fault: Fault | undefined, request: Request, answer: Answer): Promise<Response> {
  switch (fault?.kind) {
    case undefined:
      return answer(request)
    case 'fail':
      return new Response(fault.body ?? '', { status: fault.status, headers: fault.headers ?? {} })
    case 'hang':
      return waitForAbort(request)
    case 'cut':
      if (fault.when === 'after') await answer(request)
      throw new CutConnection()
    case 'delay':
      await wait(fault.ms, request)
      return answer(request)
    default:
      return fault satisfies never
  }
}

/**
 * Requests that hang. A request follows its caller's signal by a weak reference, so one that nobody else holds would be
 * collected and never hear that the caller has given up.
 */
const hanging = new Set<Request>()

function waitForAbort(request: Request): Promise<never> {
  hanging.add(request)
  return new Promise((_, reject) => {
    const giveUp = () => {
      hanging.delete(request)
      reject(request.signal.reason)
    }
    if (request.signal.aborted) giveUp()
    else request.signal.addEventListener('abort', giveUp, { once: true })
  })
}

async function wait(ms: number, request: Request): Promise<void> {
  const aborted = waitForAbort(request)
  // Lost races are no news: the abort after a delay is not an error of anybody's.
  aborted.catch(() => undefined)
  await Promise.race([new Promise<void>(resolve => setTimeout(resolve, ms)), aborted])
  hanging.delete(request)
}
