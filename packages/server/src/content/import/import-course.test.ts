import type { ImportReport } from '@recourse/core/transfer'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { withTestDatabase } from '../../database/test-database.fixture.ts'
import { type Actor, readCopyReport, shareCourse, undoChange, updateItem } from '../../library/index.ts'
import {
  addPerson,
  addWorkspace,
  findObject,
  findPage,
  getTree,
  listObjects,
  must,
  mustDo,
} from '../../library/world.fixture.ts'
import { canvasExport, picture, withFolder } from '../package.fixture.ts'
import { type ImportWishes, importCourse } from './import-course.ts'

const database = withTestDatabase()
const { writeZip } = withFolder()

const build = async () => addPerson(database.db, await addWorkspace(database.db), 'ana')
const bring = (actor: Actor, file: string, wishes: Partial<ImportWishes> = {}) =>
  importCourse(database.db, actor, { file, fileName: 'soil.imscc', ...wishes })

async function imported(
  changes = {},
): Promise<{ actor: Actor; report: ImportReport; tree: Awaited<ReturnType<typeof getTree>> }> {
  const actor = await build()
  const report = await must(bring(actor, await writeZip(canvasExport(changes))))
  return { actor, report, tree: await getTree(database.db, report.courseId) }
}

/** Every row there is, so that nothing can be left behind unseen. */
async function countRows(): Promise<unknown> {
  const { rows } = await sql<{
    name: string
  }>`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`.execute(
    database.db,
  )
  const counts = await Promise.all(
    rows.map(async ({ name }) => [
      name,
      (await sql`select count(*) as n from ${sql.table(name)}`.execute(database.db)).rows[0],
    ]),
  )
  return Object.fromEntries(counts.sort())
}

it('a course that was imported has no report of a copy; a copy of it has', async () => {
  const { actor, report } = await imported()
  expect(await readCopyReport(database.db, actor, report.courseId)).toMatchObject({ ok: false, reason: 'not-found' })
  const wishes = { courseId: report.courseId, title: 'Copy', keepsAuthors: true }
  const { courseId } = await must(shareCourse(database.db, actor, wishes))
  expect(await readCopyReport(database.db, actor, courseId)).toMatchObject({ ok: true, value: { courseId } })
})

