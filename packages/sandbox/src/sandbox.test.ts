import { describe, expect, it } from 'vitest'
import { askAs } from './ask.ts'
import { createSandbox } from './sandbox.ts'

const FORBIDDEN = { status: 'unauthorized', errors: [{ message: 'user not authorized to perform that action' }] }

async function withCourse(options: Parameters<typeof createSandbox>[0] = {}) {
  const sandbox = createSandbox(options)
  const admin = askAs(sandbox, sandbox.people.administrator)
  const made = await admin('POST', '/api/v1/accounts/1/courses', { course: { name: 'Rock & Roll 101' }, offer: true })
  return { sandbox, admin, id: made.json.id as number }
}

describe('who is asking', () => {
  it.each([
    ['nobody', {}, 401, 'user authorization required', true],
    ['a wrong token', { Authorization: 'Bearer nonsense' }, 401, 'Invalid access token.', true],
    ['a stranger', null, 403, 'user not authorized to perform that action', false],
  ])('is told apart: %s', async (_, headers, status, message, challenged) => {
    const { sandbox, id } = await withCourse()
    const ask = askAs(sandbox, headers === null ? sandbox.people.stranger : null)
    const reply = await ask('GET', `/api/v1/courses/${id}`, undefined, headers ?? {})
    expect(reply.status).toBe(status)
    expect(reply.json.errors[0].message).toBe(message)
    expect(reply.headers.has('www-authenticate')).toBe(challenged)
  })

  it('meets 401 instead of 403, without a challenge, on a Canvas of the older kind', async () => {
    const { sandbox, id } = await withCourse({ flags: { forbiddenIs403: false } })
    const reply = await askAs(sandbox, sandbox.people.stranger)('GET', `/api/v1/courses/${id}`)
    expect([reply.status, reply.json, reply.headers.get('www-authenticate')]).toEqual([401, FORBIDDEN, null])
  })

  it('may send the token as a parameter, and links do not repeat it', async () => {
    const { sandbox } = await withCourse()
    const token = sandbox.people.administrator.tokens[0]
    const reply = await askAs(sandbox, null)('GET', `/api/v1/accounts/1/courses?access_token=${token}&search_term=rock`)
    expect(reply.json).toHaveLength(1)
    expect(reply.headers.get('link')).toContain('courses?search_term=rock&page=1')
    expect(reply.headers.get('link')).not.toContain(token)
  })

  it('reads /api/v1//courses as /api/v1/courses, and answers 404 in JSON for what is not there', async () => {
    const { admin, id } = await withCourse()
    expect((await admin('GET', `/api/v1//courses/${id}`)).json.name).toBe('Rock & Roll 101')
    const lost = await admin('GET', '/api/v1/nonsense')
    expect([lost.status, lost.json]).toEqual([404, { errors: [{ message: 'The specified resource does not exist.' }] }])
  })

  it.each(['{', '["a"', '{"a":'])('refuses a body that is no JSON: %s', async body => {
    const { admin, id } = await withCourse()
    expect((await admin('PUT', `/api/v1/courses/${id}`, body)).status).toBe(400)
  })
})

