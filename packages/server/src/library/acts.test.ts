import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { withTestDatabase } from '../database/test-database.fixture.ts'
import { assignAuthor, removeAuthor } from './authors.ts'
import type { Actor, LibraryDb } from './carry-out.ts'
import { duplicateCourse, shareCourse } from './copy-course.ts'
import { listTrash, readCopyReport } from './course-records.ts'
import { createCourse, editCourse, trashCourse } from './courses.ts'
import { editPage } from './edit-page.ts'
import { listHistory, listNotices, listUnplaced } from './history.ts'
import { createItem, replaceItem } from './items.ts'
import { listProposals } from './list-proposals.ts'
import { addModule } from './modules.ts'
import { createObject, editObject, protectObject, removeObject } from './objects.ts'
import { addPage, deletePage, reorderPages } from './pages.ts'
import { acceptProposal, declineProposal } from './proposals.ts'
import { readReach } from './read-reach.ts'
import { deleteStyle, saveStyle, stylePages } from './styles.ts'
import { together } from './together.ts'
import { undoChange } from './undo.ts'
import {
  addPerson,
  buildWorld,
  findObject,
  findPage,
  getTree,
  listObjects,
  must,
  mustDo,
  text,
  visible,
} from './world.fixture.ts'

const database = withTestDatabase()

async function build() {
  const { db } = database
  const world = await buildWorld(db)
  const wishes = { courseId: world.originalId, title: 'Copy', keepsAuthors: true }
  return { db, world, wishes, ana: world.ana, bo: world.bo }
}

async function editWords(db: LibraryDb, actor: Actor, courseId: string, words: string, baseRevisionId?: string) {
  const page = findPage(await getTree(db, courseId), 'a1')
  const content = { ...page.content, blocks: [text('1', words), ...page.content.blocks.slice(1)] }
  return editPage(db, actor, { courseId, pageId: page.id, baseRevisionId: baseRevisionId ?? page.revisionId, content })
}

const count = async (db: LibraryDb, table: string): Promise<number> =>
  Number((await sql<{ count: string }>`select count(*) from ${sql.table(table)}`.execute(db)).rows[0]?.count)

