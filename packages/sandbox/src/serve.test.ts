import { afterEach, describe, expect, it } from 'vitest'
import { createSandbox } from './sandbox.ts'
import { type Served, serveSandbox } from './serve.ts'

let served: Served | undefined

afterEach(async () => {
  await served?.close()
  served = undefined
})

async function start() {
  const sandbox = createSandbox()
  served = await serveSandbox(sandbox, { port: 0 })
  const headers = {
    Authorization: `Bearer ${sandbox.people.administrator.tokens[0]}`,
    'Content-Type': 'application/json',
  }
  return { sandbox, url: served.url, headers }
}

describe('a served sandbox', () => {
  it('names the address it is asked under, whatever the host is called', async () => {
    const { sandbox, url, headers } = await start()
    expect([sandbox.world.origin, url]).toEqual([url, expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/)])
    const reply = await fetch(`${url.replace('127.0.0.1', 'localhost')}/api/v1/accounts`, { headers }).catch(
      () => undefined,
    )
    if (reply) expect(reply.headers.get('link')).toContain('http://localhost:')
    expect((await fetch(`${url}/api/v1/accounts`, { headers })).headers.get('link')).toContain(
      `<${url}/api/v1/accounts?`,
    )
  })

  it('answers HEAD as GET without a body', async () => {
    const { url, headers } = await start()
    const reply = await fetch(`${url}/api/v1/accounts`, { method: 'HEAD', headers })
    expect([reply.status, await reply.text()]).toEqual([200, ''])
  })

  it('takes bodies over the wire, and double slashes', async () => {
    const { url, headers } = await start()
    const body = JSON.stringify({ course: { name: 'Größe 😀' } })
    const made = await fetch(`${url}/api/v1//accounts/1/courses`, { method: 'POST', headers, body })
    expect(await made.json()).toMatchObject({ name: 'Größe 😀' })
  })

  it('drops the socket of a cut connection, before and after acting', async () => {
    const { sandbox, url, headers } = await start()
    const post = () =>
      fetch(`${url}/api/v1/accounts/1/courses`, { method: 'POST', headers, body: '{"course":{"name":"A"}}' })
    for (const when of ['before', 'after'] as const) {
      sandbox.faults.on(1, { kind: 'cut', when })
      await expect(post()).rejects.toThrow(TypeError)
    }
    expect([...sandbox.world.rows.courses.values()]).toHaveLength(1)
  })

  it('hangs until the client goes away, and closes all the same', async () => {
    const { sandbox, url, headers } = await start()
    sandbox.faults.on(1, { kind: 'hang' })
    await expect(fetch(`${url}/api/v1/accounts`, { headers, signal: AbortSignal.timeout(50) })).rejects.toThrow(
      /timeout/i,
    )
    expect((await fetch(`${url}/api/v1/accounts`, { headers })).status).toBe(200)
  })

  it('says so when the port is taken', async () => {
    const { url } = await start()
    await expect(serveSandbox(createSandbox(), { port: Number(new URL(url).port) })).rejects.toThrow(/EADDRINUSE/)
  })
})