describe('a Canvas export', () => {
  it('becomes modules, Learning Objects by heading, and pages', async () => {
    const { tree, actor } = await imported()
    expect(tree).toMatchObject({ title: 'Soil <101> & "roots" 🌱', authors: [actor.personId] })
    const outline = tree.modules.map(module => [
      module.name,
      module.objects.map(object => [object.content.name, object.pages.map(page => page.content.title)]),
    ])
    expect(outline).toEqual([
      [
        'Week 1',
        [
          ['Welcome', ['Welcome']],
          ['Soil', ['What soil is', 'Test yourself', 'Notes', 'Atlas']],
        ],
      ],
      [
        'Week 2',
        [
          ['Essay', ['Essay']],
          ['Welcome', ['Welcome']],
        ],
      ],
      ['Not in a module', [['Loose', ['Loose']]]],
    ])
  })

  it('has clean texts that name what they refer to by number, and nothing by address', async () => {
    const { tree } = await imported()
    const page = findPage(tree, 'Welcome')
    const [heading, words, image, rest] = page.content.blocks
    expect(heading).toMatchObject({ text: '<h2>Hello</h2>', references: [] })
    expect(words?.text).toMatch(
      /^<p>See <a href="#ref-1">soil<\/a>, the <a href="#ref-2">essay<\/a>\s+and <a href="https:\/\/example.org\/">/,
    )
    expect(words?.references).toMatchObject([
      { kind: 'page', pageId: findPage(tree, 'What soil is').id },
      { kind: 'page', pageId: findPage(tree, 'Essay').id },
    ])
    expect(image).toMatchObject({
      text: '<p><img src="#ref-1" alt="soil" loading="lazy"></p>',
      references: [{ kind: 'media' }],
    })
    expect(rest?.text).toBe('<p>plain <a>gone</a> <a>js</a></p>')
    expect(new Set(page.links.map(({ targetId }) => targetId))).toEqual(
      new Set([findPage(tree, 'What soil is').id, findPage(tree, 'Essay').id]),
    )
    expect(findPage(tree, 'What soil is').content.blocks.at(-1)?.text).toBe(
      '<p><a href="https://video.example.org/1">A film</a></p>',
    )
    expect(JSON.stringify(tree)).not.toMatch(/\$(?:WIKI|CANVAS|IMS)|alert|onclick/)
  })

  it('keeps files as media with their bytes, and links as resources', async () => {
    const { tree, actor } = await imported()
    const media = tree.items.filter(({ kind }) => kind === 'media')
    expect(media.map(({ name, content }) => [name, content?.type, content?.size])).toEqual(
      expect.arrayContaining([
        ['schöne & "große".png', 'image/png', picture.length],
        ['notes.pdf', 'application/pdf', 4],
      ]),
    )
    expect(tree.items.find(({ kind }) => kind === 'resource')).toMatchObject({
      name: 'Atlas',
      content: { url: 'https://example.org/atlas?a=1&b=2' },
    })
    expect(findPage(tree, 'Notes').content.blocks).toMatchObject([
      { kind: 'media', text: '', references: [{ kind: 'media' }] },
    ])
    expect(findPage(tree, 'Atlas').content.blocks).toMatchObject([
      { kind: 'resource', references: [{ kind: 'resource' }] },
    ])
    const { rows } = await sql`select c.bytes from media_chunk c join media_bytes b using (workspace_id, hash)
      where b.workspace_id = ${actor.workspaceId} and b.size = ${picture.length}`.execute(database.db)
    expect(rows).toEqual([{ bytes: Buffer.from(picture) }])
  })

  it('turns questions of a quiz into questions, with the right answers', async () => {
    const { tree, report } = await imported()
    expect(findObject(tree, 'Soil').content.questions).toEqual([
      {
        id: 'one',
        text: 'Which <b>one</b>?',
        kind: 'choice',
        answers: [
          { text: 'Sand', isRight: false },
          { text: 'Clay &amp; silt', isRight: true },
        ],
      },
      {
        id: 'two',
        text: 'Which?',
        kind: 'choices',
        answers: [
          { text: 'A', isRight: true },
          { text: 'B', isRight: false },
          { text: 'C', isRight: true },
        ],
      },
      { id: 'three', text: 'Name it', kind: 'blank', answers: [{ text: 'loam', isRight: true }] },
      { id: 'four', text: 'Match' },
      { id: 'five', text: 'Why? ', kind: 'essay' },
    ])
    expect(report.entries.find(({ name }) => name === 'four')?.notes).toEqual([
      'Only its text: answers of matching_question kind have no place here.',
    ])
  })

  it('is accounted for, each thing of it once, and what became nothing with a reason', async () => {
    const { report, tree } = await imported()
    expect(report).toMatchObject({
      format: 'imscc',
      counts: { modules: 3, objects: 5, pages: 8, questions: 5, media: 2, resources: 1, leftOut: 2 },
    })
    const origins = report.entries.map(({ what, origin }) => `${what} ${origin}`)
    expect(new Set(origins).size).toBe(origins.length)
    for (const id of ['i1', 'i2', 'i3', 'i4', 'i5', 'i6', 'i7', 'i8', 'i9'])
      expect(origins).toContain(`module item ${id}`)
    for (const file of [
      'wiki_content/loose.html',
      'a1/essay.html',
      'web_resources/notes.pdf',
      'course_settings/rubrics.xml',
    ]) {
      expect(
        report.entries.some(({ origin }) => origin === file),
        file,
      ).toBe(true)
    }
    const nothing = report.entries.filter(({ became }) => became === 'nothing')
    expect(nothing.map(({ name, notes }) => [name, notes.length > 0])).toEqual([
      ['Gone', true],
      ['course_settings/rubrics.xml', true],
    ])
    const welcome = report.entries.find(({ origin }) => origin === 'wiki_content/welcome.html')
    expect(welcome?.notes.join(' ')).toMatch(/\$WIKI_REFERENCE\$\/pages\/nowhere.*script/)
    expect(welcome?.id).toBe(findPage(tree, 'Welcome').id)
  })

  it('is known when it comes again; a second course of it has its own objects and the same media', async () => {
    const actor = await build()
    const file = await writeZip(canvasExport())
    const first = await must(bring(actor, file))
    const again = await bring(actor, file)
    expect(again).toMatchObject({
      ok: false,
      reason: 'already-there',
      details: { course: { courseId: first.courseId } },
    })
    const second = await must(bring(actor, file, { isAgain: true, title: 'Next term' }))
    expect(second).toMatchObject({ title: 'Next term', reused: { objects: 0, items: 3 } })
    const [one, two] = [await getTree(database.db, first.courseId), await getTree(database.db, second.courseId)]
    expect(two.items).toEqual(one.items)
    expect(new Set([...listObjects(one), ...listObjects(two)].map(({ id }) => id)).size).toBe(10)
  })

  it('leaves nothing behind in a dry run, and says the same', async () => {
    const actor = await build()
    const file = await writeZip(canvasExport())
    const before = await countRows()
    const dry = await must(bring(actor, file, { isDryRun: true }))
    expect(await countRows()).toEqual(before)
    const real = await must(bring(actor, file))
    expect(dry.entries.map(({ id: _, ...rest }) => rest)).toEqual(real.entries.map(({ id: _, ...rest }) => rest))
    expect(dry.counts).toEqual(real.counts)
  })

  it('is undone by its course going to the trash', async () => {
    const actor = await build()
    const { changeId, value } = await mustDo(bring(actor, await writeZip(canvasExport())))
    await must(undoChange(database.db, actor, { changeId }))
    expect((await getTree(database.db, value.courseId)).isTrashed).toBe(true)
  })
})