describe('a copy', () => {
  it('says what it did, and proves it', async () => {
    const { db, ana, wishes } = await build()
    const report = await must(duplicateCourse(db, ana, wishes))
    const counts = Object.fromEntries(report.plan.tables.map(({ table, count }) => [table, count]))
    expect(counts).toMatchObject({
      course: 1,
      module: 2,
      placement: 3,
      object: 3,
      page: 4,
      question: 1,
      style: 1,
      author: 1,
      media: 1,
    })
    const copy = await getTree(db, report.courseId)
    expect(report.unstyled).toEqual([{ pageId: findPage(copy, 'a1').id, title: 'a1', styleKey: 'warm' }])
    expect(report.outsideLinks?.map(({ pageTitle }) => pageTitle)).toEqual(['a1'])
    expect(report.checks.length).toBeGreaterThan(3)
    expect(report.checks.filter(({ offending }) => offending !== 0)).toEqual([])
    await must(stylePages(db, ana, report.courseId, report.unstyled))
    expect(findPage(await getTree(db, report.courseId), 'a1').style).toEqual({ colour: 'red' })
  })

  it('that is only tried leaves nothing behind', async () => {
    const { db, ana, wishes } = await build()
    const tables = ['course', 'page', 'learning_object', 'placement', 'change_log', 'notice']
    const before = await Promise.all(tables.map(table => count(db, table)))
    const tried = await must(duplicateCourse(db, ana, { ...wishes, isDryRun: true }))
    expect(await Promise.all(tables.map(table => count(db, table)))).toEqual(before)
    const done = await must(duplicateCourse(db, ana, wishes))
    expect(tried.plan).toEqual(done.plan)
  })

  it('asked for twice at once is one course', async () => {
    const { db, ana, wishes } = await build()
    const keyed = { ...wishes, requestKey: 'once' }
    const both = await Promise.all([shareCourse(db, ana, keyed), shareCourse(db, ana, keyed)])
    const again = await shareCourse(db, ana, keyed)
    expect(new Set([...both, again].map(each => (each.ok ? each.value.courseId : each.reason))).size).toBe(1)
    expect(await duplicateCourse(db, ana, keyed)).toMatchObject({ ok: false, reason: 'invalid' })
  })

  it.each([true, false])(
    'keeps authors %s: whoever copies is one of them, deactivated people and reviewers are not',
    async keepsAuthors => {
      const { db, world, ana, bo, wishes } = await build()
      const gone = await addPerson(db, ana.workspaceId, 'gone')
      const rita = await addPerson(db, ana.workspaceId, 'rita', 'reviewer')
      for (const { personId } of [bo, gone, rita])
        await must(assignAuthor(db, ana, { courseId: world.originalId, personId }))
      await sql`update person set deactivated_at = now() where id = ${gone.personId}`.execute(db)
      const report = await must(shareCourse(db, world.admin, { ...wishes, keepsAuthors }))
      const kept = keepsAuthors ? [ana.personId, bo.personId] : []
      expect(new Set((await getTree(db, report.courseId)).authors)).toEqual(new Set([world.admin.personId, ...kept]))
      expect(report.authorsLeftOut).toEqual(keepsAuthors ? [gone.personId, rita.personId] : [])
      expect(await listNotices(db, bo)).toHaveLength(keepsAuthors ? 1 : 0)
      expect(await readCopyReport(db, rita, report.courseId)).toMatchObject({ reason: 'forbidden' })
    },
  )

  it('is undone by going to trash, and leaves the original as it was', async () => {
    const { db, world, ana, wishes } = await build()
    const before = visible(await getTree(db, world.originalId))
    const { changeId, value } = await mustDo(shareCourse(db, ana, wishes))
    await must(undoChange(db, ana, { changeId }))
    expect((await getTree(db, value.courseId)).isTrashed).toBe(true)
    expect(visible(await getTree(db, world.originalId))).toEqual(before)
  })
})

describe('who may', () => {
  it('copy and change a course: its authors and administrators', async () => {
    const { db, world, bo, wishes } = await build()
    const reviewer = await addPerson(db, bo.workspaceId, 'rev', 'reviewer')
    for (const actor of [bo, reviewer]) {
      expect(await shareCourse(db, actor, wishes)).toMatchObject({ ok: false, reason: 'forbidden' })
      expect(await trashCourse(db, actor, world.originalId)).toMatchObject({ ok: false, reason: 'forbidden' })
      expect(await editWords(db, actor, world.originalId, 'no')).toMatchObject({ ok: false, reason: 'forbidden' })
    }
    expect(await shareCourse(db, world.admin, wishes)).toMatchObject({ ok: true })
  })

  it('see a course: nobody of another workspace', async () => {
    const [one, other] = [await build(), await build()]
    expect(await shareCourse(one.db, other.world.admin, one.wishes)).toMatchObject({ ok: false, reason: 'not-found' })
  })

  it('read titles in a reach: others are counted', async () => {
    const { db, world, ana, bo, wishes } = await build()
    await must(shareCourse(db, ana, { ...wishes, title: 'Secret', keepsAuthors: true }))
    await must(assignAuthor(db, ana, { courseId: world.originalId, personId: bo.personId }))
    const { id } = findPage(await getTree(db, world.originalId), 'a1')
    const reach = await readReach(db, bo, { kind: 'page', id })
    expect([reach.courses.length, reach.hidden]).toEqual([1, 1])
    expect(JSON.stringify(reach)).not.toContain('Secret')
    expect((await readReach(db, ana, { kind: 'media', id: world.items.media })).courses).toHaveLength(2)
  })
})

