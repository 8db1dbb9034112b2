import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openTestApi } from '../../api/api.fixture.ts'
import { withTestDatabase } from '../../database/test-database.fixture.ts'
import { type Actor, trashItem } from '../../library/index.ts'
import { addPerson, addWorkspace, must } from '../../library/world.fixture.ts'
import { picture } from '../package.fixture.ts'
import { CHUNK_BYTES } from './store-bytes.ts'

const database = withTestDatabase()

async function build() {
  const { db } = database
  const workspaceId = await addWorkspace(db)
  const [ana, bo, rev] = [
    await addPerson(db, workspaceId, 'ana'),
    await addPerson(db, workspaceId, 'bo'),
    await addPerson(db, workspaceId, 'rev', 'reviewer'),
  ]
  const stranger = await addPerson(db, await addWorkspace(db), 'stranger', 'administrator')
  const { app, faults } = openTestApi(db)
  const send = (
    who: Actor | null,
    method: string,
    path: string,
    init: { body?: Uint8Array; headers?: Record<string, string> } = {},
  ) =>
    app.request(`http://library.test/api${path}`, {
      method,
      headers: { origin: 'http://library.test', ...(who && { 'x-person': who.personId }), ...init.headers },
      ...(init.body && { body: new Blob([new Uint8Array(init.body)]) }),
    })
  const upload = async (who: Actor, name: string, body: Uint8Array, more = '') => {
    const response = await send(who, 'POST', `/media?name=${encodeURIComponent(name)}${more}`, { body })
    return { status: response.status, json: await response.json() }
  }
  return { db, ana, bo, rev, stranger, send, upload, faults }
}

const addressOf = ({ json }: { json: { value: { itemId: string; revisionId: string } } }): string =>
  `/media/${json.value.itemId}/${json.value.revisionId}`

