import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { createCanvas } from '../canvas.ts'
import { CanvasError } from '../canvas-error.ts'
import { failure, jsonReply, ORIGIN, READ, scriptCanvas, TOKEN, throttledReply, WRITE } from '../scripted-fetch.ts'
import type { RequestEvent } from './send.ts'

describe('a request', () => {
  it('carries the token in a header, asks for string ids, and has nothing secret in its address', async () => {
    const { canvas, requests } = scriptCanvas([jsonReply({})])
    await canvas.send({ ...READ, query: { include: ['term', 'a b'], search_term: 'x&y', off: undefined, on: false } })
    const [request] = requests
    expect(request?.url).toBe(
      `${ORIGIN}/api/v1/courses/5?include%5B%5D=term&include%5B%5D=a+b&search_term=x%26y&on=false`,
    )
    expect(request?.headers.get('authorization')).toBe(`Bearer ${TOKEN}`)
    expect(request?.headers.get('accept')).toBe('application/json+canvas-string-ids, application/json')
    expect(request?.redirect).toBe('manual')
    expect(request?.credentials).toBe('omit')
  })

  it('sends a body as JSON', async () => {
    const { canvas, requests } = scriptCanvas([jsonReply({})])
    await canvas.send(WRITE)
    expect(requests[0]?.headers.get('content-type')).toBe('application/json')
    expect(await requests[0]?.json()).toEqual({ course: { name: 'x' } })
  })

  it('of a browser session carries the cookie and, on writes only, the CSRF token of that moment', async () => {
    const tokens = ['first', 'second']
    const auth = { kind: 'session', csrfToken: () => tokens.shift() } as const
    const { canvas, requests } = scriptCanvas([jsonReply({}), jsonReply({}), jsonReply({}), jsonReply({})], { auth })
    await canvas.send(READ)
    await canvas.send(WRITE)
    await canvas.send(WRITE)
    await canvas.send(WRITE)
    expect(requests.map(request => request.headers.get('x-csrf-token'))).toEqual([null, 'first', 'second', null])
    expect(requests.map(request => request.headers.get('authorization'))).toEqual([null, null, null, null])
    expect(requests[0]?.credentials).toBe('same-origin')
  })

  it('leaves a CSRF token that is no header value out, instead of failing with it in the message', async () => {
    const auth = { kind: 'session', csrfToken: () => 'bad\nvalue' } as const
    const { canvas, requests } = scriptCanvas([jsonReply({})], { auth })
    await canvas.send(WRITE)
    expect(requests[0]?.headers.has('x-csrf-token')).toBe(false)
  })

  it.each([
    'https://evil.test/api/v1/courses',
    'http://canvas.test/x',
    'https://canvas.test.evil.test/',
    'https://canvas.test:444/',
    '//evil.test/x',
    'data:text/plain,x',
  ])('is never made to %s', async url => {
    const { canvas, requests } = scriptCanvas([])
    expect(await failure(canvas.send({ url, task: 'x' }))).toMatchObject({ kind: 'malformed' })
    expect(requests).toEqual([])
  })

  it('reads JSON behind the prefix that Canvas puts before it, and an empty answer as null', async () => {
    const { canvas } = scriptCanvas([new Response('while(1);[1]'), new Response('')])
    expect((await canvas.send(READ)).json).toEqual([1])
    expect((await canvas.send(READ)).json).toBeNull()
  })

  it('calls the given fetch on its own, as a browser demands', async () => {
    const callers: unknown[] = []
    const options = {
      origin: ORIGIN,
      auth: { kind: 'token', token: TOKEN } as const,
      fetch(this: unknown): Response {
        callers.push(this)
        return jsonReply({ id: 1 })
      },
    }
    await createCanvas(options).send(READ)
    expect(callers).toEqual([undefined])
  })

  it('reports what it did without parameters', async () => {
    const events: RequestEvent[] = []
    const headers = { 'x-request-cost': '0.75', 'x-rate-limit-remaining': '599.25' }
    const { canvas } = scriptCanvas([new TypeError('no'), jsonReply({}, { headers })], {
      onRequest: event => events.push(event),
    })
    await canvas.send({ ...READ, query: { search_term: 'Jane Doe' } })
    expect(events).toMatchObject([
      { method: 'GET', path: '/api/v1/courses/5', attempt: 1, status: undefined },
      { method: 'GET', path: '/api/v1/courses/5', attempt: 2, status: 200, cost: 0.75, remaining: 599.25 },
    ])
    expect(JSON.stringify(events)).not.toContain('Jane')
  })
})