describe('two people', () => {
  it('who edit different elements are both heard; the same one: a choice', async () => {
    const { db, world, ana } = await build()
    const page = findPage(await getTree(db, world.originalId), 'a1')
    await must(editWords(db, ana, world.originalId, 'first'))
    await must(editWords(db, ana, world.originalId, 'theirs'))
    const mine = { ...page.content, blocks: [...page.content.blocks, text('new', 'mine')] }
    const edit = { courseId: world.originalId, pageId: page.id, baseRevisionId: page.revisionId }
    expect(await must(editPage(db, ana, { ...edit, content: mine }))).toMatchObject({ kind: 'saved', wasMerged: true })
    const blocks = findPage(await getTree(db, world.originalId), 'a1').content.blocks
    expect([blocks[0]?.text, blocks.at(-1)?.text]).toEqual(['theirs', 'mine'])
    const stale = await editWords(db, ana, world.originalId, 'other', page.revisionId)
    expect(stale).toMatchObject({ ok: false, reason: 'stale', details: { conflicts: [{ at: '1' }] } })
  })

  it('who set the same field of a course do not overwrite each other', async () => {
    const { db, world, ana } = await build()
    const { title } = await getTree(db, world.originalId)
    await must(editCourse(db, ana, world.originalId, { title: { from: title, to: 'One' } }))
    const late = await editCourse(db, ana, world.originalId, { title: { from: title, to: 'Two' } })
    expect(late).toMatchObject({ ok: false, reason: 'stale', details: [{ ours: 'One', theirs: 'Two' }] })
  })

  it('who change the same Course Style do not overwrite each other', async () => {
    const { db, world, ana } = await build()
    const [seen] = (await getTree(db, world.originalId)).styles
    if (seen === undefined) throw new Error('There is no style.')
    const { key, ...from } = seen
    const save = (definition: object, base?: typeof from | null) =>
      saveStyle(db, ana, world.originalId, { key, name: from.name, definition }, base)
    const both = await Promise.all([save({ colour: 'blue' }, from), save({ colour: 'green' }, from)])
    const late = both.find(({ ok }) => !ok)
    expect(late).toMatchObject({ reason: 'stale', details: [{ at: 'style', base: from }] })
    expect(await save({ colour: 'pink' }, null)).toMatchObject({ reason: 'stale', details: [{ base: null }] })
    const [kept] = (await getTree(db, world.originalId)).styles
    const wanted = both[0]?.ok ? 'blue' : 'green'
    expect(kept?.definition).toEqual({ colour: wanted })
    await must(save({ colour: wanted }, from))
    await must(deleteStyle(db, ana, world.originalId, key))
    expect(await save({ colour: 'pink' }, from)).toMatchObject({ reason: 'stale', details: [{ ours: null }] })
    await must(save({ colour: 'pink' }, null))
    await must(save({ colour: 'red' }))
  })

  it('who put the pages of a Learning Object in order are both heard, or it is a choice', async () => {
    const { db, world, ana } = await build()
    const place = { courseId: world.originalId, objectId: findObject(await getTree(db, world.originalId), 'A').id }
    for (const title of ['a3', 'a4']) await must(addPage(db, ana, place, { title, blocks: [] }))
    const seen = findObject(await getTree(db, world.originalId), 'A')
    const [one = '', two = '', three = '', four = ''] = seen.content.pageIds
    const order = (ids: readonly string[], base?: string) => reorderPages(db, ana, place, ids, base)
    await must(order([two, one, three, four], seen.revisionId))
    expect(await order([one, two, four, three], seen.revisionId)).toMatchObject({
      ok: false,
      reason: 'stale',
      details: [
        {
          at: 'pages',
          base: [one, two, three, four],
          ours: [two, one, three, four],
          theirs: [one, two, four, three],
        },
      ],
    })
    const now = findObject(await getTree(db, world.originalId), 'A')
    const { pageId } = await must(addPage(db, ana, { ...place, after: three }, { title: 'new', blocks: [] }))
    await must(deletePage(db, ana, { courseId: world.originalId, pageId: four }))
    await must(order([four, three, two, one], now.revisionId))
    expect(findObject(await getTree(db, world.originalId), 'A').content.pageIds).toEqual([three, pageId, two, one])
    expect(await order([one], now.revisionId)).toMatchObject({ ok: false, reason: 'stale' })
    expect(await order([one, two, three])).toMatchObject({ ok: false, reason: 'stale' })
    await must(order([one, two, three, pageId]))
  })
})

