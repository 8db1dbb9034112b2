import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Ran, start } from './cli-run.ts'
import { type CliWorld, type CourseMade, openWorld, PAGE } from './cli-world.ts'

const MINUTES = 60_000
const names = ['Welcome', 'Week 1: Q&A <b>', "It's $' done", '第4週 👩‍👩‍👧‍👦']
const seed = Number(process.env.PROOF_SEED ?? Date.now() % 2 ** 31)

let world: CliWorld
let from: CourseMade

beforeAll(async () => {
  process.stdout.write(`seed ${seed} (to run exactly this again: PROOF_SEED=${seed})\n`)
  world = await openWorld()
  from = (await world.addCopied(names)).from
})
beforeEach(() => world.sandbox.faults.clear())
afterAll(() => world.close())

/** A fresh copy to be imported. */
async function newCopy(): Promise<CourseMade> {
  const to = await world.addCourse('MATH101 next term', [])
  await world.copy(from.id, to.id)
  await world.sandbox.copies.finish()
  return to
}

async function countRequests(): Promise<number> {
  const to = await newCopy()
  world.sandbox.faults.clear()
  expect((await world.cli(['import', to.url, '--proceed'])).code).toBe(0)
  return world.sandbox.faults.log.length
}

interface Struck {
  readonly ran: Ran
  readonly before: string
  readonly after: string
}

/** Sends a signal to our own child when it asks for the n-th thing, or a little later. */
async function strike(to: CourseMade, signal: NodeJS.Signals, at: number, laterMs = 0): Promise<Struck> {
  const before = await world.readPage(to.id)
  const { faults } = world.sandbox
  faults.clear()
  const running = start(['canvas', 'import', to.url, '--proceed'], { CANVAS_TOKEN: world.token })
  const kill = (): void => void running.child.kill(signal)
  faults.before(at, laterMs === 0 ? kill : () => void setTimeout(kill, laterMs))
  const ran = await running.ended
  // What had arrived is carried out all the same.
  await new Promise(resolve => setTimeout(resolve, 30))
  faults.clear()
  return { ran, before, after: await world.readPage(to.id) }
}

function isImported(page: string, { id }: CourseMade): boolean {
  return page.includes(`id="cc-course-${id}"`)
}

/** The next run ends by itself, and the one after that finds nothing to do. */
async function finish(to: CourseMade): Promise<void> {
  const next = await world.cli(['import', to.url, '--proceed'])
  expect([0, 4]).toContain(next.code)
  const page = await world.readPage(to.id)
  expect(isImported(page, to)).toBe(true)
  expect((await world.cli(['import', to.url, '--proceed'])).code).toBe(4)
  expect(await world.readPage(to.id)).toBe(page)
}

async function lockPages({ id }: CourseMade): Promise<readonly unknown[]> {
  return world.call('GET', `/api/v1/courses/${id}/pages?search_term=${encodeURIComponent('Collections - editing')}`)
}

async function revisions({ id }: CourseMade): Promise<number> {
  return (await world.call('GET', `/api/v1/courses/${id}/pages/${PAGE}/revisions?per_page=100`)).length
}

describe('the command, killed at each of its requests in turn', () => {
  it('leaves the old or the new page, and the next run finishes', { timeout: 15 * MINUTES }, async () => {
    const requests = await countRequests()
    expect(requests).toBeGreaterThan(15)
    for (let at = 1; at <= requests; at++) {
      const to = await newCopy()
      const { before, after } = await strike(to, 'SIGKILL', at)
      expect([at, after === before || isImported(after, to)]).toEqual([at, true])
      await finish(to)
      expect([at, await revisions(to)]).toEqual([at, 2])
    }
  })
})

describe('the command, interrupted by Ctrl-C at each of its requests in turn', () => {
  it('says so, lets go of the lock, and the next run finishes', { timeout: 15 * MINUTES }, async () => {
    const requests = await countRequests()
    for (let at = 1; at <= requests; at++) {
      const to = await newCopy()
      const { ran, before, after } = await strike(to, 'SIGINT', at)
      // Too late to stop what is done: the last requests let go of the lock.
      expect([at, [130, 0].includes(ran.code ?? -1)]).toEqual([at, true])
      expect([at, after === before || isImported(after, to)]).toEqual([at, true])
      if (ran.code === 0) expect([at, isImported(after, to)]).toEqual([at, true])
      expect([at, await lockPages(to)]).toEqual([at, []])
      await finish(to)
      expect([at, await revisions(to)]).toEqual([at, 2])
    }
  })
})

describe('the command, killed at moments of chance while every answer is slow', () => {
  it('leaves the old or the new page, and ends by itself when run again', { timeout: 15 * MINUTES }, async () => {
    const requests = await countRequests()
    const chance = createChance(seed)
    for (let round = 0; round < 15; round++) {
      const to = await newCopy()
      const { before, after } = await strike(to, 'SIGKILL', 1 + Math.floor(chance() * requests), chance() * 12)
      expect([round, after === before || isImported(after, to)]).toEqual([round, true])
      await finish(to)
    }
  })
})

/** A linear congruential generator: moments, not secrets. */
function createChance(start: number): () => number {
  let state = start >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
