import { createSigner } from '../files/signed.ts'
import type { UploadSigner, UploadTicket } from '../files/uploads.ts'
import type { World } from '../world.ts'

/** Long work in small named steps: a copy, an import, an export. The generator names each step it has done, the last by returning. */
export interface Job {
  /** The row it works for, so that it can be taken back: `migration 401`. */
  readonly name: string
  /** Jobs of one queue run one after the other: a course imports one thing at a time (canvas-api §2.6). */
  readonly queue: string
  readonly steps: AsyncGenerator<string, string>
  /** Called when its turn comes. */
  readonly onStart: () => void
  /** Called when a step throws; the job is over then. */
  readonly onError: (error: unknown) => void
}

/** What of this Canvas happens by itself: nothing moves but by the clock (at each request) or by hand. */
export interface Copies {
  /** Does what is due by now; called before each request. Does nothing when held. */
  readonly advance: () => Promise<void>
  /** Takes one step of the oldest running job; its name, or `null` when nothing is to be done. */
  readonly step: () => Promise<string | null>
  /** Runs everything to its end. */
  readonly finish: () => Promise<void>
  readonly start: (job: Job) => void
  /** Forgets a job that was cancelled; what it has done stays done. */
  readonly drop: (name: string) => void
  readonly uploads: UploadSigner
}

/** `'held'`: only `step` and `finish` advance. */
export type CopySpeed = number | 'held'

interface Running {
  readonly job: Job
  /** When its next step is due; `null` until its turn comes. */
  dueAtMs: number | null
}

export function createCopies(world: World, speed: CopySpeed): Copies {
  const jobs: Running[] = []
  const stepMs = speed === 'held' ? 0 : speed
  const inTurn = createTurns()

  const heads = (): Running[] => jobs.filter((running, index) => jobs.findIndex(sameQueue(running)) === index)
  const wake = (sinceMs: number): void => {
    for (const head of heads()) {
      if (head.dueAtMs !== null) continue
      head.dueAtMs = sinceMs + stepMs
      head.job.onStart()
    }
  }
  const take = async (running: Running): Promise<string> => {
    const dueAtMs = running.dueAtMs ?? world.nowMs()
    const { name, isOver } = await takeStep(running.job)
    running.dueAtMs = dueAtMs + stepMs
    if (isOver && jobs.includes(running)) jobs.splice(jobs.indexOf(running), 1)
    wake(dueAtMs)
    return name
  }

  return {
    advance: () =>
      inTurn(async () => {
        if (speed === 'held') return
        for (let next = due(heads(), world.nowMs()); next; next = due(heads(), world.nowMs())) await take(next)
      }),
    step: () =>
      inTurn(async () => {
        const head = heads()[0]
        return head ? take(head) : null
      }),
    finish: () =>
      inTurn(async () => {
        for (let head = heads()[0]; head; head = heads()[0]) await take(head)
      }),
    start: job => {
      jobs.push({ job, dueAtMs: null })
      wake(world.nowMs())
    },
    drop: name => {
      const index = jobs.findIndex(running => running.job.name === name)
      if (index >= 0) jobs.splice(index, 1)
      wake(world.nowMs())
    },
    uploads: createSigner<UploadTicket>(world.randomText()),
  }
}

function sameQueue(running: Running): (other: Running) => boolean {
  return other => other.job.queue === running.job.queue
}

/** The head whose next step is due first, if any is. */
function due(heads: readonly Running[], nowMs: number): Running | undefined {
  return heads
    .filter(head => (head.dueAtMs ?? nowMs) <= nowMs)
    .toSorted((a, b) => (a.dueAtMs ?? nowMs) - (b.dueAtMs ?? nowMs))[0]
}

async function takeStep(job: Job): Promise<{ name: string; isOver: boolean }> {
  try {
    const result = await job.steps.next()
    return { name: result.value, isOver: result.done === true }
  } catch (error) {
    job.onError(error)
    return { name: 'failed', isOver: true }
  }
}

/** Two requests at once must not take the same step: each waits for the one before. */
function createTurns(): <Result>(act: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve()
  return act => {
    const turn = last.then(act)
    last = turn.catch(() => undefined)
    return turn
  }
}
