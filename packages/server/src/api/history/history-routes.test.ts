import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { withTestDatabase } from '../../database/test-database.fixture.ts'
import {
  assignAuthor,
  createCourse,
  deletePage,
  editPage,
  moveObject,
  removeObject,
  stylePages,
  updateItem,
} from '../../library/index.ts'
import { buildPair, findObject, findPage, getTree, must, mustDo, type Pair, text } from '../../library/world.fixture.ts'
import { openTestApi } from '../api.fixture.ts'

const database = withTestDatabase()

const line = z.object({
  changeId: z.string(),
  operation: z.string(),
  undoes: z.string().nullable(),
  subject: z.object({ name: z.string(), count: z.number() }).nullable(),
  reach: z.object({ courses: z.array(z.object({ title: z.string() })), hidden: z.number() }),
  sequence: z.number(),
  isUndone: z.boolean(),
})

async function readLines(who: Pair['actor'], courseId: string, query = '') {
  const answer = await openTestApi(database.db).ask(who, 'GET', `/api/courses/${courseId}/history${query}`)
  expect(answer.status).toBe(200)
  return z.object({ rows: z.array(line) }).parse(answer.json).rows
}

const told = (lines: readonly z.infer<typeof line>[]) =>
  lines.map(({ operation, subject }) => `${operation} ${subject?.name ?? '-'} ${subject?.count ?? 0}`)

async function eraseSome({ db, actor, hereId }: Pair): Promise<{ changeId: string }> {
  const tree = await getTree(db, hereId)
  const { id, revisionId } = findPage(tree, 'c1')
  const a1 = findPage(tree, 'a1')
  const module = tree.modules[1]?.id ?? ''
  await must(
    stylePages(
      db,
      actor,
      hereId,
      [a1, { id }].map(page => ({ pageId: page.id, styleKey: null })),
    ),
  )
  await must(moveObject(db, actor, { courseId: hereId, moduleId: module }, findObject(tree, 'A').id))
  await must(removeObject(db, actor, hereId, findObject(tree, 'B').id))
  const content = { title: 'c1 & <b>', blocks: [text('1', 'else')] }
  await must(editPage(db, actor, { courseId: hereId, pageId: id, baseRevisionId: revisionId, content }))
  return mustDo(deletePage(db, actor, { courseId: hereId, pageId: id }))
}

describe('a line of the history', () => {
  test('names what it was about, also when that is gone', async () => {
    const pair = await buildPair(database.db, 'share', 'the copy')
    await eraseSome(pair)
    expect(told(await readLines(pair.actor, pair.hereId)).slice(0, 5)).toEqual([
      'delete page c1 & <b> 1',
      'edit page c1 1',
      'remove object B 1',
      'move object A 1',
      'style pages a1 1',
    ])
  })

  test('names the item of the library that was updated, and counts courses that one may not open', async () => {
    const pair = await buildPair(database.db, 'duplicate', 'the copy')
    const { db, world } = pair
    await must(assignAuthor(db, world.ana, { courseId: pair.hereId, personId: world.bo.personId }))
    const { json } = await openTestApi(db).ask(world.ana, 'GET', '/api/items?kind=term')
    const baseRevisionId = z.object({ rows: z.array(z.object({ revisionId: z.string() })) }).parse(json)
      .rows[0]?.revisionId
    const item = { kind: 'term', itemId: world.items.term } as const
    await must(updateItem(db, world.ana, item, { baseRevisionId: baseRevisionId ?? '', content: { text: 'x' } }))
    const [first] = await readLines(world.bo, pair.hereId)
    expect(first).toMatchObject({ operation: 'update item', subject: { name: 'PPE', count: 1 } })
    expect(first?.reach).toEqual({ courses: [], hidden: 1 })
    expect((await readLines(world.ana, pair.hereId))[0]?.reach).toMatchObject({ courses: [{}], hidden: 0 })
  })

  test('says what was taken back, however often', async () => {
    const pair = await buildPair(database.db, 'share', 'the copy')
    const { ask } = openTestApi(pair.db)
    const { changeId } = await eraseSome(pair)
    const undone = await ask(pair.actor, 'POST', `/api/changes/${changeId}/undo`, {})
    const again = z.object({ changeId: z.string() }).parse(undone.json)
    await ask(pair.actor, 'POST', `/api/changes/${again.changeId}/undo`, {})
    const [redo, undo, was] = await readLines(pair.actor, pair.hereId)
    expect(redo).toMatchObject({ operation: 'undo', undoes: 'delete page', subject: { name: 'c1 & <b>' } })
    expect(undo).toMatchObject({ undoes: 'delete page', isUndone: true })
    expect(was).toMatchObject({ operation: 'delete page', undoes: null, isUndone: true })
  })

  test('stands on one page of the list alone', async () => {
    const pair = await buildPair(database.db, 'share', 'the copy')
    await eraseSome(pair)
    const all = await readLines(pair.actor, pair.hereId)
    const first = await readLines(pair.actor, pair.hereId, '?limit=2')
    const rest = await readLines(pair.actor, pair.hereId, `?limit=100&before=${first[1]?.sequence}`)
    expect([...first, ...rest]).toEqual(all)
  })

  test('is for whoever may open the course', async () => {
    const { db, world, hereId } = await buildPair(database.db, 'share', 'the copy')
    const answer = await openTestApi(db).ask(world.bo, 'GET', `/api/courses/${hereId}/history`)
    expect(answer.status).toBe(403)
    const { courseId } = await must(createCourse(db, world.bo, 'Own'))
    expect(told(await readLines(world.bo, courseId))).toEqual(['create course - 0'])
  })
})

test('what moved on is named before anything is undone, and an undoing of nothing is refused', async () => {
  const { db, actor, hereId } = await buildPair(database.db, 'share', 'the copy')
  const page = findPage(await getTree(db, hereId), 'b1')
  const save = (baseRevisionId: string, words: string) =>
    mustDo(
      editPage(db, actor, {
        courseId: hereId,
        pageId: page.id,
        baseRevisionId,
        content: { title: 'b1', blocks: [text('1', words)] },
      }),
    )
  const first = await save(page.revisionId, 'one')
  await save(findPage(await getTree(db, hereId), 'b1').revisionId, 'two')
  const { ask } = openTestApi(db)
  const undo = (json: object) => ask(actor, 'POST', `/api/changes/${first.changeId}/undo`, json)
  const tried = await undo({ isDryRun: true })
  expect(tried.status).toBe(409)
  expect(tried.json).toMatchObject({ reason: 'moved-on', details: [{ table: 'page', name: 'b1' }] })
  expect(await undo({ takesTheRest: true })).toMatchObject({ status: 409, json: { reason: 'moved-on' } })
  expect(findPage(await getTree(db, hereId), 'b1').content.blocks[0]?.text).toBe('two')
})
