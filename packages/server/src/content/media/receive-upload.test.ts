import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApi } from '../../api/api.fixture.ts'
import { withTestDatabase } from '../../database/test-database.fixture.ts'
import type { Actor } from '../../library/index.ts'
import { addPerson, addWorkspace } from '../../library/world.fixture.ts'
import { clearSpools, openSpool, spoolName } from './spool.ts'
import { AT_ONCE } from './upload-places.ts'

const database = withTestDatabase()
const routes = ['/imports?name=course.imscc', '/media?name=helmet.png'] as const

async function build() {
  const { db } = database
  const workspaceId = await addWorkspace(db)
  const [ana, bo] = [await addPerson(db, workspaceId, 'ana'), await addPerson(db, workspaceId, 'bo')]
  const rev = await addPerson(db, workspaceId, 'rev', 'reviewer')
  const { app } = openTestApi(db)
  const send = async (who: Actor, path: string, body: ReadableStream<Uint8Array>) => {
    const headers = { origin: 'http://library.test', 'x-person': who.personId }
    // A body that is not there yet: https://fetch.spec.whatwg.org/#dom-requestinit-duplex.
    const init = { method: 'POST', headers, body, duplex: 'half' }
    return app.request(`http://library.test/api${path}`, init)
  }
  return { ana, bo, rev, send }
}

/** A file that goes on coming until it is told to end; whether anybody took a byte of it is told. */
function openBody() {
  let ending: ReadableStreamDefaultController<Uint8Array> | undefined
  let asked = () => {}
  const isAsked = new Promise<void>(resolve => {
    asked = resolve
  })
  const counts = { pulls: 0 }
  const body = new ReadableStream<Uint8Array>(
    {
      start: controller => {
        ending = controller
      },
      pull: controller => {
        counts.pulls += 1
        if (counts.pulls === 1) controller.enqueue(new Uint8Array([1]))
        asked()
      },
    },
    { highWaterMark: 0 },
  )
  return { body, counts, isAsked, end: () => ending?.close() }
}

describe('a file that arrives', () => {
  it.each(routes)('at %s is not taken from a reviewer, not a byte of it', async path => {
    const { rev, send } = await build()
    const { body, counts } = openBody()
    const response = await send(rev, path, body)
    expect([response.status, counts.pulls]).toEqual([403, 0])
    expect(await response.json()).toMatchObject({ ok: false, reason: 'forbidden' })
  })

  it.each(routes)(`at %s is one of ${AT_ONCE} at most that a person sends at once`, async path => {
    const { ana, bo, send } = await build()
    const files = Array.from({ length: AT_ONCE }, openBody)
    const answers = files.map(({ body }) => send(ana, path, body))
    await Promise.all(files.map(({ isAsked }) => isAsked))
    const more = openBody()
    const refused = await send(ana, path, more.body)
    expect([refused.status, more.counts.pulls]).toEqual([429, 0])
    expect(await refused.json()).toMatchObject({ ok: false, message: expect.stringContaining('Wait until one') })
    const others = openBody()
    const other = send(bo, path, others.body)
    await others.isAsked
    for (const { end } of [...files, others]) end()
    const statuses = (await Promise.all([...answers, other])).map(({ status }) => status)
    expect(statuses).not.toContain(429)
    const again = openBody()
    const last = send(ana, path, again.body)
    await again.isAsked
    again.end()
    expect((await last).status).not.toBe(429)
  })
})

describe('what a killed process has left', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recourse-left-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('is cleared, and nothing that a process still uses or that is somebody else’s', async () => {
    const own = { host: hostname(), pid: process.pid, start: performance.timeOrigin }
    const killed = [spoolName({ ...own, pid: 2 ** 30 }), spoolName({ ...own, start: 5 })]
    const used = [
      spoolName(own),
      spoolName({ ...own, pid: process.ppid }),
      spoolName({ ...own, host: 'other', pid: 2 ** 30 }),
    ]
    const others = ['recourse-other', `recourse-spool-${process.pid}`]
    for (const name of [...killed, ...used, ...others]) {
      await mkdir(join(folder, name))
      await writeFile(join(folder, name, 'file'), 'x')
    }
    await clearSpools(folder)
    expect(new Set(await readdir(folder))).toEqual(new Set([...used, ...others]))
    await clearSpools(join(folder, 'not there'))
  })

  it('is told by the names that files are given', async () => {
    await using spool = await openSpool()
    await writeFile(spool.file, 'x')
    await clearSpools()
    expect(existsSync(spool.file)).toBe(true)
    expect(spool.file).toContain(spoolName({ host: hostname(), pid: process.pid, start: performance.timeOrigin }))
  })
})
