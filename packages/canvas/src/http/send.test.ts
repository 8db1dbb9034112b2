import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { createCanvas } from '../canvas.ts'
import { CanvasError } from '../canvas-error.ts'
import { jsonReply, ORIGIN, type ScriptedReply, scriptCanvas, TOKEN } from '../scripted-fetch.ts'
import { createRateBudget } from './rate-budget.ts'
import type { CanvasRequest } from './request.ts'
import type { RequestEvent } from './send.ts'

const READ: CanvasRequest = { url: '/api/v1/courses/5', task: 'read course 5' }
const WRITE: CanvasRequest = { ...READ, method: 'PUT', body: { course: { name: 'x' } }, task: 'change course 5' }

const throttled = (): Response =>
  new Response('403 Forbidden (Rate Limit Exceeded)\n', {
    status: 403,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'x-rate-limit-remaining': '0.0' },
  })

async function failure(work: Promise<unknown>): Promise<CanvasError> {
  const error = await work.then(
    () => new Error('it succeeded'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof CanvasError)) throw error
  return error
}

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

describe('an answer that is a refusal', () => {
  const challenge = { 'www-authenticate': 'Bearer realm="canvas-lms"' }
  const byField = { errors: { title: [{ attribute: 'title', type: 'blank', message: 'no puede estar vacío' }] } }
  const tooLong = { errors: { body: [{ attribute: 'body', type: 'too_long', message: 'x' }] } }
  it.each<[string, Response, Partial<CanvasError>]>([
    [
      'a bad token',
      jsonReply({ errors: [{ message: 'x' }] }, { status: 401, headers: challenge }),
      { kind: 'unauthenticated' },
    ],
    ['a missing right, the older way', jsonReply({ status: 'unauthorized' }, { status: 401 }), { kind: 'denied' }],
    ['a missing right, the newer way', jsonReply({ status: 'unauthorized' }, { status: 403 }), { kind: 'denied' }],
    [
      'plain text that is not throttling',
      new Response('no', { status: 403, headers: { 'content-type': 'text/plain', 'x-rate-limit-remaining': '12.5' } }),
      { kind: 'denied' },
    ],
    [
      'a missing page',
      jsonReply({ message: 'page not found' }, { status: 404 }),
      { kind: 'missing', details: [{ message: 'page not found' }] },
    ],
    [
      'a rule by field',
      jsonReply(byField, { status: 400 }),
      { kind: 'refused', details: [{ field: 'title', type: 'blank', message: 'no puede estar vacío' }] },
    ],
    [
      'a rule in a list',
      jsonReply({ errors: [{ field: 'title', message: 'm', error_code: 'too_short' }] }, { status: 400 }),
      { kind: 'refused', details: [{ field: 'title', type: 'too_short', message: 'm' }] },
    ],
    [
      'a rule as text',
      jsonReply({ errors: { name: 'm' } }, { status: 400 }),
      { kind: 'refused', details: [{ field: 'name', message: 'm' }] },
    ],
    ['a body over the limit', jsonReply(tooLong, { status: 400 }), { kind: 'too-large' }],
    [
      'a request over the limit of a proxy',
      new Response('<html>', { status: 413 }),
      { kind: 'too-large', details: [] },
    ],
    ['a conflict', jsonReply({}, { status: 409 }), { kind: 'changed' }],
    ['an outdated form token', jsonReply({}, { status: 422 }), { kind: 'refused' }],
    [
      'an error of Canvas',
      jsonReply({ errors: [{ error_code: 'internal_server_error' }] }, { status: 500 }),
      { kind: 'down' },
    ],
    ['something unheard of', jsonReply('x', { status: 418 }), { kind: 'refused' }],
  ])('tells %s', async (_, reply, expected) => {
    const { canvas, requests } = scriptCanvas([reply])
    const error = await failure(canvas.send(READ))
    expect(error).toMatchObject({ ...expected, status: reply.status, task: 'read course 5', mayHaveActed: false })
    expect(error.message).toMatch(new RegExp(`^Could not read course 5: .*HTTP ${reply.status}`))
    expect(requests).toHaveLength(1)
  })

  it('names fields and rules, never the sentence, which may quote a person', async () => {
    const body = { errors: { title: [{ type: 'taken', message: 'Jane Doe has that already' }] } }
    const error = await failure(scriptCanvas([jsonReply(body, { status: 400 })]).canvas.send(WRITE))
    expect(error.message).toContain('title taken')
    expect(error.message).not.toContain('Jane')
  })

  it('after a write may mean that Canvas has acted, when it is trouble of its own', async () => {
    const { canvas, requests } = scriptCanvas([jsonReply({}, { status: 503 })])
    expect(await failure(canvas.send(WRITE))).toMatchObject({ kind: 'down', mayHaveActed: true })
    expect(requests).toHaveLength(1)
  })

  it('is malformed when it is not JSON, without quoting it', async () => {
    const error = await failure(scriptCanvas([new Response('Jane Doe <html>')]).canvas.send(READ))
    expect(error).toMatchObject({ kind: 'malformed' })
    expect(error.cause).toBeUndefined()
    expect(error.message).not.toContain('Jane')
  })

  it('is malformed and may have acted when a write is answered with something else', async () => {
    const error = await failure(scriptCanvas([new Response('<html>')]).canvas.send(WRITE))
    expect(error).toMatchObject({ kind: 'malformed', mayHaveActed: true })
  })
})

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
    const { canvas, requests } = scriptCanvas([throttled(), jsonReply({})], { sleep })
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