describe('undo', () => {
  it('merges with what was written since, or says what moved on', async () => {
    const { db, world, ana } = await build()
    const { changeId } = await mustDo(editWords(db, ana, world.originalId, 'wrong'))
    const page = findPage(await getTree(db, world.originalId), 'a1')
    const content = { ...page.content, blocks: [...page.content.blocks, text('late', 'kept')] }
    await must(
      editPage(db, ana, { courseId: world.originalId, pageId: page.id, baseRevisionId: page.revisionId, content }),
    )
    const again = await mustDo(editWords(db, ana, world.originalId, 'wrong again'))
    expect(await undoChange(db, ana, { changeId })).toMatchObject({
      ok: false,
      reason: 'moved-on',
      details: [{ table: 'page' }],
    })
    await must(undoChange(db, ana, { changeId: again.changeId }))
    await must(undoChange(db, ana, { changeId }))
    const blocks = findPage(await getTree(db, world.originalId), 'a1').content.blocks
    expect([blocks[0]?.text, blocks.at(-1)?.text]).toEqual(['first', 'kept'])
    expect(await undoChange(db, ana, { changeId })).toMatchObject({ ok: false, reason: 'already-there' })
  })

  it('is not for those who may not change the course', async () => {
    const { db, world, ana, bo } = await build()
    const { changeId } = await mustDo(editWords(db, ana, world.originalId, 'x'))
    expect(await undoChange(db, bo, { changeId })).toMatchObject({ ok: false, reason: 'forbidden' })
  })
})

it('authors of other courses are told of a change, once, and see it in their history', async () => {
  const { db, world, ana, bo, wishes } = await build()
  const { courseId } = await must(shareCourse(db, ana, { ...wishes, keepsAuthors: false }))
  await must(assignAuthor(db, ana, { courseId, personId: bo.personId }))
  await must(editWords(db, ana, world.originalId, 'new'))
  const notices = await listNotices(db, bo)
  expect(notices.map(({ operation, courses }) => [operation, courses])).toEqual([
    ['edit page', [{ courseId, title: 'Copy' }]],
  ])
  const others = await listHistory(db, bo, { courseId, isByOthers: true })
  expect(others.find(({ operation }) => operation === 'edit page')).toMatchObject({
    courseId: null,
    personId: ana.personId,
  })
})

it('a protected Learning Object takes a change when an author of every course has agreed', async () => {
  const { db, world, ana, bo, wishes } = await build()
  const { courseId } = await must(shareCourse(db, ana, { ...wishes, keepsAuthors: false }))
  await must(assignAuthor(db, world.admin, { courseId: world.originalId, personId: bo.personId }))
  const objectId = findObject(await getTree(db, courseId), 'A').id
  await must(protectObject(db, ana, { courseId, objectId }, true))
  const saved = await must(editWords(db, bo, world.originalId, 'proposed'))
  if (saved.kind !== 'proposed') throw new Error('It was saved at once.')
  const page = findPage(await getTree(db, courseId), 'a1')
  expect(page.content.blocks[0]?.text).toBe('first')
  expect(await deletePage(db, ana, { courseId, pageId: page.id })).toMatchObject({ ok: false, reason: 'protected' })
  const { proposalId } = saved
  expect(await must(acceptProposal(db, bo, { courseId: world.originalId, proposalId }))).toEqual({
    kind: 'waits',
    courses: 1,
  })
  expect(await must(acceptProposal(db, ana, { courseId, proposalId }))).toEqual({ kind: 'saved' })
  expect(findPage(await getTree(db, world.originalId), 'a1').content.blocks[0]?.text).toBe('proposed')
})

