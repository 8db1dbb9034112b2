/** Waits, or rejects with the signal's reason as soon as it aborts. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>

export const sleep: Sleep = (ms, signal) =>
  new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const end = (): void => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', end)
      resolve()
    }, ms)
    signal.addEventListener('abort', end, { once: true })
  })

export interface LinkedSignal {
  readonly signal: AbortSignal
  readonly abort: (reason: unknown) => void
  readonly unlink: () => void
}

/**
 * One signal that follows several. `AbortSignal.any` is not used: on Node 20 each of its signals stays with a
 * long-lived source for good, and a client outlives thousands of requests.
 */
export function linkSignals(sources: readonly (AbortSignal | undefined)[]): LinkedSignal {
  const controller = new AbortController()
  const present = sources.filter(source => source !== undefined)
  const follow = (event: Event): void => {
    const source = present.find(each => each === event.target)
    controller.abort(source?.reason)
  }
  for (const source of present) source.addEventListener('abort', follow, { once: true })
  const aborted = present.find(source => source.aborted)
  if (aborted !== undefined) controller.abort(aborted.reason)
  return {
    signal: controller.signal,
    abort: reason => controller.abort(reason),
    unlink: () => {
      for (const source of present) source.removeEventListener('abort', follow)
    },
  }
}

/** The work's outcome, or the signal's reason once it aborts: work that ignores its signal cannot hold us up. */
export async function raceAbort<T>(work: T | Promise<T>, signal: AbortSignal): Promise<T> {
  let stop: (() => void) | undefined
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([work, aborted])
  } finally {
    if (stop !== undefined) signal.removeEventListener('abort', stop)
  }
}
