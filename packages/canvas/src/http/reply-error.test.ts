import { describe, expect, it } from 'vitest'
import type { CanvasError } from '../canvas-error.ts'
import { failure, jsonReply, READ, scriptCanvas, WRITE } from '../scripted-fetch.ts'

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