describe('a browser session', () => {
  async function signedIn(flags = {}) {
    const { sandbox, id } = await withCourse({ flags })
    const reply = await askAs(sandbox, null)('GET', '/sandbox/sign-in?as=admin&return_to=/courses/1')
    const cookies = reply.headers.getSetCookie().map(line => line.split(';')[0] ?? '')
    const csrf = cookies.find(pair => pair.startsWith('_csrf_token='))?.slice('_csrf_token='.length) ?? ''
    return { ask: askAs(sandbox, null), id, reply, cookie: cookies.join('; '), csrf }
  }

  it('needs its CSRF token, decoded, for everything but GET', async () => {
    const { ask, id, cookie, csrf } = await signedIn()
    const put = (token: Record<string, string>) =>
      ask('PUT', `/api/v1/courses/${id}`, { course: { name: 'New' } }, { Cookie: cookie, ...token })
    expect((await put({})).status).toBe(422)
    expect((await put({ 'X-CSRF-Token': csrf })).status).toBe(422)
    expect((await put({ 'X-CSRF-Token': decodeURIComponent(csrf) })).status).toBe(200)
  })

  it.each([
    ['newer, JSON asked for', false, 'application/json', false],
    ['newer, anything asked for', false, '*/*', false],
    ['older, JSON asked for', true, 'application/json', true],
    ['older, anything asked for', true, '*/*', true],
  ])('is answered with or without while(1);: %s', async (_, jsonPrefix, accept, prefixed) => {
    const { ask, id, cookie } = await signedIn({ jsonPrefix })
    const reply = await ask('GET', `/api/v1/courses/${id}`, undefined, { Cookie: cookie, Accept: accept })
    expect(reply.text.startsWith('while(1);{')).toBe(prefixed)
  })

  it('starts with the sign-in form, and not with a wrong password', async () => {
    const { sandbox } = await withCourse()
    const ask = askAs(sandbox, null)
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
    const path = '/login/canvas'
    const right = 'pseudonym_session%5Bunique_id%5D=teacher&pseudonym_session%5Bpassword%5D=teacher'
    expect((await ask('POST', path, right, form)).headers.getSetCookie().join()).toContain('_csrf_token=')
    const wrong = await ask('POST', path, `${right}x`, form)
    expect([wrong.status, wrong.headers.getSetCookie()]).toEqual([400, []])
  })

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example'])('never leads away: %s', async target => {
    const { sandbox } = await withCourse()
    const reply = await askAs(sandbox, null)('GET', `/sandbox/sign-in?as=admin&return_to=${encodeURIComponent(target)}`)
    expect(reply.headers.get('location')).toBe('/')
  })
})

describe('ids', () => {
  it.each([
    ['a number', (id: number) => `${id}`],
    ['shard and number', (id: number) => `1~${id}`],
    ['a global number', (id: number) => `1${String(id).padStart(13, '0')}`],
    ['a SIS id', () => 'sis_course_id:A%2FB%201'],
  ])('of courses are read as %s', async (_, write) => {
    const { admin, id } = await withCourse()
    await admin('PUT', `/api/v1/courses/${id}`, { course: { sis_course_id: 'A/B 1' } })
    expect((await admin('GET', `/api/v1/courses/${write(id)}`)).json.id).toBe(id)
  })

  it('are text where the Accept header asks for it, at any depth, and only ids', async () => {
    const { admin, id } = await withCourse()
    const accept = { Accept: 'application/json+canvas-string-ids' }
    const { json } = await admin('GET', `/api/v1/courses/${id}?include[]=term`, undefined, accept)
    expect([json.id, json.account_id, json.term.id, json.storage_quota_mb]).toEqual([String(id), '1', '1', 500])
  })
})

