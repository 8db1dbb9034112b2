import { describe, expect, it } from 'vitest'
import { withTestDatabase } from '../database/test-database.fixture.ts'
import { detachObject, reattachObject } from './detach.ts'
import { deleteModule } from './modules.ts'
import { insertDuplicate, insertShared, moveObject, removeObject } from './objects.ts'
import { addPage, deletePage } from './pages.ts'
import { undoChange } from './undo.ts'
import { buildPair, findObject, findPage, getTree, linkTo, type Mode, must, mustDo } from './world.fixture.ts'

const database = withTestDatabase()

/** A Duplicate, or a course made by hand and shared; page a1 of its LO A links to page b1 of its LO B. */
async function build(mode: Mode) {
  const { db, actor, hereId, otherId } = await buildPair(database.db, mode, 'the copy')
  const tree = async () => getTree(db, hereId)
  const place = async (name: string) => ({ courseId: hereId, objectId: findObject(await tree(), name).id })
  const spot = { courseId: hereId, moduleId: (await tree()).modules[1]?.id ?? '' }
  const b1 = findPage(await tree(), 'b1').id
  /** Where the link of a1 to b1 leads. */
  const target = async () => findPage(await tree(), 'a1').links.find(({ linkKey }) => linkKey === key)?.targetId
  const link = await linkTo(db, b1)
  const key = link.kind === 'page' ? link.linkKey : ''
  expect(await target()).toBe(b1)
  return { db, actor, hereId, otherId, tree, place, spot, b1, target }
}

describe.each(['share', 'duplicate'] as const)('in a %s, a link leads on', mode => {
  it('into an LO that is detached, and again when that one follows its origin again', async () => {
    const { db, actor, place, b1, target, tree } = await build(mode)
    const { value, changeId } = await mustDo(detachObject(db, actor, await place('B')))
    expect(await target()).toBe(findPage(await tree(), 'b1').id)
    expect(await target()).not.toBe(b1)
    const back = await mustDo(reattachObject(db, actor, { ...(await place('B')), objectId: value.objectId }))
    expect(await target()).toBe(b1)
    await must(undoChange(db, actor, { changeId: back.changeId }))
    await must(undoChange(db, actor, { changeId }))
    expect(await target()).toBe(b1)
  })

  it('into an LO that is detached beside a duplicate of it, and again when that one follows its origin again', async () => {
    const { db, actor, place, spot, b1, target } = await build(mode)
    const there = await place('B')
    await must(insertDuplicate(db, actor, spot, there.objectId))
    expect(await target()).toBe(b1)
    const detached = await mustDo(detachObject(db, actor, there))
    const { objectId } = detached.value
    const own = (await getTree(db, there.courseId)).modules[0]?.objects.find(({ id }) => id === objectId)?.pages[0]?.id
    expect(await target()).toBe(own)
    await must(undoChange(db, actor, { changeId: detached.changeId }))
    expect(await target()).toBe(b1)
    const again = await must(detachObject(db, actor, there))
    await must(reattachObject(db, actor, { ...there, ...again }))
    expect(await target()).toBe(b1)
  })

  it('out of an LO that is detached, and out of its origin again', async () => {
    const { db, actor, place, spot, b1, target } = await build(mode)
    await must(insertDuplicate(db, actor, spot, (await place('B')).objectId))
    const detached = await must(detachObject(db, actor, await place('A')))
    expect(await target()).toBe(b1)
    await must(reattachObject(db, actor, { ...(await place('A')), ...detached }))
    expect(await target()).toBe(b1)
  })

  it('into an LO that is taken out and put back', async () => {
    const { db, actor, hereId, place, spot, b1, target } = await build(mode)
    const { objectId } = await place('B')
    await must(removeObject(db, actor, hereId, objectId))
    expect(await target()).toBeNull()
    await must(insertShared(db, actor, spot, objectId))
    expect(await target()).toBe(b1)
  })

  it('into a detached LO that is taken out and put back; into its origin when that one is put in its place', async () => {
    const { db, actor, hereId, place, spot, b1, target } = await build(mode)
    const origin = await place('B')
    const { objectId } = await must(detachObject(db, actor, origin))
    const own = await target()
    await must(removeObject(db, actor, hereId, objectId))
    expect(await target()).toBeNull()
    await must(insertShared(db, actor, spot, objectId))
    expect(await target()).toBe(own)
    await must(removeObject(db, actor, hereId, objectId))
    await must(insertShared(db, actor, spot, origin.objectId))
    // A Duplicate's references name the original's pages.
    expect(await target()).toBe(mode === 'share' ? b1 : null)
  })

  it('into an LO that went with its module and is put back', async () => {
    const { db, actor, hereId, place, tree, spot, b1, target } = await build(mode)
    const { objectId } = await place('B')
    await must(moveObject(db, actor, spot, objectId))
    await must(deleteModule(db, actor, { courseId: hereId, moduleId: spot.moduleId }))
    expect(await target()).toBeNull()
    await must(insertShared(db, actor, { ...spot, moduleId: (await tree()).modules[0]?.id ?? '' }, objectId))
    expect(await target()).toBe(b1)
  })

  it('nowhere, rather than to a duplicate, while its LO is taken out', async () => {
    const { db, actor, hereId, place, spot, b1, target } = await build(mode)
    const { objectId } = await place('B')
    await must(insertDuplicate(db, actor, spot, objectId))
    const { changeId } = await mustDo(removeObject(db, actor, hereId, objectId))
    expect(await target()).toBeNull()
    await must(undoChange(db, actor, { changeId }))
    expect(await target()).toBe(b1)
  })
})

