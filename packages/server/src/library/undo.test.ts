import { describe, expect, it } from 'vitest'
import { withTestDatabase } from '../database/test-database.fixture.ts'
import type { Outcome } from './carry-out.ts'
import { detachObject } from './detach.ts'
import { editPage } from './edit-page.ts'
import { createItem, trashItem } from './items.ts'
import { editObject, insertDuplicate } from './objects.ts'
import { addPage } from './pages.ts'
import { undoChange } from './undo.ts'
import { buildPair, getTree, listObjects, must, mustDo, text, visible } from './world.fixture.ts'

const database = withTestDatabase()

async function build() {
  const { db, actor, hereId, world } = await buildPair(database.db, 'share', 'the copy')
  const tree = await getTree(db, hereId)
  const [object] = listObjects(tree)
  const spot = { courseId: hereId, moduleId: tree.modules[1]?.id ?? '' }
  return { db, actor, world, spot, place: { courseId: hereId, objectId: object?.id ?? '' } }
}

type Scene = Awaited<ReturnType<typeof build>>
type Made = Promise<Outcome<{ objectId: string }>>

const acts: Readonly<Record<string, (scene: Scene) => Made>> = {
  'a detached LO': ({ db, actor, place }) => detachObject(db, actor, place),
  'an inserted duplicate': ({ db, actor, spot, place }) => insertDuplicate(db, actor, spot, place.objectId),
}

async function find({ db, place }: Scene, objectId: string) {
  const object = listObjects(await getTree(db, place.courseId)).find(({ id }) => id === objectId)
  if (object === undefined) throw new Error('The course does not show it.')
  return object
}

async function editFirst(scene: Scene, objectId: string, words: string) {
  const { db, actor, place } = scene
  const [page] = (await find(scene, objectId)).pages
  if (page === undefined) throw new Error('It has no pages.')
  const { id, revisionId, content } = page
  const blocks = [text('1', words), ...content.blocks.slice(1)]
  const given = { courseId: place.courseId, pageId: id, baseRevisionId: revisionId, content: { ...content, blocks } }
  return mustDo(editPage(db, actor, given))
}

const later: Readonly<Record<string, (scene: Scene, objectId: string) => Promise<unknown>>> = {
  'a page was edited': (scene, objectId) => editFirst(scene, objectId, 'later'),
  'a page was added': ({ db, actor, place }, objectId) =>
    must(addPage(db, actor, { ...place, objectId }, { title: 'later', blocks: [] })),
}

describe.each(Object.keys(acts))('%s stays where it is', act => {
  it.each(Object.keys(later))('when %s since, and nothing of that is lost', async change => {
    const scene = await build()
    const { db, actor, place } = scene
    const { changeId, value } = await mustDo(acts[act]?.(scene) ?? Promise.reject(new Error(act)))
    await later[change]?.(scene, value.objectId)
    const before = visible(await getTree(db, place.courseId))
    for (const takesTheRest of [false, true]) {
      const refused = await undoChange(db, actor, { changeId, takesTheRest })
      expect(refused).toMatchObject({ ok: false, reason: 'moved-on' })
    }
    expect(visible(await getTree(db, place.courseId))).toEqual(before)
  })

  it('when a page was edited after its undoing was taken back', async () => {
    const scene = await build()
    const { db, actor, place } = scene
    const { changeId, value } = await mustDo(acts[act]?.(scene) ?? Promise.reject(new Error(act)))
    const undone = await mustDo(undoChange(db, actor, { changeId }))
    const again = await mustDo(undoChange(db, actor, { changeId: undone.changeId }))
    await editFirst(scene, value.objectId, 'later')
    const before = visible(await getTree(db, place.courseId))
    const refused = await undoChange(db, actor, { changeId: again.changeId, takesTheRest: true })
    expect(refused).toMatchObject({ ok: false, reason: 'moved-on', details: [{ table: 'page' }] })
    expect(visible(await getTree(db, place.courseId))).toEqual(before)
  })

  it('until what was done in it is taken back', async () => {
    const scene = await build()
    const { db, actor, place } = scene
    const before = visible(await getTree(db, place.courseId))
    const { changeId, value } = await mustDo(acts[act]?.(scene) ?? Promise.reject(new Error(act)))
    const edited = await editFirst(scene, value.objectId, 'later')
    await must(undoChange(db, actor, { changeId: edited.changeId }))
    await must(undoChange(db, actor, { changeId }))
    expect(visible(await getTree(db, place.courseId))).toEqual(before)
  })
})

it('a Learning Object that was renamed after its undoing was taken back stays', async () => {
  const scene = await build()
  const { db, actor, place } = scene
  const { changeId, value } = await mustDo(detachObject(db, actor, place))
  const undone = await mustDo(undoChange(db, actor, { changeId }))
  const again = await mustDo(undoChange(db, actor, { changeId: undone.changeId }))
  const { revisionId, content } = await find(scene, value.objectId)
  const edit = { ...place, ...value, baseRevisionId: revisionId, content: { ...content, name: 'Renamed' } }
  await must(editObject(db, actor, edit))
  const refused = await undoChange(db, actor, { changeId: again.changeId, takesTheRest: true })
  expect(refused).toMatchObject({ ok: false, reason: 'moved-on' })
  expect((await find(scene, value.objectId)).content.name).toBe('Renamed')
})

describe('an item of the library that pages use', () => {
  const used = { ok: false, reason: 'in-use', details: { pages: 1, choices: { length: 3 } } }

  it('stays when its creation is taken back, as when it is deleted (T32)', async () => {
    const scene = await build()
    const { db, actor, world, place } = scene
    const item = { name: 'Boot', content: { file: 'boot.png' } }
    const { changeId, value } = await mustDo(createItem(db, actor, 'media', item))
    const references = [{ kind: 'media', targetId: value.itemId } as const]
    const content = { title: 'uses', blocks: [{ id: '1', kind: 'media', text: '', references }] }
    const { changeId: use } = await mustDo(addPage(db, actor, place, content))
    for (const takesTheRest of [false, true]) {
      expect(await undoChange(db, world.bo, { changeId, takesTheRest })).toMatchObject(used)
    }
    const shown = (await getTree(db, place.courseId)).items.find(({ id }) => id === value.itemId)
    expect(shown?.content).toEqual(item.content)
    await must(undoChange(db, actor, { changeId: use }))
    await must(undoChange(db, world.bo, { changeId }))
  })

  it('stays when its coming back from the trash is taken back', async () => {
    const { db, actor, world } = await build()
    const item = { kind: 'media', itemId: world.items.media } as const
    const { changeId } = await mustDo(trashItem(db, actor, item, true))
    const back = await mustDo(undoChange(db, actor, { changeId }))
    expect(await undoChange(db, actor, { changeId: back.changeId })).toMatchObject(used)
  })
})