describe('what somebody wrote', () => {
  it('is cleaned on the way in, wherever it stands', async () => {
    const { db, world, ana } = await build()
    const tree = await getTree(db, world.originalId)
    const [page, object] = [findPage(tree, 'a1'), findObject(tree, 'A')]
    const evil = '<p onclick="x()">ok<script>x()</script><img src="javascript:x()" onerror="x()"></p>\0\ud800'
    const place = { courseId: world.originalId, objectId: object.id }
    const content = { title: '<b>T</b>\0', blocks: [text('1', evil)] }
    await must(editPage(db, ana, { ...place, pageId: page.id, baseRevisionId: page.revisionId, content }))
    await must(addPage(db, ana, place, { ...content, title: 'added' }))
    const texts = {
      ...object.content,
      objective: evil,
      reviewExercise: evil,
      questions: [{ id: 'q', text: evil, answers: [{ text: evil, isRight: true }] }],
    }
    await must(editObject(db, ana, { ...place, baseRevisionId: object.revisionId, content: texts }))
    const after = await getTree(db, world.originalId)
    const { objective, reviewExercise, questions } = findObject(after, 'A').content
    const clean = '<p>ok<img alt="" loading="lazy"></p>\ufffd'
    const written = [findPage(after, '<b>T</b>'), findPage(after, 'added')].map(each => each.content.blocks[0]?.text)
    const asked = [questions[0]?.text, questions[0]?.answers?.[0]?.text]
    expect([objective, reviewExercise, ...asked, ...written]).toEqual(Array(6).fill(clean))
    const item = await must(
      createItem(db, ana, 'term', { name: 'x\0', content: { text: evil, url: 'javascript:x()' } }),
    )
    expect(JSON.stringify(await readItem(db, item.itemId))).toBe(JSON.stringify({ text: clean }))
  })

  it.each(['', '  \n ', '\0', 'x'.repeat(501)])('is refused as a name: %j', async name => {
    const { db, world, ana } = await build()
    const tree = await getTree(db, world.originalId)
    const spot = { courseId: world.originalId, moduleId: tree.modules[0]?.id ?? '' }
    const refused = await Promise.all([
      createCourse(db, ana, name),
      addModule(db, ana, world.originalId, name),
      createObject(db, ana, spot, { name }),
      createItem(db, ana, 'term', { name, content: {} }),
      saveStyle(db, ana, world.originalId, { key: name, name: 'n', definition: {} }),
      editCourse(db, ana, world.originalId, { title: { from: tree.title, to: name } }),
      duplicateCourse(db, ana, { courseId: world.originalId, title: name, keepsAuthors: true }),
    ])
    expect(refused.map(each => each.ok || each.reason)).toEqual(Array(7).fill('invalid'))
  })

  it.each(["Ängste & <b>„Zitat“</b> 'x' $1 😀", 'שלום\u00a0עולם', 'x'.repeat(255)])(
    'stays as it is in a name: %s',
    async name => {
      const { db, world, ana } = await build()
      const { courseId } = await must(createCourse(db, ana, name))
      await must(addModule(db, ana, courseId, name))
      const copy = await must(duplicateCourse(db, ana, { courseId, title: name, keepsAuthors: true }))
      const tree = await getTree(db, copy.courseId)
      expect([tree.title, tree.modules[0]?.name]).toEqual([name, name])
      expect(copy.hasEqualTitle).toBe(true)
      expect(world.ana).toBe(ana)
    },
  )
})

