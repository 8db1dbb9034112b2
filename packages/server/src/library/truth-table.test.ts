import type { Block, PageContent } from '@recourse/core/library'
import { beforeAll, describe, expect, it } from 'vitest'
import { withTestDatabase } from '../database/test-database.fixture.ts'
import { assignAuthor } from './authors.ts'
import type { Outcome } from './carry-out.ts'
import { duplicateCourse, shareCourse } from './copy-course.ts'
import { editCourse, restoreCourse, trashCourse } from './courses.ts'
import { detachObject, reattachObject } from './detach.ts'
import { editPage } from './edit-page.ts'
import { listUnplaced } from './history.ts'
import { replaceItem, trashItem, updateItem } from './items.ts'
import { addModule, deleteModule, moveModule, renameModule } from './modules.ts'
import {
  createObject,
  editObject,
  insertDuplicate,
  insertShared,
  moveObject,
  type ObjectTexts,
  removeObject,
} from './objects.ts'
import { addPage, copyPage, deletePage, movePage, reorderPages } from './pages.ts'
import { deleteStyle, saveStyle, stylePages } from './styles.ts'
import { undoChange } from './undo.ts'
import {
  buildPair,
  type From,
  findObject,
  findPage,
  getTree,
  listObjects,
  type Mode,
  must,
  mustDo,
  type Pair,
  text,
  visible,
} from './world.fixture.ts'

const database = withTestDatabase()

/** What the operation changes: both courses, only the one it is done in. */
type Effect = 'both' | 'own'

interface Row {
  readonly row: string
  readonly what: string
  readonly share: Effect
  readonly duplicate: Effect
  readonly act: (pair: Pair) => Promise<Outcome<unknown>>
}

async function edit(
  pair: Pair,
  title: string,
  change: (content: PageContent) => PageContent,
): Promise<Outcome<unknown>> {
  const page = findPage(await getTree(pair.db, pair.hereId), title)
  const given = {
    courseId: pair.hereId,
    pageId: page.id,
    baseRevisionId: page.revisionId,
    content: change(page.content),
  }
  return editPage(pair.db, pair.actor, given)
}

async function editTexts(pair: Pair, change: Partial<ObjectTexts>): Promise<Outcome<unknown>> {
  const object = findObject(await getTree(pair.db, pair.hereId), 'A')
  const content = { ...object.content, ...change }
  return editObject(pair.db, pair.actor, {
    courseId: pair.hereId,
    objectId: object.id,
    baseRevisionId: object.revisionId,
    content,
  })
}

const setBlock = (content: PageContent, block: Block): PageContent => ({
  ...content,
  blocks: content.blocks.map(each => (each.id === block.id ? block : each)),
})

async function here(pair: Pair) {
  const tree = await getTree(pair.db, pair.hereId)
  const object = (name: string) => ({ courseId: pair.hereId, objectId: findObject(tree, name).id })
  const page = (title: string) => ({ courseId: pair.hereId, pageId: findPage(tree, title).id })
  const module = (index: number) => ({ courseId: pair.hereId, moduleId: tree.modules[index]?.id ?? '' })
  return { tree, object, page, module, db: pair.db, actor: pair.actor, courseId: pair.hereId }
}

async function update(pair: Pair, kind: 'media' | 'resource' | 'term'): Promise<Outcome<unknown>> {
  const itemId = pair.world.items[kind]
  const item = (await getTree(pair.db, pair.hereId)).items.find(each => each.id === itemId)
  return updateItem(
    pair.db,
    pair.actor,
    { kind, itemId },
    { baseRevisionId: item?.revisionId ?? '', content: { text: 'new' } },
  )
}

const thirdObject = async ({ db, world }: Pair): Promise<string> => findObject(await getTree(db, world.thirdId), 'X').id