it('a Duplicate that takes over its original’s own LO in place of its copy has its links there too', async () => {
  const { db, actor, hereId, otherId, place, spot, target } = await build('duplicate')
  const original = await getTree(db, otherId)
  await must(removeObject(db, actor, hereId, (await place('B')).objectId))
  await must(insertShared(db, actor, spot, findObject(original, 'B').id))
  expect(await target()).toBe(findPage(original, 'b1').id)
})

it('a duplicate that is linked to its origin keeps the links into it and out of it', async () => {
  const { db, actor, otherId, place, tree, target } = await build('duplicate')
  const original = await getTree(db, otherId)
  await must(reattachObject(db, actor, await place('B')))
  expect(await target()).toBe(findPage(original, 'b1').id)
  await must(reattachObject(db, actor, await place('A')))
  expect(findPage(await tree(), 'a1').id).toBe(findPage(original, 'a1').id)
  expect(await target()).toBe(findPage(original, 'b1').id)
})

it('a link to a page that the origin has lost leads nowhere, until that page comes back', async () => {
  const { db, actor, hereId, otherId, place, b1, target } = await build('share')
  const detached = await must(detachObject(db, actor, await place('B')))
  const { changeId } = await mustDo(deletePage(db, actor, { courseId: otherId, pageId: b1 }))
  await must(reattachObject(db, actor, { courseId: hereId, ...detached }))
  expect(await target()).toBeNull()
  await must(undoChange(db, actor, { changeId }))
  expect(await target()).toBe(b1)
})

it('a pin of an earlier stay does not stand in the way of the one that comes along', async () => {
  const { db, actor, hereId, place, spot, target } = await build('share')
  const [a, b] = [await place('A'), await place('B')]
  const copy = await must(insertDuplicate(db, actor, spot, b.objectId))
  await must(detachObject(db, actor, b))
  const own = await target()
  const detached = await must(detachObject(db, actor, a))
  await must(insertShared(db, actor, spot, a.objectId))
  await must(removeObject(db, actor, hereId, copy.objectId))
  await must(removeObject(db, actor, hereId, a.objectId))
  expect(await target()).toBe(own)
  const { changeId } = await mustDo(reattachObject(db, actor, { courseId: hereId, ...detached }))
  expect(await target()).toBe(own)
  await must(undoChange(db, actor, { changeId }))
  expect(await target()).toBe(own)
})

it('a page that was added to a detached LO is linked again when that LO is put back', async () => {
  const { db, actor, hereId, place, spot, tree } = await build('share')
  const { objectId } = await must(detachObject(db, actor, await place('B')))
  const { pageId } = await must(addPage(db, actor, { courseId: hereId, objectId }, { title: 'b2', blocks: [] }))
  const references = [await linkTo(db, pageId)]
  const blocks = [{ id: '1', kind: 'text', text: 'new', references }]
  await must(addPage(db, actor, await place('C'), { title: 'c2', blocks }))
  const linked = async () => findPage(await tree(), 'c2').links.map(({ targetId }) => targetId)
  await must(reattachObject(db, actor, { courseId: hereId, objectId, discardsMine: true }))
  expect(await linked()).toEqual([null])
  await must(removeObject(db, actor, hereId, (await place('B')).objectId))
  await must(insertShared(db, actor, spot, objectId))
  expect(await linked()).toEqual([pageId])
})
