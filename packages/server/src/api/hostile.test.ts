import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { connect } from '../database/connect.ts'
import { withTestDatabase } from '../database/test-database.fixture.ts'
import { buildWorld, findPage, getTree, listObjects, text } from '../library/world.fixture.ts'
import { type Answer, openTestApi } from './api.fixture.ts'
import { createApp } from './create-app.ts'

const database = withTestDatabase()

async function build() {
  const { db } = database
  const world = await buildWorld(db)
  const api = openTestApi(db)
  const course = `/api/courses/${world.originalId}`
  return { db, world, course, ...api }
}

const nested = (depth: number): unknown => JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`)
const made = z.object({ changeId: z.guid() })
const count = async (table: string): Promise<unknown> =>
  (await sql`select count(*) from ${sql.table(table)}`.execute(database.db)).rows[0]

describe('a body', () => {
  it.each([
    ['no JSON object', [1], 422],
    ['a wrong type', { title: 5 }, 422],
    ['nothing of what is asked', {}, 422],
    ['an empty title', { title: '  ' }, 422],
    ['a title that is too long', { title: 'x'.repeat(501) }, 422],
    ['a NUL character', { title: 'a\0b' }, 422],
    ['half a character', { title: 'a\ud800b' }, 422],
    ['more than 4 MB', { title: 'x'.repeat(5_000_000) }, 413],
    ['a hundred levels', { title: 'x', more: nested(100) }, 422],
    ['two thousand levels', { title: 'x', more: nested(2_000) }, 422],
  ])('of %s is refused with a sentence, and makes nothing', async (_, json, status) => {
    const { world, ask, faults } = await build()
    const before = await count('course')
    const answer = await ask(world.ana, 'POST', '/api/courses', json)
    expect(answer).toMatchObject({
      status,
      json: { ok: false, reason: 'invalid', message: expect.stringMatching(/^This|^A text/) },
    })
    expect(await count('course')).toEqual(before)
    expect(faults).toEqual([])
  })

  it('says which field is wrong', async () => {
    const { world, course, ask } = await build()
    const answer = await ask(world.ana, 'POST', `${course}/copies`, { mode: 'both', title: 'x' })
    expect(answer.json).toMatchObject({ details: { fields: [{ at: 'mode' }, { at: 'keepsAuthors' }] } })
  })

  it('that is not JSON, or not whole, is said so', async () => {
    const { world, app } = await build()
    const send = (type: string, body: string) =>
      app.request('http://a/api/courses', {
        method: 'POST',
        headers: { origin: 'http://a', 'content-type': type, 'x-person': world.ana.personId },
        body,
      })
    expect((await send('application/json', '{"title":')).status).toBe(422)
    expect((await send('text/plain', '{"title":"x"}')).status).toBe(415)
    expect((await send('application/x-www-form-urlencoded', 'title=x')).status).toBe(415)
  })

  it.each(['😀 & < > " \' \u00a0 \u202eabc', 'Ωß', '__proto__', "'; drop table course; --"])(
    'keeps %s as it is',
    async title => {
      const { world, ask } = await build()
      const made = await ask(world.ana, 'POST', '/api/courses', { title })
      const id: string = Reflect.get(Object(Reflect.get(Object(made.json), 'value')), 'courseId')
      expect(await ask(world.ana, 'GET', `/api/courses/${id}`)).toMatchObject({ status: 200, json: { title } })
    },
  )
})

describe('another site', () => {
  it.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site', origin: 'http://a' },
    { 'sec-fetch-site': 'same-site' },
    {},
  ])('cannot change anything: %o', async headers => {
    const { world, app } = await build()
    const before = await count('course')
    const response = await app.request('http://a/api/courses', {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'x-person': world.ana.personId },
      body: '{"title":"x"}',
    })
    expect(response.status).toBe(403)
    expect(await count('course')).toEqual(before)
  })
})

describe('two at once', () => {
  it('a stale save gives both sides, and a save from a version of another page is refused', async () => {
    const { db, world, course, ask } = await build()
    const page = findPage(await getTree(db, world.originalId), 'a1')
    const other = findPage(await getTree(db, world.originalId), 'b1')
    const save = (words: string, baseRevisionId = page.revisionId): Promise<Answer> =>
      ask(world.ana, 'PUT', `${course}/pages/${page.id}`, {
        baseRevisionId,
        content: { ...page.content, blocks: [text('1', words), ...page.content.blocks.slice(1)] },
      })
    expect(await save('mine')).toMatchObject({ status: 200, json: { value: { kind: 'saved', wasMerged: false } } })
    expect(await save('theirs')).toMatchObject({
      status: 409,
      json: { reason: 'stale', details: { conflicts: [{ at: '1' }], current: {}, yours: {} } },
    })
    expect(await save('theirs', other.revisionId)).toMatchObject({ status: 422, json: { reason: 'invalid' } })
  })

  it('a Course Style and an order of pages say what was seen, or take the place of what there is', async () => {
    const { db, world, course, ask } = await build()
    const [object] = listObjects(await getTree(db, world.originalId)).filter(({ content }) => content.name === 'A')
    const [pageIds, baseRevisionId] = [object?.content.pageIds ?? [], object?.revisionId]
    const style = { name: 'Warm', definition: { colour: 'blue' } }
    const saveStyle = (more: object) => ask(world.ana, 'PUT', `${course}/styles/warm`, { ...style, ...more })
    const order = (ids: readonly string[], more: object) =>
      ask(world.ana, 'POST', `${course}/objects/${object?.id}/pages/order`, { pageIds: ids, ...more })
    const added = await ask(world.ana, 'POST', `${course}/objects/${object?.id}/pages`, {
      content: { title: 'new', blocks: [] },
    })
    expect(added.status).toBe(200)
    const seen = { name: 'Warm', definition: { colour: 'red' } }
    expect(await saveStyle({ from: seen })).toMatchObject({ status: 200 })
    expect(await saveStyle({ from: seen, definition: { colour: 'green' } })).toMatchObject({
      status: 409,
      json: { reason: 'stale', details: [{ at: 'style', base: seen, ours: style }] },
    })
    expect(await saveStyle({ definition: { colour: 'green' } })).toMatchObject({ status: 200 })
    expect(await order(pageIds.toReversed(), {})).toMatchObject({ status: 409 })
    expect(await order(pageIds.toReversed(), { baseRevisionId })).toMatchObject({ status: 200 })
  })

  it('a request key is one course, however often it is sent', async () => {
    const { world, course, ask } = await build()
    const wishes = { mode: 'share', title: 'Copy', keepsAuthors: true, requestKey: world.originalId }
    const send = () => ask(world.ana, 'POST', `${course}/copies`, wishes)
    const answers = [...(await Promise.all([send(), send(), send()])), await send()]
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 200, json: { changeId: made.parse(answers[0]?.json).changeId } })
    }
    expect((await ask(world.ana, 'GET', '/api/courses?kind=share')).json).toMatchObject({ total: 1 })
  })

  it('a dry run says what would be, and writes nothing', async () => {
    const { world, course, ask } = await build()
    const before = [await count('course'), await count('change_log'), await count('notice')]
    const wishes = { mode: 'duplicate', title: 'Copy', keepsAuthors: true, isDryRun: true }
    expect(await ask(world.ana, 'POST', `${course}/copies`, wishes)).toMatchObject({
      status: 200,
      json: { value: { title: 'Copy', plan: { mode: 'duplicate' } } },
    })
    expect((await ask(world.ana, 'DELETE', `${course}?isDryRun=true`)).status).toBe(200)
    expect([await count('course'), await count('change_log'), await count('notice')]).toEqual(before)
  })
})

describe('what nobody expected', () => {
  const nowhere = connect('postgresql://nobody@127.0.0.1:9/none')
  afterAll(() => nowhere[Symbol.asyncDispose]())

  it('is told by an id alone, and logged without what anybody wrote', async () => {
    const { db, faults, signIn } = await build()
    const logged: unknown[] = []
    const findActor = () => Promise.reject(new TypeError('cannot read "secret words"\nsecret words'))
    const app = createApp({ db, findActor, signIn, log: fault => logged.push(fault) })
    const response = await app.request('http://a/api/courses/5?search=secret')
    const answer = await response.text()
    expect(response.status).toBe(500)
    expect(JSON.stringify(logged)).toContain(JSON.parse(answer).details.id)
    expect(`${answer}${JSON.stringify(logged)}`).not.toContain('secret')
    expect(faults).toEqual([])
  })

  it('a database that does not answer is 503, with what to do', async () => {
    const { world, signIn } = await build()
    const app = createApp({ db: nowhere.db, findActor: async () => world.ana, signIn, log: () => undefined })
    const response = await app.request('http://a/api/courses')
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('5')
    expect(await response.json()).toMatchObject({
      ok: false,
      reason: 'down',
      message: expect.stringContaining('Try again'),
    })
  })
})
