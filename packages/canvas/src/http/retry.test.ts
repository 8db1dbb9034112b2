import { describe, expect, it } from 'vitest'
import { failure, jsonReply, READ, type ScriptedReply, scriptCanvas, throttledReply, WRITE } from '../scripted-fetch.ts'
import { createRateBudget } from './rate-budget.ts'

describe('a broken connection', () => {
  const broken = new TypeError('fetch failed', { cause: new Error('ECONNRESET') })

  it('is tried again for a read, waiting longer each time', async () => {
    const { canvas, requests, waits } = scriptCanvas([
      broken,
      jsonReply({}, { status: 502 }),
      broken,
      jsonReply({ id: 5 }),
    ])
    expect((await canvas.send(READ)).json).toEqual({ id: 5 })
    expect(waits).toEqual([500, 1000, 2000])
    expect(requests).toHaveLength(4)
  })

  it('ends as "down" with its cause after four tries', async () => {
    const { canvas, requests } = scriptCanvas([broken, broken, broken, broken])
    expect(await failure(canvas.send(READ))).toMatchObject({ kind: 'down', cause: broken, mayHaveActed: false })
    expect(requests).toHaveLength(4)
  })

  it('is never tried again for a write, which may have acted', async () => {
    for (const method of ['PUT', 'POST', 'DELETE'] as const) {
      const { canvas, requests } = scriptCanvas([broken])
      expect(await failure(canvas.send({ ...WRITE, method }))).toMatchObject({ kind: 'down', mayHaveActed: true })
      expect(requests).toHaveLength(1)
    }
  })

  it('waits as long as a gateway asks', async () => {
    const reply = jsonReply({}, { status: 503, headers: { 'retry-after': '7' } })
    const { canvas, waits } = scriptCanvas([reply, jsonReply({})])
    await canvas.send(READ)
    expect(waits).toEqual([7250])
  })

  it('in the middle of an answer counts as none', async () => {
    const cut = (): Response =>
      new Response(
        new ReadableStream({
          start(controller) {
            controller.enqueue(new TextEncoder().encode('{"id":'))
            controller.error(new TypeError('terminated'))
          },
        }),
      )
    const { canvas, requests } = scriptCanvas([cut, jsonReply({ id: 5 })])
    expect((await canvas.send(READ)).json).toEqual({ id: 5 })
    expect(requests).toHaveLength(2)
    expect(await failure(scriptCanvas([cut]).canvas.send(WRITE))).toMatchObject({ kind: 'down', mayHaveActed: true })
  })

  it('spreads clients that failed together', async () => {
    const { canvas, waits } = scriptCanvas([broken, jsonReply({})], { random: () => 0 })
    await canvas.send(READ)
    expect(waits).toEqual([250])
  })
})

describe('an answer that does not come', () => {
  it('is given up after the time-out, even by a fetch that ignores signals', async () => {
    const { canvas } = scriptCanvas(['hang'], { timeoutMs: 20 })
    const error = await failure(canvas.send(WRITE))
    expect(error).toMatchObject({ kind: 'down', mayHaveActed: true, cause: { name: 'TimeoutError' } })
    expect(error.message).toContain('no answer within 0.02 s')
  })

  it('is tried again for a read', async () => {
    const { canvas } = scriptCanvas(['hang', jsonReply({ id: 5 })])
    expect((await canvas.send({ ...READ, options: { timeoutMs: 20 } })).json).toEqual({ id: 5 })
  })

  it('is tried again when it hangs in the middle', async () => {
    const half = (): Response => new Response(new ReadableStream({ start: c => c.enqueue(new Uint8Array([91])) }))
    const { canvas } = scriptCanvas([half, jsonReply([])], { timeoutMs: 20 })
    expect((await canvas.send(READ)).json).toEqual([])
  })
})

describe('throttling', () => {
  it('is waited out for reads and writes alike: a throttled request did nothing', async () => {
    for (const request of [READ, WRITE]) {
      const { canvas, waits } = scriptCanvas([throttledReply(), throttledReply(), jsonReply({ id: 5 })])
      expect((await canvas.send(request)).json).toEqual({ id: 5 })
      expect(waits).toEqual([2000, 4000])
    }
  })

  it('of a proxy is told by 429 and its Retry-After', async () => {
    const reply = new Response('slow down', { status: 429, headers: { 'retry-after': '11' } })
    const { canvas, waits } = scriptCanvas([reply, jsonReply({})])
    await canvas.send(READ)
    expect(waits).toEqual([12_000])
  })

  it('reads Retry-After as a date against the date of the answer', async () => {
    const headers = { date: 'Wed, 01 Jan 2025 00:00:00 GMT', 'retry-after': 'Wed, 01 Jan 2025 00:00:30 GMT' }
    const { canvas, waits } = scriptCanvas([new Response('', { status: 429, headers }), jsonReply({})])
    await canvas.send(READ)
    expect(waits).toEqual([31_000])
  })

  it('is an error when it does not end', async () => {
    const replies: ScriptedReply[] = Array.from({ length: 9 }, throttledReply)
    const { canvas, requests, waits } = scriptCanvas(replies)
    expect(await failure(canvas.send(WRITE))).toMatchObject({ kind: 'throttled', status: 403, mayHaveActed: false })
    expect(requests).toHaveLength(9)
    expect(Math.max(...waits)).toBe(30_000)
  })

  it('is an error at once when the wait is longer than anyone would', async () => {
    const reply = new Response('', { status: 429, headers: { 'retry-after': '3600' } })
    const { canvas } = scriptCanvas([reply])
    expect(await failure(canvas.send(READ))).toMatchObject({ kind: 'throttled', retryAfterMs: 3_600_000 })
  })

  it('of one client slows every client of the same token', async () => {
    let nowMs = 0
    const waits: number[] = []
    const sleep = async (ms: number): Promise<void> => {
      waits.push(ms)
      nowMs += ms
    }
    const budget = createRateBudget({ sleep, now: () => nowMs })
    const low = jsonReply({}, { headers: { 'x-rate-limit-remaining': '150' } })
    const one = scriptCanvas([low], { budget }).canvas
    const other = scriptCanvas([jsonReply({})], { budget }).canvas
    await one.send(READ)
    await other.send(READ)
    expect(waits).toEqual([5000])
  })
})