describe('createCanvas', () => {
  it('keeps the token out of sight of whoever prints the client', () => {
    const { canvas } = scriptCanvas([])
    expect(inspect(canvas, { depth: 9, showHidden: true })).not.toContain(TOKEN)
  })

  it.each([
    '',
    'canvas.test',
    'https://canvas.test/',
    'https://canvas.test/courses/1',
    'https://u:p@canvas.test',
    'file:///x',
    'HTTPS://CANVAS.TEST',
  ])('refuses %j as an origin', origin => {
    expect(() => scriptCanvas([], { origin })).toThrow(CanvasError)
  })

  it.each(['', ' ', 'a b', 'abc\n', 'tök'])('refuses the token %j without repeating it', token => {
    const make = (): unknown => scriptCanvas([], { auth: { kind: 'token', token } })
    expect(make).toThrow(expect.objectContaining({ kind: 'unauthenticated' }))
    if (token.trim() !== '') expect(make).not.toThrow(new RegExp(token.trim()))
  })
})

describe('an abort', () => {
  it('ends a request under way with its own reason', async () => {
    const controller = new AbortController()
    const { canvas, requests } = scriptCanvas(['hang'])
    const sent = canvas.send({ ...READ, options: { signal: controller.signal } })
    setTimeout(() => controller.abort(new Error('the person left')), 5)
    await expect(sent).rejects.toThrow('the person left')
    expect(requests[0]?.signal.aborted).toBe(true)
  })

  it('before the start sends nothing', async () => {
    const { canvas, requests } = scriptCanvas([jsonReply({})])
    await expect(canvas.send({ ...READ, options: { signal: AbortSignal.abort() } })).rejects.toThrow(/abort/i)
    expect(requests).toEqual([])
  })

  it('of the client ends all its calls', async () => {
    const controller = new AbortController()
    const { canvas } = scriptCanvas(['hang', 'hang'], { signal: controller.signal })
    const sent = [canvas.send(READ), canvas.send(WRITE)]
    setTimeout(() => controller.abort(new Error('closing')), 5)
    for (const each of sent) await expect(each).rejects.toThrow('closing')
  })

  it('while waiting for the next try ends at once', async () => {
    const controller = new AbortController()
    const sleep = (_: number, signal: AbortSignal): Promise<void> =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    const { canvas, requests } = scriptCanvas([throttledReply(), jsonReply({})], { sleep })
    const sent = canvas.send({ ...READ, options: { signal: controller.signal } })
    setTimeout(() => controller.abort(new Error('enough')), 5)
    await expect(sent).rejects.toThrow('enough')
    expect(requests).toHaveLength(1)
  })

  it('leaves no listener behind on a signal that lives long', async () => {
    const { signal } = new AbortController()
    let listeners = 0
    const add = signal.addEventListener.bind(signal)
    const remove = signal.removeEventListener.bind(signal)
    signal.addEventListener = (...args: Parameters<typeof add>) => {
      listeners += 1
      add(...args)
    }
    signal.removeEventListener = (...args: Parameters<typeof remove>) => {
      listeners -= 1
      remove(...args)
    }
    const { canvas } = scriptCanvas([jsonReply({}), jsonReply({}, { status: 404 })], { signal })
    await canvas.send(READ)
    await failure(canvas.send(READ))
    expect(listeners).toBe(0)
  })
})
