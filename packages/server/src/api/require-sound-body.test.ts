import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { requireSoundBody } from './require-sound-body.ts'

const app = new Hono().use(requireSoundBody).all('*', async c => c.text(`took ${await c.req.text()}`))

async function put(body: string, type?: string): Promise<readonly [number, string]> {
  const headers = type === undefined ? {} : { headers: { 'content-type': type } }
  const reply = await app.request('/api/courses', { method: 'PUT', body, ...headers })
  return [reply.status, await reply.text()]
}

describe('requireSoundBody', () => {
  it('lets a request through that has an empty body, as Node gives one to a request without', async () => {
    expect(await put('')).toEqual([200, 'took '])
    expect(await put('', 'application/json')).toEqual([200, 'took '])
  })

  it('hands JSON on as it came', async () => {
    expect(await put('{"a":"é"}', 'application/json')).toEqual([200, 'took {"a":"é"}'])
  })

  it('refuses what is not said to be JSON, and what is not whole', async () => {
    expect((await put('a=1', 'application/x-www-form-urlencoded'))[0]).toBe(415)
    expect((await put('{"a":', 'application/json'))[0]).toBe(422)
  })

  it('refuses what is too much', async () => {
    expect((await put(JSON.stringify('x'.repeat(4 * 1024 * 1024)), 'application/json'))[0]).toBe(413)
  })
})