it('another state of a file is another one, though it has the name of the first', async () => {
  const { actor, tree } = await imported()
  const changed = { 'web_resources/notes.pdf': new Uint8Array([1, 2, 3]) }
  const report = await must(bring(actor, await writeZip(canvasExport(changed))))
  const later = await getTree(database.db, report.courseId)
  const notes = (each: typeof tree) => each.items.find(({ name }) => name === 'notes.pdf')
  expect(notes(later)?.id).not.toBe(notes(tree)?.id)
  expect(notes(tree)?.content).toMatchObject({ size: 4 })
  const item = { kind: 'media', itemId: notes(tree)?.id ?? '' } as const
  const edit = { baseRevisionId: notes(tree)?.revisionId ?? '', content: notes(later)?.content ?? {} }
  await must(updateItem(database.db, actor, item, edit))
  expect(notes(await getTree(database.db, tree.id))?.content).toMatchObject({ size: 3 })
})

it('a reviewer brings nothing in', async () => {
  const actor = await addPerson(database.db, await addWorkspace(database.db), 'rev', 'reviewer')
  expect(await bring(actor, await writeZip(canvasExport()))).toMatchObject({ ok: false, reason: 'forbidden' })
})

it('two people who import the same at once both end with a whole answer and one set of bytes', async () => {
  const actor = await build()
  const file = await writeZip(canvasExport())
  const outcomes = await Promise.all([1, 2, 3, 4].map(() => bring(actor, file, { isAgain: true })))
  expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true, true])
  const { rows } = await sql`select 1 from media_bytes where workspace_id = ${actor.workspaceId}`.execute(database.db)
  expect(rows).toHaveLength(2)
})

it('characters that PostgreSQL does not keep do not keep a course out', async () => {
  const { tree } = await imported({
    'wiki_content/loose.html': '<html><head><title>a&#xD800;b</title></head><body><p>x\0y</p></body></html>',
  })
  expect(listObjects(tree).at(-1)?.pages[0]?.content.title).toContain('a')
})
