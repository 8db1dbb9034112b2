import { expect, test } from 'vitest'
import { z } from 'zod'
import { withTestDatabase } from '../../database/test-database.fixture.ts'
import { buildPair, type Pair } from '../../library/world.fixture.ts'
import { openTestApi } from '../api.fixture.ts'

const database = withTestDatabase()

const list = z.object({
  total: z.number(),
  rows: z.array(
    z.object({
      itemId: z.string(),
      kind: z.string(),
      name: z.string(),
      revisionId: z.string(),
      usedOn: z.number(),
      usedIn: z.number(),
      trashedBy: z.string().nullable(),
    }),
  ),
})

async function readItems({ actor, db }: Pair, query: string) {
  return list.parse((await openTestApi(db).ask(actor, 'GET', `/api/items?${query}`)).json)
}

test('items are listed by kind, with the pages and courses that use them', async () => {
  const pair = await buildPair(database.db, 'duplicate', 'the copy')
  const { rows, total } = await readItems(pair, 'kind=media&kind=resource')
  expect(total).toBe(3)
  expect(rows.map(({ name, usedOn, usedIn }) => [name, usedOn, usedIn])).toEqual([
    ['Glove', 0, 0],
    ['Helmet', 2, 2],
    ['Law', 2, 2],
  ])
  expect((await readItems(pair, 'kind=term')).total).toBe(1)
  expect((await readItems(pair, '')).total).toBe(4)
})

test('an item in the trash is found there, and comes back by the change that put it there', async () => {
  const pair = await buildPair(database.db, 'share', 'the copy')
  const { ask } = openTestApi(pair.db)
  const { items } = pair.world
  const refused = await ask(pair.actor, 'DELETE', `/api/items/media/${items.media}`)
  expect(refused).toMatchObject({ status: 409, json: { reason: 'in-use' } })
  await ask(pair.actor, 'DELETE', `/api/items/media/${items.otherMedia}`)
  expect((await readItems(pair, 'kind=media')).rows.map(({ name }) => name)).toEqual(['Helmet'])
  const [trashed] = (await readItems(pair, 'trash=true')).rows
  expect(trashed).toMatchObject({ name: 'Glove' })
  await ask(pair.actor, 'POST', `/api/changes/${trashed?.trashedBy}/undo`, {})
  expect((await readItems(pair, 'trash=true')).total).toBe(0)
  expect((await readItems(pair, 'kind=media')).total).toBe(2)
})

test('an update may give another name, and taking it back gives the old one', async () => {
  const pair = await buildPair(database.db, 'share', 'the copy')
  const { ask } = openTestApi(pair.db)
  const [term] = (await readItems(pair, 'kind=term')).rows
  const path = `/api/items/term/${term?.itemId}`
  const edit = { baseRevisionId: term?.revisionId, name: 'Kit & <b>', content: { text: 'x' } }
  const updated = await ask(pair.actor, 'PUT', path, edit)
  expect(updated.status).toBe(200)
  expect((await readItems(pair, 'kind=term')).rows[0]?.name).toBe('Kit & <b>')
  const { changeId } = z.object({ changeId: z.string() }).parse(updated.json)
  await ask(pair.actor, 'POST', `/api/changes/${changeId}/undo`, {})
  expect((await readItems(pair, 'kind=term')).rows[0]?.name).toBe('PPE')
  expect(await ask(pair.actor, 'PUT', path, { ...edit, name: '  ' })).toMatchObject({ status: 422 })
})

test('where an item is used are all courses that show the page, and those one may not open are counted', async () => {
  const pair = await buildPair(database.db, 'share', 'the copy')
  const { ask } = openTestApi(pair.db)
  const { admin, ana, items } = pair.world
  const uses = async (actor: typeof ana) => (await ask(actor, 'GET', `/api/items/media/${items.media}/uses`)).json
  expect(await uses(ana)).toMatchObject({
    pages: [{ courses: [{ courseId: pair.hereId }, { courseId: pair.otherId }], hiddenCourses: 0 }],
    hidden: 0,
  })
  await ask(admin, 'DELETE', `/api/courses/${pair.otherId}/authors/${ana.personId}`)
  expect(await uses(ana)).toMatchObject({ pages: [{ courses: [{ title: 'Copy' }], hiddenCourses: 1 }], hidden: 0 })
  expect(await uses(admin)).toMatchObject({ pages: [{ courses: [{}, {}], hiddenCourses: 0 }] })
})