describe('a file that is uploaded', () => {
  it('comes back byte for byte, whatever its size and name', async () => {
    const { ana, bo, upload, send } = await build()
    for (const size of [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES + 7]) {
      const bytes = new Uint8Array(randomBytes(size))
      const name = `größe ${size} & <b> "x" 👩🏽‍🌾 עברית\u00a0.bin`
      const made = await upload(ana, name, bytes)
      expect(made.json).toMatchObject({ ok: true, value: { name, content: { size, fileName: name } } })
      const response = await send(bo, 'GET', addressOf(made))
      expect(Buffer.from(await response.arrayBuffer()).equals(bytes), name).toBe(true)
      expect(response.headers.get('content-disposition')).toContain(`filename*=UTF-8''gr%C3%B6%C3%9Fe%20${size}`)
    }
  })

  it('is drawn only if it is of a kind that runs nothing, and then without a right', async () => {
    const { ana, upload, send } = await build()
    const kinds = [
      ['a.png', 'image/png', 'inline'],
      ['a.svg', 'image/svg+xml', 'attachment'],
      ['a.html', 'text/html', 'attachment'],
      ['a.xhtml', 'application/xhtml+xml', 'attachment'],
      ['a.pdf', 'application/pdf', 'attachment'],
      ['a.js', 'text/javascript', 'attachment'],
      ['a.mp4', 'video/mp4', 'inline'],
      ['a.txt', 'text/plain; charset=utf-8', 'inline'],
      ['a', 'application/octet-stream', 'attachment'],
    ]
    for (const [name = '', type = '', how = ''] of kinds) {
      const { headers } = await send(ana, 'GET', addressOf(await upload(ana, name, picture)))
      expect([name, headers.get('content-type'), headers.get('content-disposition')?.split(';')[0]]).toEqual([
        name,
        type,
        how,
      ])
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/)
      expect(headers.get('cache-control')).toContain('private')
    }
  })

  it('is for nobody outside its library, nor for who is signed out, nor for a reviewer while no course shows it', async () => {
    const { ana, rev, stranger, upload, send } = await build()
    const address = addressOf(await upload(ana, 'a.png', picture))
    expect((await send(stranger, 'GET', address)).status).toBe(404)
    expect((await send(rev, 'GET', address)).status).toBe(404)
    expect((await send(null, 'GET', address)).status).toBe(401)
    expect((await send(ana, 'GET', '/media/no-id/at-all')).status).toBe(404)
    expect((await send(ana, 'POST', '/media?name=a')).status).toBe(422)
  })

  it('of a revision of something else is not there, nor is what lies in the trash', async () => {
    const { db, ana, upload, send } = await build()
    const [one, two] = [await upload(ana, 'a.png', picture), await upload(ana, 'b.png', picture)]
    expect((await send(ana, 'GET', `/media/${one.json.value.itemId}/${two.json.value.revisionId}`)).status).toBe(404)
    await must(trashItem(db, ana, { kind: 'media', itemId: one.json.value.itemId }))
    expect((await send(ana, 'GET', addressOf(one))).status).toBe(404)
    expect((await send(ana, 'GET', addressOf(two))).status).toBe(200)
  })

  it('is not taken from a reviewer, a stranger’s page, or without a name', async () => {
    const { ana, rev, upload, send } = await build()
    expect((await upload(rev, 'a.png', picture)).status).toBe(403)
    expect((await upload(ana, ' ', picture)).status).toBe(422)
    const foreign = await send(ana, 'POST', '/media?name=a', {
      body: picture,
      headers: { origin: 'https://evil.example' },
    })
    expect(foreign.status).toBe(403)
  })

  it('too large is refused by what it says, and by what comes', async () => {
    const { ana, send } = await build()
    const said = await send(ana, 'POST', '/media?name=a', {
      body: picture,
      headers: { 'content-length': String(2 ** 31) },
    })
    expect(said.status).toBe(413)
    expect(await said.json()).toMatchObject({ ok: false, message: expect.stringContaining('512 MB') })
  })

  it('is read in parts, and not again by who has it', async () => {
    const { ana, upload, send } = await build()
    const bytes = new Uint8Array(randomBytes(CHUNK_BYTES + 100))
    const address = addressOf(await upload(ana, 'a.mp4', bytes))
    const part = async (range: string) => {
      const response = await send(ana, 'GET', address, { headers: { range } })
      return [response.status, response.headers.get('content-range'), new Uint8Array(await response.arrayBuffer())]
    }
    const size = bytes.length
    expect(await part('bytes=0-0')).toEqual([206, `bytes 0-0/${size}`, bytes.subarray(0, 1)])
    expect(await part(`bytes=${CHUNK_BYTES - 2}-${CHUNK_BYTES + 1}`)).toEqual([
      206,
      `bytes ${CHUNK_BYTES - 2}-${CHUNK_BYTES + 1}/${size}`,
      bytes.subarray(CHUNK_BYTES - 2, CHUNK_BYTES + 2),
    ])
    expect(await part('bytes=-3')).toEqual([206, `bytes ${size - 3}-${size - 1}/${size}`, bytes.subarray(-3)])
    expect(await part(`bytes=${size}-`)).toEqual([416, `bytes */${size}`, new Uint8Array()])
    expect((await part('bytes=0-1,4-5'))[0]).toBe(200)
    const etag = (await send(ana, 'GET', address)).headers.get('etag') ?? ''
    expect((await send(ana, 'GET', address, { headers: { 'if-none-match': etag } })).status).toBe(304)
  })
})

it('other bytes for an asset are shown everywhere, the old ones stay for whoever names them, and a stale update is refused', async () => {
  const { ana, bo, upload, send } = await build()
  const first = await upload(ana, 'a.png', picture)
  const { itemId, revisionId } = first.json.value
  const more = `&itemId=${itemId}&baseRevisionId=${revisionId}`
  const second = await upload(bo, 'b.gif', new Uint8Array([1, 2, 3]), more)
  expect(second.json).toMatchObject({
    ok: true,
    value: { itemId, name: 'a.png', content: { type: 'image/gif', size: 3 } },
  })
  expect((await (await send(ana, 'GET', addressOf(first))).arrayBuffer()).byteLength).toBe(picture.length)
  expect((await (await send(ana, 'GET', addressOf(second))).arrayBuffer()).byteLength).toBe(3)
  expect((await upload(ana, 'c.png', picture, more)).json).toMatchObject({ ok: false, reason: 'stale' })
  expect((await upload(ana, 'c.png', picture, `&itemId=${itemId}`)).status).toBe(422)
})
