import { existsSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:http'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { spoolName } from '../content/media/spool.ts'
import { withTestDatabase } from '../database/test-database.fixture.ts'
import { listen } from './listen.ts'
import { type Ready, serveLibrary, toUrl } from './serve-library.ts'
import { parseServeSettings } from './serve-settings.ts'
import { toForwarded } from './tell-client-address.ts'
import { PASSWORD } from './test-site.fixture.ts'

const test = withTestDatabase()
const demo = withTestDatabase()

interface Serving {
  readonly ready: Ready
  readonly stop: () => Promise<void>
}

interface Later<T> {
  readonly promise: Promise<T>
  readonly resolve: (value: T) => void
  readonly reject: (reason: unknown) => void
}

/** `Promise.withResolvers` of later Nodes. */
function later<T>(): Later<T> {
  let settle: Pick<Later<T>, 'resolve' | 'reject'> | undefined
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject }
  })
  return { promise, resolve: value => settle?.resolve(value), reject: reason => settle?.reject(reason) }
}

const here = { port: 0, host: '127.0.0.1' }

async function start(place = here, isDemo = false, url = test.url): Promise<Serving> {
  const end = new AbortController()
  const env = { DATABASE_URL: url }
  const settings = parseServeSettings(env)
  const { promise, resolve, reject } = later<Ready>()
  const served = serveLibrary({
    place,
    settings,
    env,
    isDemo,
    signal: end.signal,
    say: () => undefined,
    onReady: resolve,
  })
  served.catch(reject)
  const stop = (): Promise<void> => {
    end.abort()
    return served
  }
  return { ready: await promise, stop }
}

it('two servers on one database know the same sessions and the same first link', async () => {
  const [one, two] = [await start(), await start()]
  try {
    const { pathname } = new URL(one.ready.firstLink?.url ?? '')
    const used = await fetch(`${two.ready.url}/api/sign-in${pathname}`, {
      method: 'POST',
      headers: { origin: two.ready.url, 'content-type': 'application/json' },
      body: JSON.stringify({ password: PASSWORD }),
    })
    const cookie = used.headers
      .getSetCookie()
      .map(each => each.replace(/;.*/, ''))
      .join('; ')
    for (const { ready } of [one, two]) {
      const me = await fetch(`${ready.url}/api/me`, { headers: { cookie } })
      expect(await me.json()).toMatchObject({ role: 'administrator' })
    }
    const three = await start()
    expect(three.ready.firstLink).toBeUndefined()
    await three.stop()
  } finally {
    await Promise.all([one.stop(), two.stop()])
  }
  await expect(fetch(one.ready.url)).rejects.toThrow()
})

it('what a server that was killed had taken in is gone with the next start', async () => {
  const left = await mkdtemp(join(tmpdir(), spoolName({ host: hostname(), pid: 2 ** 30, start: 0 })))
  const server = await start()
  await server.stop()
  expect(existsSync(left)).toBe(false)
})

describe('a demo', () => {
  it('has people to try it as, at every start, also of two at once; each link signs in once and asks for nothing', async () => {
    const servers = await Promise.all([start(here, true, demo.url), start(here, true, demo.url)])
    const { rows } = await demo.pool.query(
      'select (select count(*)::int from person) people, (select count(*)::int from workspace) w',
    )
    expect(rows).toEqual([{ people: 4, w: 1 }])
    for (const { ready } of servers) {
      expect(ready.firstLink).toBeUndefined()
      expect(ready.guests.map(({ role }) => role)).toEqual(['administrator', 'author', 'author', 'reviewer'])
      for (const { url, role } of ready.guests) {
        const use = () =>
          fetch(url.replace('/links/', '/api/sign-in/links/'), {
            method: 'POST',
            headers: { origin: ready.url, 'content-type': 'application/json' },
            body: '{}',
          })
        const cookie = (await use()).headers
          .getSetCookie()
          .map(each => each.replace(/;.*/, ''))
          .join('; ')
        expect(await (await fetch(`${ready.url}/api/me`, { headers: { cookie } })).json()).toMatchObject({ role })
        const courses = await (await fetch(`${ready.url}/api/courses`, { headers: { cookie } })).json()
        expect(courses).toMatchObject({
          rows: expect.arrayContaining([expect.objectContaining({ title: 'Safety EU' })]),
        })
        expect((await use()).status).toBe(404)
      }
    }
    await Promise.all(servers.map(({ stop }) => stop()))
  })

  it('is not put into a library that people use', async () => {
    await (await start()).stop()
    await expect(start(here, true)).rejects.toMatchObject({
      message: expect.stringMatching(/that people use/),
      next: expect.stringMatching(/RECOURSE_DATA/),
    })
    const { rows } = await test.pool.query('select count(*)::int from course')
    expect(rows).toEqual([{ count: 0 }])
  })
})