describe('throttling', () => {
  it('is waited out for reads and writes alike: a throttled request did nothing', async () => {
    for (const request of [READ, WRITE]) {
      const { canvas, waits } = scriptCanvas([throttled(), throttled(), jsonReply({ id: 5 })])
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
    const replies: ScriptedReply[] = Array.from({ length: 9 }, throttled)
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

describe('a redirect', () => {
  const to = (location: string, status = 302): Response => new Response(null, { status, headers: { location } })

  it('to the same origin is followed with the token', async () => {
    const { canvas, requests } = scriptCanvas([to('/api/v1/courses/6'), jsonReply({ id: 6 })])
    expect((await canvas.send(READ)).json).toEqual({ id: 6 })
    expect(requests[1]?.headers.get('authorization')).toBe(`Bearer ${TOKEN}`)
  })

  it.each(['https://elsewhere.test/x', 'https://canvas.test.evil.test/x', 'https://canvas.test:8443/x'])(
    'to %s is followed without the token',
    async location => {
      const { canvas, requests } = scriptCanvas([to(location), jsonReply({ id: 6 })])
      await canvas.send(READ)
      expect(requests[1]?.url).toBe(location)
      expect([...(requests[1]?.headers.keys() ?? [])]).toEqual(['accept'])
    },
  )

  it('back from elsewhere does not carry the token again', async () => {
    const { canvas, requests } = scriptCanvas([to('https://elsewhere.test/x'), to(`${ORIGIN}/y`), jsonReply({})])
    await canvas.send(READ)
    expect(requests.map(request => request.headers.has('authorization'))).toEqual([true, false, false])
  })

  it('elsewhere that asks to sign in says which address to use', async () => {
    const challenge = { status: 401, headers: { 'www-authenticate': 'Bearer' } }
    const { canvas } = scriptCanvas([to('https://vanity.test/x'), jsonReply({}, challenge)])
    const error = await failure(canvas.send(READ))
    expect(error.message).toContain('https://vanity.test')
    expect(error.kind).toBe('unauthenticated')
  })

  it('never leads from https to http, nor to another scheme', async () => {
    for (const location of ['http://canvas.test/x', 'file:///etc/passwd', 'javascript:1']) {
      const { canvas, requests } = scriptCanvas([to(location)])
      expect(await failure(canvas.send(READ))).toMatchObject({ kind: 'refused' })
      expect(requests).toHaveLength(1)
    }
  })

  it('in a circle ends', async () => {
    const { canvas, requests } = scriptCanvas(Array.from({ length: 6 }, () => to('/again')))
    expect(await failure(canvas.send(READ))).toMatchObject({ kind: 'malformed' })
    expect(requests).toHaveLength(6)
  })

  it('of a write is not followed, and says where Canvas is', async () => {
    const { canvas, requests } = scriptCanvas([to('https://vanity.test/api', 301)])
    const error = await failure(canvas.send(WRITE))
    expect(error).toMatchObject({ kind: 'refused', status: 301, mayHaveActed: false })
    expect(error.message).toContain('https://vanity.test')
    expect(requests).toHaveLength(1)
  })

  it('that a browser hides is followed by the browser, without the token', async () => {
    const { canvas, requests } = scriptCanvas([opaqueRedirect, jsonReply({ id: 6 })])
    expect((await canvas.send(READ)).json).toEqual({ id: 6 })
    expect(requests[1]?.redirect).toBe('follow')
    expect(requests[1]?.headers.has('authorization')).toBe(false)
  })

  it('to the sign-in page is told as such', async () => {
    const page = (): Response =>
      Object.defineProperty(new Response('<html>'), 'url', { value: `${ORIGIN}/login/canvas` })
    const auth = { kind: 'session', csrfToken: () => 'x' } as const
    const { canvas } = scriptCanvas([opaqueRedirect, page], { auth })
    expect(await failure(canvas.send(READ))).toMatchObject({ kind: 'unauthenticated' })
  })

  function opaqueRedirect(): Response {
    const response = Response.error()
    Object.defineProperty(response, 'type', { value: 'opaqueredirect' })
    return response
  }
})
