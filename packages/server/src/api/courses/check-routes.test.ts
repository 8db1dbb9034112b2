import { expect, it } from 'vitest'
import { withTestDatabase } from '../../database/test-database.fixture.ts'
import { removeObject, shareCourse, trashItem } from '../../library/index.ts'
import { buildWorld, findObject, getTree, must } from '../../library/world.fixture.ts'
import { openTestApi } from '../api.fixture.ts'

const database = withTestDatabase()

it('the check of a course lists links that lead out of it, and what is in the trash of the library', async () => {
  const { db } = database
  const world = await buildWorld(db)
  const { ask } = openTestApi(db)
  const url = `/api/courses/${world.originalId}/check`
  const before = await ask(world.ana, 'GET', url)
  expect(before.json).toMatchObject({ gone: [] })
  const count = (json: unknown): number => Reflect.get(Object(json), 'links').length
  const removed = findObject(await getTree(db, world.originalId), 'B')
  await must(removeObject(db, world.ana, world.originalId, removed.id))
  await must(trashItem(db, world.ana, { kind: 'media', itemId: world.items.media }, true))
  const after = await ask(world.ana, 'GET', url)
  expect(count(after.json)).toBeGreaterThan(count(before.json))
  expect(after.json).toMatchObject({ gone: [{ kind: 'media', name: 'Helmet' }] })
})

it('names no page of a course that one may not open', async () => {
  const { db } = database
  const world = await buildWorld(db)
  const { ask } = openTestApi(db)
  const copy = await must(
    shareCourse(db, world.admin, { courseId: world.originalId, title: 'Copy', keepsAuthors: false }),
  )
  const url = `/api/courses/${copy.courseId}/check`
  const seen = await ask(world.admin, 'GET', url)
  expect(seen).toMatchObject({ status: 200, json: { links: [{ target: { course: { title: 'Third' } } }] } })
  expect(await ask(world.bo, 'GET', url)).toMatchObject({ status: 403 })
})
