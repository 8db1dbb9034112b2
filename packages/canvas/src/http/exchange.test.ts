import { describe, expect, it } from 'vitest'
import { failure, jsonReply, ORIGIN, READ, scriptCanvas, TOKEN, WRITE } from '../scripted-fetch.ts'

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