it('what is wanted of a copy is what it has, and its report is kept', async () => {
  const { db, world, ana, bo, wishes } = await build()
  const details = { size: 'small', categories: ['a & b'], cover: null }
  const wanted = { description: 'D', playerLayout: 'wide', passingMark: 70, details }
  const report = await must(duplicateCourse(db, ana, { ...wishes, ...wanted }))
  expect(await getTree(db, report.courseId)).toMatchObject(wanted)
  expect(await readCopyReport(db, ana, report.courseId)).toEqual({
    ok: true,
    value: JSON.parse(JSON.stringify(report)),
  })
  expect(await readCopyReport(db, bo, report.courseId)).toMatchObject({ reason: 'forbidden' })
  expect(await readCopyReport(db, ana, world.originalId)).toMatchObject({ reason: 'not-found' })
  expect(await shareCourse(db, ana, { ...wishes, passingMark: 101 })).toMatchObject({ ok: false, reason: 'invalid' })
  const same = await must(shareCourse(db, ana, { ...wishes, courseId: report.courseId }))
  expect(await getTree(db, same.courseId)).toMatchObject(wanted)
})

describe('a course', () => {
  it('in the trash is one item with the Learning Objects that only it holds', async () => {
    const { db, world, ana, bo, wishes } = await build()
    const shared = await must(shareCourse(db, ana, wishes))
    const separate = await must(duplicateCourse(db, ana, wishes))
    for (const courseId of [shared.courseId, separate.courseId]) await must(trashCourse(db, ana, courseId))
    expect((await listTrash(db, ana)).map(({ courseId, objects }) => [courseId, objects])).toEqual([
      [separate.courseId, 3],
      [shared.courseId, 0],
    ])
    await must(trashCourse(db, ana, world.originalId))
    expect((await listTrash(db, ana)).map(({ objects }) => objects)).toEqual([3, 3, 3])
    expect(await listTrash(db, bo)).toEqual([])
    expect(await listUnplaced(db, ana)).toEqual([])
  })
})

describe('a proposal', () => {
  async function propose() {
    const { db, world, ana, bo, wishes } = await build()
    const { courseId } = await must(shareCourse(db, ana, { ...wishes, keepsAuthors: false }))
    await must(assignAuthor(db, world.admin, { courseId: world.originalId, personId: bo.personId }))
    await must(removeAuthor(db, world.admin, { courseId: world.originalId, personId: ana.personId }))
    await must(protectObject(db, ana, { courseId, objectId: findObject(await getTree(db, courseId), 'A').id }, true))
    const saved = await must(editWords(db, bo, world.originalId, 'proposed'))
    if (saved.kind !== 'proposed') throw new Error('It was saved at once.')
    return { db, world, ana, bo, courseId, proposalId: saved.proposalId }
  }

  it('is listed for everybody whose course it reaches, and told to those of other courses', async () => {
    const { db, world, ana, bo, courseId, proposalId } = await propose()
    const lists = await Promise.all([ana, bo].map(actor => listProposals(db, actor)))
    expect(
      lists.map(([one]) => [one?.proposalId, one?.courses.map(each => each.courseId), one?.waitsFor, one?.hasAgreed]),
    ).toEqual([
      [proposalId, [courseId], 1, false],
      [proposalId, [world.originalId], 1, true],
    ])
    expect(lists[0]?.[0]?.proposed.blocks[0]?.text).toBe('proposed')
    expect(lists[0]?.[0]?.current?.blocks[0]?.text).toBe('first')
    expect((await listNotices(db, ana)).map(({ operation }) => operation)).toEqual(['propose change'])
    const stranger = await addPerson(db, ana.workspaceId, 'stranger')
    expect(await listProposals(db, stranger)).toEqual([])
    expect(await declineProposal(db, stranger, proposalId)).toMatchObject({ ok: false, reason: 'forbidden' })
  })

  it.each(['an author', 'who made it'] as const)('is declined by %s, and then is no more', async who => {
    const { db, ana, bo, courseId, proposalId } = await propose()
    await must(declineProposal(db, who === 'an author' ? ana : bo, proposalId))
    expect(await listProposals(db, ana)).toEqual([])
    expect(await acceptProposal(db, ana, { courseId, proposalId })).toMatchObject({ ok: false, reason: 'not-found' })
    expect(await declineProposal(db, ana, proposalId)).toMatchObject({ ok: false, reason: 'not-found' })
    expect(findPage(await getTree(db, courseId), 'a1').content.blocks[0]?.text).toBe('first')
  })

  it('cannot be undone, and says what can be done', async () => {
    const { db, bo, world } = await propose()
    const [latest] = await listHistory(db, bo, { courseId: world.originalId })
    expect(latest?.operation).toBe('propose change')
    expect(await undoChange(db, bo, { changeId: latest?.changeId ?? '' })).toMatchObject({
      ok: false,
      reason: 'moved-on',
    })
  })
})

