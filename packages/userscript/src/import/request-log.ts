import type { RequestEvent } from '@recourse/canvas'

/** The last requests of this page, for support: methods, paths and answers; no query, no body, no name. */
export interface RequestLog {
  readonly note: (event: RequestEvent) => void
  readonly lines: () => readonly string[]
}

const KEPT = 25

export function createRequestLog(): RequestLog {
  const events: RequestEvent[] = []
  return {
    note: event => {
      events.push(event)
      if (events.length > KEPT) events.shift()
    },
    lines: () => events.map(requestWords),
  }
}

function requestWords({ method, path, attempt, status, durationMs }: RequestEvent): string {
  const again = attempt === 1 ? '' : ` (try ${attempt})`
  return `${method} ${path}${again}: ${status ?? 'no answer'}, ${Math.round(durationMs)} ms`
}