const table: readonly Row[] = [
  {
    row: 'T01',
    what: 'edit the text of a page',
    share: 'both',
    duplicate: 'own',
    act: pair => edit(pair, 'a1', content => setBlock(content, text('1', 'edited'))),
  },
  {
    row: 'T02',
    what: 'delete a page',
    share: 'both',
    duplicate: 'own',
    act: async pair => {
      const { db, actor, page } = await here(pair)
      return deletePage(db, actor, page('a2'))
    },
  },
  {
    row: 'T03',
    what: 'add a page',
    share: 'both',
    duplicate: 'own',
    act: async pair => {
      const { db, actor, object } = await here(pair)
      return addPage(db, actor, object('A'), { title: 'new', blocks: [] })
    },
  },
  {
    row: 'T04',
    what: 'reorder pages',
    share: 'both',
    duplicate: 'own',
    act: async pair => {
      const { db, actor, object, tree } = await here(pair)
      return reorderPages(db, actor, object('A'), findObject(tree, 'A').content.pageIds.toReversed())
    },
  },
  {
    row: 'T05',
    what: 'change a media element on a page',
    share: 'both',
    duplicate: 'own',
    act: pair =>
      edit(pair, 'a1', content =>
        setBlock(content, {
          id: '2',
          kind: 'media',
          text: '',
          references: [{ kind: 'media', targetId: pair.world.items.otherMedia }],
        }),
      ),
  },
  {
    row: 'T06',
    what: 'change a resource on a page',
    share: 'both',
    duplicate: 'own',
    act: pair =>
      edit(pair, 'a1', content => setBlock(content, { id: '3', kind: 'resource', text: 'none', references: [] })),
  },
  {
    row: 'T10',
    what: 'move a page between two LOs of both',
    share: 'both',
    duplicate: 'own',
    act: async pair => {
      const { db, actor, object, page } = await here(pair)
      return movePage(db, actor, { ...object('B'), ...page('a2') })
    },
  },
  {
    row: 'T11',
    what: 'copy a page into another LO',
    share: 'both',
    duplicate: 'own',
    act: async pair => {
      const { db, actor, object, page } = await here(pair)
      return copyPage(db, actor, page('a1').pageId, object('C'))
    },
  },
  {
    row: 'T12',
    what: 'apply a Course Style',
    share: 'both',
    duplicate: 'own',
    act: async pair => {
      const { db, actor, courseId, page } = await here(pair)
      return stylePages(db, actor, courseId, [{ ...page('a2'), styleKey: 'warm' }])
    },
  },
  {
    row: 'T14',
    what: 'take an LO out',
    share: 'own',
    duplicate: 'own',
    act: async pair => {
      const { db, actor, object } = await here(pair)
      return removeObject(db, actor, pair.hereId, object('A').objectId)
    },
  },
  {
    row: 'T15, T16',
    what: 'create an LO',
    share: 'own',
    duplicate: 'own',
    act: async pair => {
      const { db, actor, module } = await here(pair)
      return createObject(db, actor, module(0), { name: 'New' })
    },
  },
  {
    row: 'T17',
    what: 'edit and add a question',
    share: 'both',
    duplicate: 'own',
    act: pair =>
      editTexts(pair, {
        questions: [
          { id: 'q1', text: 'How?' },
          { id: 'q2', text: 'When?' },
        ],
      }),
  },
  {
    row: 'T18',
    what: 'change the question mode',
    share: 'both',
    duplicate: 'own',
    act: pair => editTexts(pair, { questionMode: 'random 3' }),
  },
  {
    row: 'T19',
    what: 'rename an LO',
    share: 'both',
    duplicate: 'own',
    act: pair => editTexts(pair, { name: 'Renamed', objective: 'To know', keywords: ['k'], reviewExercise: 'x' }),
  },
  {
    row: 'T20',
    what: 'move an LO to another module',
    share: 'own',
    duplicate: 'own',
    act: async pair => {
      const { db, actor, object, module } = await here(pair)
      return moveObject(db, actor, module(1), object('A').objectId)
    },
  },
  {
    row: 'T20',
    what: 'reorder LOs',
    share: 'own',
    duplicate: 'own',
    act: async pair => {
      const { db, actor, object, module } = await here(pair)
      return moveObject(db, actor, { ...module(0), after: null }, object('B').objectId)
    },
  },
  {
    row: 'T22',
    what: 'insert an LO of a third course as shared',
    share: 'own',
    duplicate: 'own',
    act: async pair => {
      const { db, actor, module } = await here(pair)
      return insertShared(db, actor, module(0), await thirdObject(pair))
    },
  },
  {
    row: 'T23',
    what: 'insert an LO of a third course as a duplicate',
    share: 'own',
    duplicate: 'own',
    act: async pair => {
      const { db, actor, module } = await here(pair)
      return insertDuplicate(db, actor, module(0), await thirdObject(pair))
    },
  },
  {
    row: 'T26',
    what: 'detach an LO',
    share: 'own',
    duplicate: 'own',
    act: async pair => {
      const { db, actor, object } = await here(pair)
      return detachObject(db, actor, object('A'))
    },
  },
  { row: 'T28', what: 'update a media asset', share: 'both', duplicate: 'both', act: pair => update(pair, 'media') },
  { row: 'T29', what: 'update a resource', share: 'both', duplicate: 'both', act: pair => update(pair, 'resource') },
  { row: 'T30', what: 'update a glossary term', share: 'both', duplicate: 'both', act: pair => update(pair, 'term') },
  {
    row: 'T32',
    what: 'put a library item in use into the trash',
    share: 'both',
    duplicate: 'both',
    act: pair => trashItem(pair.db, pair.actor, { kind: 'media', itemId: pair.world.items.media }, true),
  },
  {
    row: 'T32',
    what: 'replace a library item everywhere',
    share: 'both',
    duplicate: 'both',
    act: pair =>
      replaceItem(
        pair.db,
        pair.actor,
        { kind: 'media', itemId: pair.world.items.media },
        { byId: pair.world.items.otherMedia },
      ),
  },
  {
    row: 'T35',
    what: 'edit title and layout',
    share: 'own',
    duplicate: 'own',
    act: async pair => {
      const { db, actor, courseId, tree } = await here(pair)
      const change = {
        title: { from: tree.title, to: 'Renamed' },
        playerLayout: { from: tree.playerLayout, to: 'wide' },
      }
      return editCourse(db, actor, courseId, change)
    },
  },
  {
    row: 'T36',
    what: 'edit a Course Style',
    share: 'own',
    duplicate: 'own',
    act: pair =>
      saveStyle(pair.db, pair.actor, pair.hereId, { key: 'warm', name: 'Warm', definition: { colour: 'blue' } }),
  },
  {
    row: 'T36',
    what: 'delete a Course Style',
    share: 'own',
    duplicate: 'own',
    act: pair => deleteStyle(pair.db, pair.actor, pair.hereId, 'warm'),
  },
  {
    row: 'T37',
    what: 'rename a module',
    share: 'own',
    duplicate: 'own',
    act: async pair => {
      const { db, actor, module } = await here(pair)
      return renameModule(db, actor, module(0), 'Renamed')
    },
  },
  {
    row: 'T37',
    what: 'add a module',
    share: 'own',
    duplicate: 'own',
    act: pair => addModule(pair.db, pair.actor, pair.hereId, 'Three'),
  },
  {
    row: 'T37',
    what: 'move a module',
    share: 'own',
    duplicate: 'own',
    act: async pair => {
      const { db, actor, module } = await here(pair)
      return moveModule(db, actor, module(1), null)
    },
  },
  {
    row: 'T38',
    what: 'delete a module with LOs in it',
    share: 'own',
    duplicate: 'own',
    act: async pair => {
      const { db, actor, module } = await here(pair)
      return deleteModule(db, actor, module(0))
    },
  },
  {
    row: 'T39',
    what: 'assign an author',
    share: 'own',
    duplicate: 'own',
    act: pair => assignAuthor(pair.db, pair.actor, { courseId: pair.hereId, personId: pair.world.bo.personId }),
  },
  {
    row: 'T42, T43',
    what: 'delete the course',
    share: 'own',
    duplicate: 'own',
    act: pair => trashCourse(pair.db, pair.actor, pair.hereId),
  },
]

