import { createGate, type Gate } from './gate.ts'
import { sleep as realSleep, type Sleep } from './signals.ts'

/**
 * How fast one (origin, token) may go. Give the same budget to every client that uses the same token: Canvas
 * counts per token, in cost units, with 50 reserved per request in flight (Canvas: *Throttling*).
 */
export interface RateBudget {
  /** Waits for a turn; call the result when the answer is here. */
  readonly enter: (signal: AbortSignal) => Promise<() => void>
  /** An answer came: `X-Rate-Limit-Remaining`, or `undefined` where the header is absent (browser sessions have none). */
  readonly noteRemaining: (remaining: number | undefined) => void
  /** Canvas refused: everyone waits this long, and half as many go at once afterwards. */
  readonly noteThrottled: (waitMs: number) => void
}

export interface RateBudgetOptions {
  /** Requests in flight at once; default 4 (of about 12 that an empty bucket stands). */
  readonly parallel?: number
  /** Below this `X-Rate-Limit-Remaining` (of 600) requests go one by one, spaced; default 200. */
  readonly floor?: number
  readonly sleep?: Sleep
  readonly now?: () => number
}

/** Canvas's bucket leaks 10 units a second (default `outflow`). */
const MS_PER_UNIT = 100
const MAX_SPACING_MS = 10_000
/** So many answers in a row without complaint earn one more request at once. */
const GOOD_ANSWERS_PER_STEP = 20

interface Pace {
  readonly gate: Gate
  readonly parallel: number
  readonly floor: number
  readonly sleep: Sleep
  readonly now: () => number
  goodAnswers: number
  pausedUntilMs: number
}

export function createRateBudget(options: RateBudgetOptions = {}): RateBudget {
  const { parallel = 4, floor = 200, sleep = realSleep, now = Date.now } = options
  const pace: Pace = { gate: createGate(parallel), parallel, floor, sleep, now, goodAnswers: 0, pausedUntilMs: 0 }
  return {
    enter: signal => enter(pace, signal),
    noteRemaining: remaining =>
      remaining !== undefined && remaining < floor ? slowDown(pace, remaining) : speedUp(pace),
    noteThrottled: waitMs => {
      pause(pace, waitMs, Math.floor(pace.gate.width() / 2))
    },
  }
}

async function enter(pace: Pace, signal: AbortSignal): Promise<() => void> {
  const leave = await pace.gate.enter(signal)
  try {
    for (let ms = waitLeft(pace); ms > 0; ms = waitLeft(pace)) await pace.sleep(ms, signal)
    return leave
  } catch (error) {
    leave()
    throw error
  }
}

function waitLeft(pace: Pace): number {
  return pace.pausedUntilMs - pace.now()
}

function slowDown(pace: Pace, remaining: number): void {
  pause(pace, Math.min(MAX_SPACING_MS, (pace.floor - remaining) * MS_PER_UNIT), 1)
}

function pause(pace: Pace, waitMs: number, width: number): void {
  pace.goodAnswers = 0
  pace.gate.resize(Math.max(1, width))
  pace.pausedUntilMs = Math.max(pace.pausedUntilMs, pace.now() + waitMs)
}

function speedUp(pace: Pace): void {
  pace.goodAnswers += 1
  const width = pace.gate.width()
  if (pace.goodAnswers % GOOD_ANSWERS_PER_STEP === 0 && width < pace.parallel) pace.gate.resize(width + 1)
}