describe('where nobody can be listened to', () => {
  it('a port in use is said, with what to do', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise(resolve => other.once('listening', resolve))
    const address = other.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const failing = start({ port, host: '127.0.0.1' })
    await expect(failing).rejects.toMatchObject({
      message: `Port ${port} is in use.`,
      next: expect.stringMatching(/--port/),
    })
    other.close()
  })

  it.each(['203.0.113.9', 'no-such-host.invalid'])('a host that is not this machine is said: %s', async host => {
    await expect(start({ port: 0, host })).rejects.toMatchObject({
      message: expect.stringMatching(/no address/),
      next: expect.stringMatching(/--host/),
    })
  })
})

it('requests under way come to their end when it stops; new ones are not taken', async () => {
  const arrived = later<void>()
  const release = later<void>()
  const answer = async (): Promise<Response> => {
    arrived.resolve(undefined)
    await release.promise
    return new Response('whole')
  }
  const listening = await listen(answer, { port: 0, host: '127.0.0.1' })
  const url = `http://127.0.0.1:${listening.port}`
  const asked = fetch(url)
  await arrived.promise
  const closed = listening[Symbol.asyncDispose]()
  await expect(fetch(url)).rejects.toThrow()
  release.resolve(undefined)
  expect(await (await asked).text()).toBe('whole')
  await closed
})

describe('the address that is said', () => {
  it.each([
    ['127.0.0.1', 'http://localhost:80'],
    ['0.0.0.0', 'http://localhost:80'],
    ['::', 'http://localhost:80'],
    ['fe80::1', 'http://[fe80::1]:80'],
    ['library.local', 'http://library.local:80'],
  ])('of %s is %s', (host, url) => expect(toUrl(host, 80)).toBe(url))
})

describe('who is at the other end', () => {
  it.each([
    ['203.0.113.7', 1, '203.0.113.7'],
    ['made-up, 203.0.113.7', 1, '203.0.113.7'],
    ['made-up, 203.0.113.7, 10.0.0.1', 2, '203.0.113.7'],
    ['203.0.113.7', 2, undefined],
    ['', 1, undefined],
    [null, 1, undefined],
  ])('behind “%s” and %d proxies is %s', (header, proxies, address) => {
    expect(toForwarded(header, proxies)).toBe(address)
  })
})

describe('settings', () => {
  const oidc = {
    RECOURSE_OIDC_ISSUER: 'https://sso.example.edu/',
    RECOURSE_OIDC_CLIENT_ID: 'r',
    RECOURSE_OIDC_CLIENT_SECRET: 's',
  }

  it('have a default each', () => {
    expect(parseServeSettings({ RECOURSE_URL: '' })).toMatchObject({
      publicUrl: undefined,
      oidc: undefined,
      proxies: 0,
    })
  })

  it('of OpenID Connect are whole or none', () => {
    const whole = parseServeSettings({ ...oidc, RECOURSE_URL: 'https://library.example.edu/' })
    expect(whole).toMatchObject({
      publicUrl: 'https://library.example.edu',
      oidc: { issuer: 'https://sso.example.edu', name: 'sso.example.edu', scopes: ['openid', 'profile', 'email'] },
    })
  })

  it.each([
    [{ RECOURSE_URL: 'library.example.edu' }, /RECOURSE_URL/],
    [{ RECOURSE_URL: 'https://example.edu/library' }, /RECOURSE_URL has a path/],
    [{ RECOURSE_SECRET: 'short' }, /RECOURSE_SECRET/],
    [{ RECOURSE_PROXIES: 'yes' }, /RECOURSE_PROXIES/],
    [{ RECOURSE_OIDC_ISSUER: 'https://sso.example.edu' }, /by half/],
    [{ ...oidc, RECOURSE_OIDC_ISSUER: 'sso' }, /ISSUER/],
    [oidc, /needs the address/],
  ])('that cannot be are named: %j', (env, message) => {
    expect(() => parseServeSettings(env)).toThrow(message)
  })
})