const sides: readonly { mode: Mode; from: From }[] = [
  { mode: 'share', from: 'the copy' },
  { mode: 'share', from: 'the original' },
  { mode: 'duplicate', from: 'the copy' },
  { mode: 'duplicate', from: 'the original' },
]

describe.each(sides)('after a $mode, from $from', ({ mode, from }) => {
  // One pair for the table: every row takes back what it did.
  let pair: Pair
  beforeAll(async () => {
    pair = await buildPair(database.db, mode, from)
  })

  it.each(table)('$row: $what; and undo takes it back in both (T13)', async row => {
    const read = async () => [
      visible(await getTree(database.db, pair.hereId)),
      visible(await getTree(database.db, pair.otherId)),
    ]
    const [hereBefore, otherBefore] = await read()
    const { changeId } = await mustDo(row.act(pair))
    const [hereAfter, otherAfter] = await read()
    expect(hereAfter).not.toEqual(hereBefore)
    if (row[mode] === 'own') expect(otherAfter).toEqual(otherBefore)
    else expect(otherAfter).not.toEqual(otherBefore)
    await must(undoChange(database.db, pair.actor, { changeId }))
    expect(await read()).toEqual([hereBefore, otherBefore])
  })

  it('T09: a page moved to an LO that only this course has leaves the other one, and that is asked first', async () => {
    const pair = await buildPair(database.db, mode, from)
    const { db, actor, module, page, courseId } = await here(pair)
    const { objectId } = await must(createObject(db, actor, module(0), { name: 'Own' }))
    const before = visible(await getTree(db, pair.otherId))
    const asked = await movePage(db, actor, { ...page('a2'), objectId })
    expect(asked).toMatchObject(
      mode === 'share' ? { ok: false, reason: 'confirm', details: { courses: 1 } } : { ok: true },
    )
    if (mode === 'share') await must(movePage(db, actor, { ...page('a2'), objectId, leavesOthers: true }))
    const moved = findObject(await getTree(db, courseId), 'Own').pages.map(({ content }) => content.title)
    expect(moved).toEqual(['a2'])
    const other = await getTree(db, pair.otherId)
    if (mode === 'duplicate') expect(visible(other)).toEqual(before)
    else expect(findObject(other, 'A').pages.map(({ content }) => content.title)).toEqual(['a1'])
  })

  it('T21: an LO that was taken out and is put back has the edits made meanwhile', async () => {
    const pair = await buildPair(database.db, mode, from)
    const { db, actor, object, module } = await here(pair)
    const { objectId } = object('A')
    await must(removeObject(db, actor, pair.hereId, objectId))
    await must(edit({ ...pair, hereId: pair.otherId }, 'a1', content => setBlock(content, text('1', 'meanwhile'))))
    await must(insertShared(db, actor, module(0), objectId))
    const words = findPage(await getTree(db, pair.hereId), 'a1').content.blocks[0]?.text
    expect(words).toBe(mode === 'share' ? 'meanwhile' : 'first')
  })

  it('T24: the same LO twice is refused, and a duplicate offered', async () => {
    const pair = await buildPair(database.db, mode, from)
    const { db, actor, object, module } = await here(pair)
    const twice = await insertShared(db, actor, module(0), object('A').objectId)
    expect(twice).toMatchObject({ ok: false, reason: 'already-there', details: { choices: ['insert duplicate'] } })
    await must(insertDuplicate(db, actor, module(0), object('A').objectId))
  })

  it('T25: an LO without pages stays, empty, wherever it is', async () => {
    const pair = await buildPair(database.db, mode, from)
    const { db, actor, page } = await here(pair)
    await must(deletePage(db, actor, page('a1')))
    await must(deletePage(db, actor, page('a2')))
    expect(findObject(await getTree(db, pair.hereId), 'A').pages).toEqual([])
    expect(findObject(await getTree(db, pair.otherId), 'A').pages).toHaveLength(mode === 'share' ? 0 : 2)
  })

  it('T26, T27: a detached LO looks as before and is its own; reattached it follows again', async () => {
    const pair = await buildPair(database.db, mode, from)
    const { db, actor, object, courseId, tree } = await here(pair)
    const { objectId } = await must(detachObject(db, actor, object('A')))
    const detached = await getTree(db, courseId)
    expect(findPage(detached, 'a1').styleKey).toBe(findPage(tree, 'a1').styleKey)
    expect(listObjects(detached).map(({ content }) => content.name)).toEqual(['A', 'B', 'C'])
    const links = findPage(detached, 'a1').links.filter(({ targetId }) => targetId !== null)
    expect(links.map(({ targetId }) => targetId)).toEqual([findPage(detached, 'b1').id])
    await must(edit({ ...pair, hereId: pair.otherId }, 'a1', content => setBlock(content, text('1', 'theirs'))))
    await must(reattachObject(db, actor, { courseId, objectId }))
    const again = findPage(await getTree(db, courseId), 'a1')
    expect(again.id).toBe(findPage(tree, 'a1').id)
    expect(again.content.blocks[0]?.text).toBe(mode === 'share' ? 'theirs' : 'first')
  })

  it('T27: one that was changed here is not thrown away unasked', async () => {
    const pair = await buildPair(database.db, mode, from)
    const { db, actor, object, courseId } = await here(pair)
    const { objectId } = await must(detachObject(db, actor, object('A')))
    await must(edit(pair, 'a1', content => setBlock(content, text('1', 'mine'))))
    const asked = await reattachObject(db, actor, { courseId, objectId })
    expect(asked).toMatchObject({ ok: false, reason: 'stale', details: { choices: ['discard mine', 'keep as new'] } })
    await must(reattachObject(db, actor, { courseId, objectId, discardsMine: true }))
    expect(findPage(await getTree(db, courseId), 'a1').content.blocks[0]?.text).toBe('first')
  })

  it('T32: a library item in use is not deleted without a choice', async () => {
    const pair = await buildPair(database.db, mode, from)
    const item = { kind: 'media', itemId: pair.world.items.media } as const
    const pages = mode === 'share' ? 1 : 2
    expect(await trashItem(pair.db, pair.actor, item)).toMatchObject({
      ok: false,
      reason: 'in-use',
      details: { pages },
    })
    const chosen = [findPage(await getTree(pair.db, pair.hereId), 'a1').id]
    await must(replaceItem(pair.db, pair.actor, item, { byId: pair.world.items.otherMedia, pageIds: chosen }))
    const other = (await getTree(pair.db, pair.otherId)).items.map(({ id }) => id)
    expect(other.includes(item.itemId)).toBe(mode === 'duplicate')
  })

  it('T42, T43: a deleted course comes back whole, and the other one never lacked anything', async () => {
    const pair = await buildPair(database.db, mode, from)
    const [before, other] = [
      visible(await getTree(pair.db, pair.hereId)),
      visible(await getTree(pair.db, pair.otherId)),
    ]
    await must(trashCourse(pair.db, pair.actor, pair.hereId))
    expect(visible(await getTree(pair.db, pair.otherId))).toEqual(other)
    await must(restoreCourse(pair.db, pair.actor, pair.hereId))
    expect(visible(await getTree(pair.db, pair.hereId))).toEqual(before)
  })

  it('T44: an LO that no course holds is among the unplaced ones, and comes back', async () => {
    const pair = await buildPair(database.db, mode, from)
    const { db, actor, object, module } = await here(pair)
    const { objectId } = object('A')
    const first = await must(removeObject(db, actor, pair.hereId, objectId))
    expect(first.isUnplaced).toBe(mode === 'duplicate')
    if (mode === 'share') await must(removeObject(db, actor, pair.otherId, objectId))
    expect(await listUnplaced(db, actor)).toEqual([{ objectId, name: 'A' }])
    await must(insertShared(db, actor, module(0), objectId))
    expect(await listUnplaced(db, actor)).toEqual([])
  })

  it('T45: what is shared again is shared by equals', async () => {
    const pair = await buildPair(database.db, mode, from)
    const again = await must(
      shareCourse(pair.db, pair.actor, { courseId: pair.hereId, title: 'Again', keepsAuthors: true }),
    )
    await must(edit({ ...pair, hereId: again.courseId }, 'a1', content => setBlock(content, text('1', 'third'))))
    const words = async (id: string) => findPage(await getTree(pair.db, id), 'a1').content.blocks[0]?.text
    expect(await words(pair.hereId)).toBe('third')
    expect(await words(pair.otherId)).toBe(mode === 'share' ? 'third' : 'first')
  })

  it('T46: what is duplicated again is independent of all', async () => {
    const pair = await buildPair(database.db, mode, from)
    const before = [visible(await getTree(pair.db, pair.hereId)), visible(await getTree(pair.db, pair.otherId))]
    const again = await must(
      duplicateCourse(pair.db, pair.actor, { courseId: pair.hereId, title: 'Again', keepsAuthors: true }),
    )
    await must(edit({ ...pair, hereId: again.courseId }, 'a1', content => setBlock(content, text('1', 'third'))))
    expect([visible(await getTree(pair.db, pair.hereId)), visible(await getTree(pair.db, pair.otherId))]).toEqual(
      before,
    )
  })
})
