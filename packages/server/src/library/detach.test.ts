import { describe, expect, it } from 'vitest'
import { withTestDatabase } from '../database/test-database.fixture.ts'
import { detachObject, reattachObject } from './detach.ts'
import { stylePages } from './styles.ts'
import { undoChange } from './undo.ts'
import { buildPair, findObject, findPage, getTree, must, mustDo } from './world.fixture.ts'

const database = withTestDatabase()

describe('a Learning Object with Course Styles of its own', () => {
  async function build() {
    const { db, actor, hereId, otherId } = await buildPair(database.db, 'share', 'the copy')
    const { objectId } = await must(detachObject(db, actor, { courseId: hereId, objectId: await find(hereId) }))
    const reattach = (discardsMine = false) => reattachObject(db, actor, { courseId: hereId, objectId, discardsMine })
    const style = async (courseId: string, title: string, styleKey: string | null) => {
      const pageId = findPage(await getTree(db, courseId), title).id
      return mustDo(stylePages(db, actor, courseId, [{ pageId, styleKey }]))
    }
    return { db, actor, hereId, otherId, reattach, style }
  }

  async function find(courseId: string): Promise<string> {
    return findObject(await getTree(database.db, courseId), 'A').id
  }

  it.each([
    ['a2', 'warm'],
    ['a1', null],
  ])('does not lose that of %s, now %s, unasked (T27)', async (title, styleKey) => {
    const { hereId, reattach, style } = await build()
    await style(hereId, title, styleKey)
    expect(await reattach()).toMatchObject({
      ok: false,
      reason: 'stale',
      details: { choices: ['discard mine', 'keep as new'] },
    })
    await must(reattach(true))
  })

  it('is as its origin when the style was taken back', async () => {
    const { db, actor, hereId, reattach, style } = await build()
    const { changeId } = await style(hereId, 'a2', 'warm')
    await must(undoChange(db, actor, { changeId }))
    await must(reattach())
  })

  it('is as its origin when that one has the same style by now', async () => {
    const { hereId, otherId, reattach, style } = await build()
    await style(hereId, 'a2', 'warm')
    await style(otherId, 'a2', 'warm')
    await must(reattach())
  })

  it('was not changed here when its origin has another style by now', async () => {
    const { otherId, reattach, style } = await build()
    await style(otherId, 'a2', 'warm')
    await must(reattach())
  })

  it('was not changed by a Duplicate, which carries none', async () => {
    const { db, actor, hereId } = await buildPair(database.db, 'duplicate', 'the copy')
    await must(reattachObject(db, actor, { courseId: hereId, objectId: await find(hereId) }))
  })
})