async function readItem(db: LibraryDb, itemId: string): Promise<unknown> {
  const { rows } = await sql<{ content: unknown }>`
    select r.content from glossary_term t join library_revision r on r.id = t.current_revision_id where t.id = ${itemId}`.execute(
    db,
  )
  return rows[0]?.content
}

it('several operations together are all done or none; one that is refused or only tried does not end the others', async () => {
  const { db, world, ana, wishes } = await build()
  const { originalId } = world
  const before = visible(await getTree(db, originalId))
  const fails = together(db, async tx => {
    await must(editWords(tx, ana, originalId, 'lost'))
    throw new Error('no')
  })
  await expect(fails).rejects.toThrow('no')
  expect(visible(await getTree(db, originalId))).toEqual(before)
  await together(db, async tx => {
    await must(editWords(tx, ana, originalId, 'one'))
    expect(await addModule(tx, ana, originalId, '')).toMatchObject({ ok: false, reason: 'invalid' })
    await must(duplicateCourse(tx, ana, { ...wishes, isDryRun: true }))
    const copies = [await must(duplicateCourse(tx, ana, wishes)), await must(duplicateCourse(tx, ana, wishes))]
    await must(editWords(tx, ana, copies[1]?.courseId ?? '', 'two'))
  })
  expect(findPage(await getTree(db, originalId), 'a1').content.blocks[0]?.text).toBe('one')
})

describe('the database refuses', () => {
  it.each([
    'update page set current_revision_id = gen_random_uuid()',
    'update page set learning_object_id = gen_random_uuid()',
    'insert into page (workspace_id, learning_object_id, current_revision_id) select gen_random_uuid(), learning_object_id, current_revision_id from page',
    'update learning_object set current_revision_id = gen_random_uuid()',
    'update learning_object set origin_id = gen_random_uuid()',
    'update learning_object set base_revision_id = gen_random_uuid()',
    'delete from learning_object',
    'delete from page_revision',
    'delete from learning_object_revision',
    'update page_revision set title = title',
  ])('%s', async statement => {
    const { db } = await build()
    await expect(sql.raw(statement).execute(db)).rejects.toThrow(/is not there|never deleted|never changed/)
  })
})

