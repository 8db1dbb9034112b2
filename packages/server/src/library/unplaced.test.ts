import { describe, expect, it } from 'vitest'
import { withTestDatabase } from '../database/test-database.fixture.ts'
import { assignAuthor, removeAuthor } from './authors.ts'
import { restoreCourse, trashCourse } from './courses.ts'
import { detachObject, reattachObject } from './detach.ts'
import { listUnplaced } from './history.ts'
import { deleteModule } from './modules.ts'
import { insertShared, removeObject } from './objects.ts'
import { undoChange } from './undo.ts'
import { buildPair, findObject, getTree, listObjects, must, mustDo } from './world.fixture.ts'

const database = withTestDatabase()

/** Ana's course; Bo's, which holds the same LOs, and which Ana may not open. */
async function build() {
  const { db, world, actor: ana, hereId, otherId } = await buildPair(database.db, 'share', 'the copy')
  const { bo, thirdId } = world
  await must(assignAuthor(db, ana, { courseId: otherId, personId: bo.personId }))
  await must(removeAuthor(db, bo, { courseId: otherId, personId: ana.personId }))
  const spotIn = async (courseId: string) => {
    const { modules } = await getTree(db, courseId)
    return { courseId, moduleId: modules.at(-1)?.id ?? '' }
  }
  const tree = await getTree(db, hereId)
  const { id: objectId } = findObject(tree, 'A')
  const listed = async () => (await listUnplaced(db, ana)).map(({ name }) => name)
  const held = async (courseId: string) => listObjects(await getTree(db, courseId)).filter(({ id }) => id === objectId)
  return { db, ana, bo, hereId, otherId, thirdId, tree, objectId, spotIn, listed, held }
}

describe('what is taken out of the last course outside the trash (T44)', () => {
  it('is among the unplaced ones, though a course in the trash holds it too, and can be put back', async () => {
    const { db, ana, bo, hereId, otherId, objectId, spotIn, listed, held } = await build()
    await must(trashCourse(db, bo, otherId))
    const { changeId, value } = await mustDo(removeObject(db, ana, hereId, objectId))
    expect(value).toEqual({ isUnplaced: true })
    expect(await listed()).toEqual(['A'])
    await must(insertShared(db, ana, await spotIn(hereId), objectId))
    expect(await listed()).toEqual([])
    expect(await undoChange(db, ana, { changeId })).toMatchObject({ ok: false, reason: 'moved-on' })
    await must(restoreCourse(db, bo, otherId))
    expect([(await held(hereId)).length, (await held(otherId)).length]).toEqual([1, 1])
  })

  it('is so by a module that was deleted too', async () => {
    const { db, ana, bo, hereId, otherId, tree, listed } = await build()
    await must(trashCourse(db, bo, otherId))
    await must(deleteModule(db, ana, { courseId: hereId, moduleId: tree.modules[0]?.id ?? '' }))
    expect(await listed()).toEqual(['A', 'B'])
  })

  it('and by being made separate there', async () => {
    const { db, ana, bo, hereId, otherId, objectId, listed } = await build()
    await must(trashCourse(db, bo, otherId))
    const detached = await must(detachObject(db, ana, { courseId: hereId, objectId }))
    expect(await listed()).toEqual(['A'])
    await must(reattachObject(db, ana, { courseId: hereId, ...detached }))
  })

  it('is placed again when that course comes out of the trash, and goes with it if that goes there once more', async () => {
    const { db, ana, bo, hereId, otherId, objectId, listed, held } = await build()
    await must(trashCourse(db, bo, otherId))
    await must(removeObject(db, ana, hereId, objectId))
    await must(restoreCourse(db, bo, otherId))
    expect(await listed()).toEqual([])
    expect(await held(otherId)).toHaveLength(1)
    await must(trashCourse(db, bo, otherId))
    expect(await listed()).toEqual([])
  })
})

describe('what went to the trash with a course is not among the unplaced ones', () => {
  it('though it was taken out of another one before', async () => {
    const { db, ana, bo, hereId, otherId, objectId, spotIn, listed } = await build()
    expect(await must(removeObject(db, ana, hereId, objectId))).toEqual({ isUnplaced: false })
    await must(trashCourse(db, bo, otherId))
    expect(await listed()).toEqual([])
    expect(await insertShared(db, ana, await spotIn(hereId), objectId)).toMatchObject({
      ok: false,
      reason: 'not-found',
    })
  })

  it('the course where it was put again meanwhile, too', async () => {
    const { db, ana, bo, hereId, otherId, thirdId, objectId, spotIn, listed } = await build()
    await must(trashCourse(db, bo, otherId))
    await must(removeObject(db, ana, hereId, objectId))
    await must(insertShared(db, ana, await spotIn(thirdId), objectId))
    await must(trashCourse(db, ana, thirdId))
    expect(await listed()).toEqual([])
  })
})
