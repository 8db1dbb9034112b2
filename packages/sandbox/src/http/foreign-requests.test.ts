import { describe, expect, it } from 'vitest'
import { askAs } from '../ask.ts'
import { createSandbox } from '../sandbox.ts'

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' }

async function setUp() {
  const sandbox = createSandbox()
  const ask = askAs(sandbox, sandbox.people.administrator)
  const { id } = (await ask('POST', '/api/v1/accounts/1/courses', { course: { name: 'A' } })).json
  const page = `/api/v1/courses/${id}/pages/p`
  await ask('PUT', page, { wiki_page: { title: 'P', body: '<p>A & B</p>' } })
  const bodyNow = async (): Promise<string> => (await ask('GET', page)).json.body
  return { sandbox, ask, page, bodyNow }
}

describe('a POST that means another method', () => {
  const multipart = (fields: string) => ({
    body: fields.replaceAll('\n', '\r\n'),
    type: 'multipart/form-data; boundary=xx',
  })
  const part = (name: string, value: string) => `--xx\nContent-Disposition: form-data; name="${name}"\n\n${value}\n`

  it.each([
    ['by a field of its form', '', { body: 'wiki_page%5Bbody%5D=new&_method=put', type: FORM['Content-Type'] }],
    ['by the first field', '', { body: '_method=PUT&wiki_page[body]=new', type: FORM['Content-Type'] }],
    ['by a part', '', multipart(`${part('_method', 'PUT')}${part('wiki_page[body]', 'new')}--xx--\n`)],
    ['by header', 'PUT', { body: '{"wiki_page":{"body":"new"}}', type: 'application/json' }],
  ])('is taken for it: %s', async (_, header, { body, type }) => {
    const t = await setUp()
    const headers = { 'Content-Type': type, ...(header && { 'X-HTTP-Method-Override': header }) }
    expect((await t.ask('POST', t.page, body, headers)).status).toBe(200)
    expect(await t.bodyNow()).toBe('new')
  })

  it.each([
    ['in the address', '?_method=PUT', 'wiki_page[body]=new', FORM],
    ['in JSON', '', '{"_method":"PUT","wiki_page":{"body":"new"}}', { 'Content-Type': 'application/json' }],
    ['that is none', '', '_method=EXPLODE&wiki_page[body]=new', FORM],
    ['in the middle of a value', '', 'wiki_page[body]=x_method=PUT', FORM],
  ])('is a POST all the same: %s', async (_, query, body, headers) => {
    const t = await setUp()
    expect((await t.ask('POST', t.page + query, body, headers)).status).toBe(404)
  })

  it('is a question only of POST', async () => {
    const t = await setUp()
    await t.ask('PUT', t.page, '_method=DELETE&wiki_page[body]=new', FORM)
    expect(await t.bodyNow()).toBe('new')
  })
})

describe('a body', () => {
  it.each([
    'application/json; charset=UTF-8',
    'application/json+canvas-string-ids',
    'text/x-json',
    'application/vnd.api+json',
  ])('of type %s is JSON', async type => {
    const t = await setUp()
    await t.ask('PUT', t.page, '{"wiki_page":{"body":"new"}}', { 'Content-Type': type })
    expect(await t.bodyNow()).toBe('new')
  })

  it('of no type is a form, if it is posted', async () => {
    const { sandbox } = await setUp()
    const bytes = new TextEncoder().encode('course[name]=Untyped')
    const Authorization = `Bearer ${sandbox.people.administrator.tokens[0]}`
    const address = 'https://canvas.test/api/v1/accounts/1/courses'
    const reply = await sandbox.fetch(new Request(address, { method: 'POST', body: bytes, headers: { Authorization } }))
    expect((await reply.json()).name).toBe('Untyped')
  })

  it('holds booleans as every language writes them', async () => {
    const t = await setUp()
    const published = async (written: string) => {
      await t.ask('PUT', t.page, `wiki_page[published]=${written}`, FORM)
      return (await t.ask('GET', t.page)).json.published
    }
    for (const written of ['True', 'true', '1', 'on', 'yes', 'TRUE']) {
      expect([await published(written), await published(written === '1' ? '0' : 'False')]).toEqual([true, false])
    }
  })
})

describe('an answer', () => {
  it('has no bytes that could be taken for markup', async () => {
    const t = await setUp()
    const reply = await t.ask('GET', t.page)
    expect(reply.text).toContain('"body":"\\u003cp\\u003eA \\u0026amp; B\\u003c/p\\u003e"')
    expect(reply.json.body).toBe('<p>A &amp; B</p>')
  })

  it('tells its price and what remains, unless a browser asked', async () => {
    const t = await setUp()
    const told = ({ headers }: { headers: Headers }) => [
      headers.get('x-request-cost'),
      headers.get('x-rate-limit-remaining'),
    ]
    expect(told(await t.ask('GET', t.page))).toEqual(['0.2', '600.0'])
    expect(told(await t.ask('PUT', t.page, { wiki_page: { body: 'x' } }))).toEqual(['1.0', '600.0'])
    expect(told(await t.ask('GET', `${t.page}-lost`))).toEqual(['0.2', '600.0'])
    const signIn = await t.ask('GET', '/sandbox/sign-in?as=admin')
    const Cookie = signIn.headers.getSetCookie().join('; ')
    const asBrowser = await askAs(t.sandbox, null)('GET', t.page, undefined, { Cookie, Accept: 'application/json' })
    expect([asBrowser.status, ...told(asBrowser)]).toEqual([200, null, null])
  })

  it('is not sent again to who has it', async () => {
    const t = await setUp()
    const tag = (await t.ask('GET', t.page)).headers.get('etag') ?? ''
    expect(tag).toMatch(/^W\/"[\da-f]{32}"$/)
    const again = await t.ask('GET', t.page, undefined, { 'If-None-Match': tag })
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', tag])
    expect(again.headers.get('x-request-cost')).toBe('0.2')
    await t.ask('PUT', t.page, { wiki_page: { body: 'new' } })
    const changed = await t.ask('GET', t.page, undefined, { 'If-None-Match': tag })
    expect([changed.status, changed.json.body]).toEqual([200, 'new'])
  })

  it('to HEAD is that to GET without its body', async () => {
    const t = await setUp()
    const [head, get] = [await t.ask('HEAD', t.page), await t.ask('GET', t.page)]
    expect([head.status, head.text, head.headers.get('etag')]).toEqual([200, '', get.headers.get('etag')])
  })
})
