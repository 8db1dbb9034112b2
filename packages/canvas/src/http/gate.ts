import { raceAbort } from './signals.ts'

/** Lets so many through at once; the others wait, first come first served, until one leaves or their signal aborts. */
export interface Gate {
  readonly enter: (signal: AbortSignal) => Promise<() => void>
  readonly width: () => number
  readonly resize: (width: number) => void
}

interface Doorway {
  width: number
  inside: number
  readonly waiting: Set<() => void>
}

export function createGate(width: number): Gate {
  const doorway: Doorway = { width, inside: 0, waiting: new Set() }
  return {
    enter: signal => enter(doorway, signal),
    width: () => doorway.width,
    resize: wanted => {
      doorway.width = wanted
      wakeOne(doorway)
    },
  }
}

async function enter(doorway: Doorway, signal: AbortSignal): Promise<() => void> {
  signal.throwIfAborted()
  while (doorway.inside >= doorway.width) await waitForWake(doorway, signal)
  doorway.inside += 1
  let isInside = true
  return () => {
    if (!isInside) return
    isInside = false
    doorway.inside -= 1
    wakeOne(doorway)
  }
}

async function waitForWake(doorway: Doorway, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = withResolver()
  doorway.waiting.add(resolve)
  try {
    await raceAbort(promise, signal)
  } catch (error) {
    // Woken and aborted in one breath: hand the turn on, or nobody would take it.
    if (!doorway.waiting.delete(resolve)) wakeOne(doorway)
    throw error
  }
}

function wakeOne(doorway: Doorway): void {
  const [wake] = doorway.waiting
  if (wake === undefined) return
  doorway.waiting.delete(wake)
  wake()
}

function withResolver(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => {}
  const promise = new Promise<void>(done => {
    resolve = done
  })
  return { promise, resolve }
}
