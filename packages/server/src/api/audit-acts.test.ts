import { beforeEach, expect, it } from 'vitest'
import { withTestDatabase } from '../database/test-database.fixture.ts'
import { buildWorld, type World } from '../library/world.fixture.ts'
import { openTestApi } from './api.fixture.ts'

const test = withTestDatabase()
let world: World
let api: ReturnType<typeof openTestApi>

beforeEach(async () => {
  await test.pool.query('truncate workspace cascade')
  world = await buildWorld(test.db)
  api = openTestApi(test.db)
})

async function readLog() {
  const { rows } = await test.pool.query(
    `select action, person_id as "personId", target_id as "targetId", details from audit_log order by sequence`,
  )
  return rows
}

it('copies, deletions and restoring are in the audit log, with the change in the journal', async () => {
  const path = `/api/courses/${world.originalId}`
  const wishes = { mode: 'share', title: 'Copy', keepsAuthors: true }
  const copied = await api.ask(world.ana, 'POST', `${path}/copies`, wishes)
  expect(copied.status).toBe(200)
  expect((await api.ask(world.ana, 'DELETE', path)).status).toBe(200)
  expect((await api.ask(world.admin, 'POST', `${path}/restore`)).status).toBe(200)
  const log = await readLog()
  const targetId = world.originalId
  expect(log).toMatchObject([
    { action: 'course-copied', personId: world.ana.personId, targetId },
    { action: 'course-deleted', personId: world.ana.personId, targetId },
    { action: 'course-restored', personId: world.admin.personId, targetId },
  ])
  for (const { details } of log) {
    const { rows } = await test.pool.query('select id from change_log where id = $1', [details.changeId])
    expect(rows).toHaveLength(1)
  }
})

it('what was only tried or was refused is not', async () => {
  const path = `/api/courses/${world.originalId}`
  const wishes = { mode: 'duplicate', title: 'Copy', keepsAuthors: true }
  expect((await api.ask(world.ana, 'POST', `${path}/copies`, { ...wishes, isDryRun: true })).status).toBe(200)
  expect((await api.ask(world.ana, 'DELETE', `${path}?isDryRun=true`)).status).toBe(200)
  expect((await api.ask(world.bo, 'DELETE', path)).status).toBe(403)
  expect((await api.ask(world.ana, 'DELETE', `/api/items/media/${world.items.media}`)).status).toBe(409)
  expect(await readLog()).toEqual([])
  expect((await api.ask(world.ana, 'DELETE', `/api/items/media/${world.items.otherMedia}`)).status).toBe(200)
  expect(await readLog()).toMatchObject([{ action: 'item-deleted', targetId: world.items.otherMedia }])
})
