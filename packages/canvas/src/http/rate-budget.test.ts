import { describe, expect, it } from 'vitest'
import { createRateBudget } from './rate-budget.ts'

const open = new AbortController().signal

function settle(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 1))
}

function clock() {
  const waits: number[] = []
  let nowMs = 0
  const sleep = async (ms: number): Promise<void> => {
    waits.push(ms)
    nowMs += ms
  }
  return { waits, sleep, now: () => nowMs }
}

describe('createRateBudget', () => {
  it('lets four through at once and the next when one leaves, in order', async () => {
    const budget = createRateBudget()
    const entered: number[] = []
    const leaves: (() => void)[] = []
    for (let n = 0; n < 7; n++)
      void budget.enter(open).then(leave => {
        entered.push(n)
        leaves.push(leave)
      })
    await settle()
    expect(entered).toEqual([0, 1, 2, 3])
    leaves[2]?.()
    leaves[0]?.()
    await settle()
    expect(entered).toEqual([0, 1, 2, 3, 4, 5])
  })

  it('counts a leave once', async () => {
    const budget = createRateBudget({ parallel: 1 })
    const leave = await budget.enter(open)
    leave()
    leave()
    await budget.enter(open)
    const third = budget.enter(AbortSignal.timeout(5))
    await expect(third).rejects.toThrow()
  })

  it('forgets who is aborted while waiting, and lets the next one in', async () => {
    const budget = createRateBudget({ parallel: 1 })
    const leave = await budget.enter(open)
    const gone = new AbortController()
    const second = budget.enter(gone.signal)
    const third = budget.enter(open)
    gone.abort(new Error('gone'))
    await expect(second).rejects.toThrow('gone')
    leave()
    await expect(third).resolves.toBeTypeOf('function')
  })

  it('hands the turn on when its taker is aborted in the same breath', async () => {
    const budget = createRateBudget({ parallel: 1 })
    const leave = await budget.enter(open)
    const gone = new AbortController()
    const second = budget.enter(gone.signal)
    const third = budget.enter(open)
    gone.abort(new Error('gone'))
    leave()
    await expect(second).rejects.toThrow('gone')
    await expect(third).resolves.toBeTypeOf('function')
  })

  it('spaces requests one by one while the bucket is low, by what it lacks', async () => {
    const { waits, ...time } = clock()
    const budget = createRateBudget(time)
    budget.noteRemaining(190)
    const leave = await budget.enter(open)
    expect(waits).toEqual([1000])
    await expect(budget.enter(AbortSignal.timeout(5))).rejects.toThrow()
    leave()
    budget.noteRemaining(-300)
    await budget.enter(open)
    expect(waits).toEqual([1000, 10_000])
  })

  it('halves on throttling, and widens again after many good answers', async () => {
    const { waits, ...time } = clock()
    const budget = createRateBudget(time)
    budget.noteThrottled(2000)
    const leaves = [await budget.enter(open), await budget.enter(open)]
    expect(waits).toEqual([2000])
    await expect(budget.enter(AbortSignal.timeout(5))).rejects.toThrow()
    for (let n = 0; n < 20; n++) budget.noteRemaining(undefined)
    leaves.push(await budget.enter(open))
    await expect(budget.enter(AbortSignal.timeout(5))).rejects.toThrow()
    for (let n = 0; n < 200; n++) budget.noteRemaining(600)
    leaves.push(await budget.enter(open))
    await expect(budget.enter(AbortSignal.timeout(5))).rejects.toThrow()
  })

  it('frees its place when it is aborted during a pause', async () => {
    const budget = createRateBudget({ parallel: 1 })
    budget.noteThrottled(40)
    await expect(budget.enter(AbortSignal.timeout(5))).rejects.toThrow()
    await expect(budget.enter(open)).resolves.toBeTypeOf('function')
  })
})