describe('taking back is permitted like the operation', () => {
  async function shareWithBo() {
    const { db, world, ana, bo, wishes } = await build()
    const { courseId } = await must(shareCourse(db, ana, { ...wishes, keepsAuthors: false }))
    await must(assignAuthor(db, ana, { courseId, personId: bo.personId }))
    return { db, world, ana, bo, courseId }
  }

  it('what stands in a course of one’s own too may be taken back there, and it is said where that is seen', async () => {
    const { db, world, ana, bo, courseId } = await shareWithBo()
    const { changeId } = await mustDo(editWords(db, ana, world.originalId, 'x'))
    const tried = await must(undoChange(db, bo, { changeId, isDryRun: true }))
    expect(tried).toMatchObject({ movedOn: [], reach: { courses: [{ courseId }], hidden: 1 } })
    expect(findPage(await getTree(db, courseId), 'a1').content.blocks[0]?.text).toBe('x')
    await must(undoChange(db, bo, { changeId }))
    expect(findPage(await getTree(db, world.originalId), 'a1').content.blocks[0]?.text).toBe('first')
  })

  it('what another course has of its own may not', async () => {
    const { db, world, ana, bo } = await shareWithBo()
    const objectId = findObject(await getTree(db, world.originalId), 'A').id
    const { changeId } = await mustDo(removeObject(db, ana, world.originalId, objectId))
    expect(await undoChange(db, bo, { changeId })).toMatchObject({ ok: false, reason: 'forbidden' })
  })

  it('a page that no course of one’s own shows any more may not', async () => {
    const { db, world, ana, bo, courseId } = await shareWithBo()
    await must(removeAuthor(db, ana, { courseId, personId: ana.personId }))
    const { changeId } = await mustDo(editWords(db, ana, world.originalId, 'x'))
    await must(removeObject(db, ana, world.originalId, findObject(await getTree(db, courseId), 'A').id))
    expect(await undoChange(db, ana, { changeId })).toMatchObject({ ok: false, reason: 'forbidden' })
    await must(undoChange(db, bo, { changeId }))
  })

  it('what is protected by now may not, but by an administrator or whom all its courses belong to', async () => {
    const { db, world, ana, bo, courseId } = await shareWithBo()
    const place = { courseId, objectId: findObject(await getTree(db, courseId), 'A').id }
    const { changeId } = await mustDo(editWords(db, ana, world.originalId, 'x'))
    const { changeId: protection } = await mustDo(protectObject(db, bo, place, true))
    expect(await undoChange(db, bo, { changeId })).toMatchObject({ ok: false, reason: 'protected' })
    expect(await undoChange(db, bo, { changeId: protection })).toMatchObject({ ok: false, reason: 'protected' })
    expect(await protectObject(db, bo, place, false)).toMatchObject({ ok: false, reason: 'protected' })
    const styled = { pageId: findPage(await getTree(db, courseId), 'a2').id, styleKey: 'warm' }
    expect(await stylePages(db, bo, courseId, [styled])).toMatchObject({ ok: false, reason: 'protected' })
    const item = { kind: 'media', itemId: world.items.media } as const
    expect(await replaceItem(db, bo, item, { byId: world.items.otherMedia })).toMatchObject({
      ok: false,
      reason: 'protected',
    })
    await must(undoChange(db, world.admin, { changeId }))
    // An author of every course that holds it.
    await must(protectObject(db, ana, place, false))
  })

  it('an item of the library may, by every author and no reviewer', async () => {
    const { db, world, ana, bo } = await shareWithBo()
    const { changeId } = await mustDo(
      replaceItem(db, ana, { kind: 'media', itemId: world.items.media }, { byId: world.items.otherMedia }),
    )
    const reviewer = await addPerson(db, ana.workspaceId, 'rev2', 'reviewer')
    expect(await undoChange(db, reviewer, { changeId })).toMatchObject({ ok: false, reason: 'forbidden' })
    await must(undoChange(db, bo, { changeId }))
    expect((await getTree(db, world.originalId)).items.map(({ id }) => id)).toContain(world.items.media)
  })

  it('a style is not put on pages that the course does not show', async () => {
    const { db, world, ana } = await shareWithBo()
    const elsewhere = listObjects(await getTree(db, world.thirdId)).flatMap(({ pages }) => pages)[0]?.id ?? ''
    expect(await stylePages(db, ana, world.originalId, [{ pageId: elsewhere, styleKey: 'warm' }])).toMatchObject({
      ok: false,
      reason: 'not-found',
    })
  })
})