describe('throttling', () => {
  it('refuses the twelfth of many requests at once, in plain text, and says what is left', async () => {
    const { sandbox, id } = await withCourse({ flags: { throttle: true }, now: () => 0 })
    const teacher = askAs(sandbox, sandbox.people.administrator)
    const replies = await Promise.all(Array.from({ length: 14 }, () => teacher('GET', `/api/v1/courses/${id}`)))
    const refused = replies.filter(reply => reply.status === 403)
    expect(refused.length).toBeGreaterThan(0)
    expect(refused[0]?.text).toBe('403 Forbidden (Rate Limit Exceeded)\n')
    expect(refused[0]?.headers.get('x-rate-limit-remaining')).toBe('0.0')
    expect(refused[0]?.headers.has('x-request-cost')).toBe(false)
    const fine = replies.find(reply => reply.status === 200)
    expect(Number(fine?.headers.get('x-rate-limit-remaining'))).toBeLessThan(600)
    expect(fine?.headers.get('x-request-cost')).toBe('0.2')
  })

  it('leaks ten units a second, and never stops one who asks one after the other', async () => {
    let now = 0
    const { sandbox, id } = await withCourse({ flags: { throttle: true }, now: () => now })
    const ask = askAs(sandbox, sandbox.people.administrator)
    for (let count = 0; count < 50; count += 1) expect((await ask('GET', `/api/v1/courses/${id}`)).status).toBe(200)
    const before = Number((await ask('GET', `/api/v1/courses/${id}`)).headers.get('x-rate-limit-remaining'))
    now += 1000
    const after = Number((await ask('GET', `/api/v1/courses/${id}`)).headers.get('x-rate-limit-remaining'))
    expect(after).toBeCloseTo(before + 10 - 0.2, 5)
  })

  it('tells a browser session nothing of its bucket', async () => {
    const { sandbox } = await withCourse({ flags: { throttle: true } })
    const signIn = await askAs(sandbox, null)('GET', '/sandbox/sign-in?as=admin')
    const Cookie = signIn.headers
      .getSetCookie()
      .map(line => line.split(';')[0])
      .join('; ')
    const reply = await askAs(sandbox, null)('GET', '/api/v1/users/self', undefined, { Cookie })
    expect([reply.json.login_id, reply.headers.get('x-rate-limit-remaining')]).toEqual(['admin', null])
  })
})

describe('faults', () => {
  it('fails, then works', async () => {
    const { sandbox, admin, id } = await withCourse()
    sandbox.faults.on(2, { kind: 'fail', status: 502, body: '<html>' })
    const statuses = [1, 2, 3].map(() => admin('GET', `/api/v1/courses/${id}`))
    expect((await Promise.all(statuses)).map(reply => reply.status)).toEqual([200, 502, 200])
  })

  it.each([
    ['before', 'Rock & Roll 101'],
    ['after', 'New'],
  ] as const)('cuts the connection %s acting', async (when, name) => {
    const { sandbox, admin, id } = await withCourse()
    sandbox.faults.on(1, { kind: 'cut', when }, { method: 'PUT' })
    await expect(admin('PUT', `/api/v1/courses/${id}`, { course: { name: 'New' } })).rejects.toThrow(TypeError)
    expect((await admin('GET', `/api/v1/courses/${id}`)).json.name).toBe(name)
  })

  it('hangs until the caller gives up', async () => {
    const { sandbox } = await withCourse()
    sandbox.faults.on(1, { kind: 'hang' })
    const signal = AbortSignal.timeout(20)
    await expect(sandbox.fetch(new Request('https://canvas.test/api/v1/courses', { signal }))).rejects.toThrow(
      /timeout/i,
    )
  })

  it('lets another person write between two requests, and logs what the first one asked', async () => {
    const { sandbox, admin, id } = await withCourse()
    sandbox.faults.clear()
    sandbox.faults.before(2, async () => {
      const authorization = { Authorization: `Bearer ${sandbox.people.administrator.tokens[0]}` }
      const body = new URLSearchParams({ 'course[name]': 'Theirs' })
      await sandbox.quietFetch(
        new Request(`https://canvas.test/api/v1/courses/${id}`, { method: 'PUT', headers: authorization, body }),
      )
    })
    const names = [await admin('GET', `/api/v1/courses/${id}`), await admin('GET', `/api/v1/courses/${id}`)]
    expect(names.map(reply => reply.json.name)).toEqual(['Rock & Roll 101', 'Theirs'])
    const path = `/api/v1/courses/${id}`
    expect(sandbox.faults.log).toEqual([
      { method: 'GET', path, status: 200 },
      { method: 'GET', path, status: 200 },
    ])
  })
})

it('makes the same text from the same seed', () => {
  const tokens = [1, 1, 2].map(seedRandom => createSandbox({ seedRandom }).people.teacher.tokens[0])
  expect(tokens[0]).toBe(tokens[1])
  expect(tokens[0]).not.toBe(tokens[2])
})
