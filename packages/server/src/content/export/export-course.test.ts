import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openTestApi } from '../../api/api.fixture.ts'
import { withTestDatabase } from '../../database/test-database.fixture.ts'
import {
  type Actor,
  editCourse,
  editObject,
  editPage,
  stylePages,
  trashItem,
  undoChange,
  updateItem,
} from '../../library/index.ts'
import {
  addPerson,
  addWorkspace,
  buildWorld,
  findObject,
  findPage,
  getTree,
  listObjects,
  must,
  mustDo,
} from '../../library/world.fixture.ts'
import { importCourse } from '../import/import-course.ts'
import { openPackage } from '../package/open-package.ts'
import { canvasExport, withFolder } from '../package.fixture.ts'
import { type ExportFormat, exportCourse, previewExport } from './export-course.ts'

const database = withTestDatabase()
const { folder, writeZip } = withFolder()

async function send(actor: Actor, courseId: string, format: ExportFormat): Promise<string> {
  const file = join(folder, `${randomUUID()}.${format}`)
  const found = await exportCourse(
    database.db,
    actor,
    { courseId, format, program: '0.1.0', now: new Date('2027-01-31') },
    file,
  )
  if (!found.ok) throw new Error(found.message)
  return file
}

const bring = (actor: Actor, file: string, wishes = {}) =>
  must(importCourse(database.db, actor, { file, fileName: 'x', ...wishes }))

async function buildImported() {
  const actor = await addPerson(database.db, await addWorkspace(database.db), 'ana')
  const { courseId } = await bring(actor, await writeZip(canvasExport()))
  return { actor, courseId }
}

type Tree = Awaited<ReturnType<typeof getTree>>

/** What a person sees of a course, whatever the ids. */
function seen(tree: Tree): unknown {
  const titles = new Map(
    listObjects(tree).flatMap(object => object.pages.map(page => [page.id, page.content.title] as const)),
  )
  const names = new Map(tree.items.map(({ id, name }) => [id, name]))
  return tree.modules.map(module => [
    module.name,
    module.objects.map(({ content, pages }) => [
      content.name,
      // Where nothing says how a question is answered, Canvas asks for words.
      content.questions.map(({ id: _, ...question }) => ({ ...question, kind: question.kind ?? 'essay' })),
      pages.map(({ content: { title, blocks }, links }) => [
        title,
        blocks.map(block => [
          block.kind,
          block.text,
          block.references.map(each =>
            each.kind === 'page'
              ? titles.get(
                  links.find(link => link.linkKey === each.linkKey && link.storedId === each.pageId)?.targetId ?? '',
                )
              : names.get(each.targetId),
          ),
        ]),
      ]),
    ]),
  ])
}

describe('an open archive', () => {
  it('that comes back finds everything: the same objects, shared, the same items, nothing twice', async () => {
    const { actor, courseId } = await buildImported()
    const file = await send(actor, courseId, 'archive')
    const report = await bring(actor, file)
    const [before, after] = [await getTree(database.db, courseId), await getTree(database.db, report.courseId)]
    expect(listObjects(after).map(({ id, revisionId }) => [id, revisionId])).toEqual(
      listObjects(before).map(({ id, revisionId }) => [id, revisionId]),
    )
    expect(after.items).toEqual(before.items)
    expect(seen(after)).toEqual(seen(before))
    expect(new Set([...before.modules, ...after.modules].map(({ id }) => id)).size).toBe(6)
    expect(report).toMatchObject({ format: 'archive', reused: { objects: 5, items: 3 }, counts: { leftOut: 0 } })
    expect(report.entries.find(({ what }) => what === 'object')?.notes).toEqual([
      'In this library already: the same one, shared.',
    ])
  })

  it('shows what is there as it is now, and says what was changed since', async () => {
    const { actor, courseId } = await buildImported()
    const file = await send(actor, courseId, 'archive')
    const page = findPage(await getTree(database.db, courseId), 'Welcome')
    const content = { ...page.content, title: 'Welcome!' }
    await must(editPage(database.db, actor, { courseId, pageId: page.id, baseRevisionId: page.revisionId, content }))
    const report = await bring(actor, file)
    expect(findPage(await getTree(database.db, report.courseId), 'Welcome!').id).toBe(page.id)
    expect(report.entries.find(({ id }) => id === page.id)?.notes).toEqual([
      'In this library already, and changed since: as it is here.',
    ])
  })

  it('is made anew on request, independent of what is there', async () => {
    const { actor, courseId } = await buildImported()
    const report = await bring(actor, await send(actor, courseId, 'archive'), { isApart: true })
    const [before, after] = [await getTree(database.db, courseId), await getTree(database.db, report.courseId)]
    expect(seen(after)).toEqual(seen(before))
    const ids = (tree: Tree) => listObjects(tree).flatMap(object => [object.id, ...object.pages.map(({ id }) => id)])
    expect(new Set([...ids(before), ...ids(after)]).size).toBe(ids(before).length * 2)
    expect(report.reused).toEqual({ objects: 0, items: 3 })
  })

  it('in another library is whole, and known there when it comes again; a later state of it is another', async () => {
    const { actor, courseId } = await buildImported()
    const there = await addPerson(database.db, await addWorkspace(database.db), 'eve')
    const first = await bring(there, await send(actor, courseId, 'archive'))
    const [before, after] = [await getTree(database.db, courseId), await getTree(database.db, first.courseId)]
    expect(seen(after)).toEqual(seen(before))
    expect(first.reused).toEqual({ objects: 0, items: 0 })
    expect(after.items.map(({ content }) => content)).toEqual(
      expect.arrayContaining(before.items.map(({ content }) => content)),
    )
    const page = findPage(before, 'Essay')
    const content = { ...page.content, title: 'Essay 2' }
    await must(editPage(database.db, actor, { courseId, pageId: page.id, baseRevisionId: page.revisionId, content }))
    const second = await bring(there, await send(actor, courseId, 'archive'))
    const later = await getTree(database.db, second.courseId)
    expect(second.reused).toEqual({ objects: 4, items: 3 })
    expect(findObject(later, 'Soil').id).toBe(findObject(after, 'Soil').id)
    expect(findPage(later, 'Essay 2').id).not.toBe(findPage(after, 'Essay').id)
    expect(findPage(after, 'Essay').content.title).toBe('Essay')
    expect(seen(later)).toEqual(seen(await getTree(database.db, courseId)))
  })

  it('that comes again to another library shows what was changed there since, and says so', async () => {
    const { actor, courseId } = await buildImported()
    const file = await send(actor, courseId, 'archive')
    const there = await addPerson(database.db, await addWorkspace(database.db), 'eve')
    const first = await bring(there, file)
    const tree = await getTree(database.db, first.courseId)
    const [page, other, object] = [findPage(tree, 'Essay'), findPage(tree, 'Atlas'), findObject(tree, 'Soil')]
    const save = (id: string, baseRevisionId: string, title: string) => {
      const content = { ...page.content, title }
      return must(editPage(database.db, there, { courseId: first.courseId, pageId: id, baseRevisionId, content }))
    }
    await save(page.id, page.revisionId, 'Essay here')
    const { pageIds: _, ...content } = object.content
    const edit = { courseId: first.courseId, objectId: object.id, baseRevisionId: object.revisionId }
    await must(editObject(database.db, there, { ...edit, content: { ...content, objective: '<p>Here</p>' } }))
    const link = tree.items.find(({ kind }) => kind === 'resource')
    const item = { kind: 'resource', itemId: link?.id ?? '' } as const
    const update = { baseRevisionId: link?.revisionId ?? '', content: { url: 'https://example.org/here' } }
    await must(updateItem(database.db, there, item, update))
    const { changeId } = await mustDo(
      editPage(database.db, there, {
        courseId: first.courseId,
        pageId: other.id,
        baseRevisionId: other.revisionId,
        content: { ...other.content, title: 'Atlas here' },
      }),
    )
    await must(undoChange(database.db, there, { changeId }))
    const second = await bring(there, file, { isAgain: true })
    const changed = second.entries.filter(({ notes }) => notes.join().includes('changed since'))
    expect(new Set(changed.map(({ id }) => id))).toEqual(new Set([page.id, object.id, link?.id]))
    expect(findPage(await getTree(database.db, second.courseId), 'Essay here').id).toBe(page.id)
    const shared = second.entries.filter(({ notes }) => notes.join().includes('the same one'))
    expect(shared.map(({ id }) => id)).toContain(other.id)
  })

  it('has the description of the course letter for letter: it is text, not markup', async () => {
    const { actor, courseId } = await buildImported()
    const description = 'Rules <EU> & safety\n<script>1 < 2</script>  "$\'" 👷 &amp;'
    await must(editCourse(database.db, actor, courseId, { description: { from: '', to: description } }))
    const there = await addPerson(database.db, await addWorkspace(database.db), 'eve')
    const report = await bring(there, await send(actor, courseId, 'archive'))
    expect((await getTree(database.db, report.courseId)).description).toBe(description)
  })

  it('keeps styles, details, questions, and links to the outside as such', async () => {
    const world = await buildWorld(database.db)
    const page = findPage(await getTree(database.db, world.originalId), 'a1')
    await must(stylePages(database.db, world.ana, world.originalId, [{ pageId: page.id, styleKey: 'warm' }]))
    const there = await addPerson(database.db, await addWorkspace(database.db), 'eve')
    const { courseId } = await bring(there, await send(world.ana, world.originalId, 'archive'))
    const [before, after] = [await getTree(database.db, world.originalId), await getTree(database.db, courseId)]
    expect(seen(after)).toEqual(seen(before))
    expect([after.title, after.styles, after.details]).toEqual([before.title, before.styles, before.details])
    expect(findPage(after, 'a1')).toMatchObject({ styleKey: 'warm', style: { colour: 'red' } })
    expect(findPage(after, 'a1').links.filter(({ targetId }) => targetId === null)).toHaveLength(1)
  })

  it('grants nothing: what one could not put into a course is made anew', async () => {
    const world = await buildWorld(database.db)
    const file = await send(world.ana, world.originalId, 'archive')
    const report = await bring(world.bo, file)
    expect(report.reused.objects).toBe(0)
    const ids = new Set(listObjects(await getTree(database.db, world.originalId)).map(({ id }) => id))
    expect(listObjects(await getTree(database.db, report.courseId)).some(({ id }) => ids.has(id))).toBe(false)
  })

  it('of a course whose media are in the trash, or without bytes, still comes', async () => {
    const world = await buildWorld(database.db)
    await must(trashItem(database.db, world.ana, { kind: 'media', itemId: world.items.media }, true))
    const report = await bring(world.ana, await send(world.ana, world.originalId, 'archive'))
    expect(report.entries.find(({ name }) => name === 'Helmet')).toMatchObject({
      became: 'nothing',
      notes: ['It was in the trash there.'],
    })
  })

  it.each([
    [
      'an id twice',
      (json: string) =>
        json.replace(
          /("modules": \[\s+\{\s+"id": ")[^"]+(".*?\n {6}\},\s+\{\s+"id": ")[^"]+/s,
          '$111111111-1111-4111-8111-111111111111$211111111-1111-4111-8111-111111111111',
        ),
    ],
    ['a later format', (json: string) => json.replace('"formatVersion": 1', '"formatVersion": 2')],
    ['a file that is not there', (json: string) => json.replace(/"media\/[0-9a-f]+/, '"media/none')],
    ['half of it', (json: string) => json.slice(0, json.length / 2)],
    ['a list', () => '[]'],
    ['no ids', (json: string) => json.replaceAll(/"id": "[^"]+"/g, '"id": "1; drop table course"')],
  ])('with %s is refused, and nothing is kept', async (_, change) => {
    const { actor, courseId } = await buildImported()
    await using opened = await openPackage(await send(actor, courseId, 'archive'))
    const json = await opened.readText('course.json')
    expect(change(json)).not.toBe(json)
    const outcome = await importCourse(database.db, actor, {
      file: await writeZip({ 'course.json': change(json) }),
      fileName: 'x',
    })
    expect(outcome).toMatchObject({ ok: false, reason: 'invalid' })
  })

  it('that somebody wrote into is cleaned', async () => {
    const { actor, courseId } = await buildImported()
    await using opened = await openPackage(await send(actor, courseId, 'archive'))
    const document = JSON.parse(await opened.readText('course.json'))
    document.items = document.items.map((item: object) => ({ ...item, file: null }))
    const [object] = document.course.modules[0].objects
    object.id = randomUUID()
    object.pages[0].blocks[0].text = '<p onclick="x()">hi<script>alert(1)</script><img src=x onerror=alert(1)></p>'
    document.items.push({
      kind: 'resource',
      id: randomUUID(),
      revisionId: randomUUID(),
      name: 'Bad',
      content: { url: 'javascript:alert(1)', text: '<svg onload=x()>' },
      file: null,
    })
    const report = await bring(actor, await writeZip({ 'course.json': JSON.stringify(document) }))
    const tree = JSON.stringify(await getTree(database.db, report.courseId))
    expect(tree).toContain('hi')
    expect(tree).not.toMatch(/onclick|onerror|alert|javascript/)
  })
})

describe('a Common Cartridge', () => {
  it('that comes back has the same modules, objects, pages, questions, pictures and links', async () => {
    const { actor, courseId } = await buildImported()
    const there = await addPerson(database.db, await addWorkspace(database.db), 'eve')
    const once = await bring(there, await send(actor, courseId, 'imscc'))
    const [before, after] = [await getTree(database.db, courseId), await getTree(database.db, once.courseId)]
    expect(seen(after)).toEqual(seen(before))
    expect(after.title).toBe(before.title)
    const twice = await bring(there, await send(there, once.courseId, 'imscc'))
    expect(seen(await getTree(database.db, twice.courseId))).toEqual(seen(before))
  })

  it('says what has no place in Canvas, and never writes an id of the library into a text', async () => {
    const world = await buildWorld(database.db)
    const file = join(folder, 'world.imscc')
    const wishes = { courseId: world.originalId, format: 'imscc', program: '0', now: new Date() } as const
    const found = await exportCourse(database.db, world.ana, wishes, file)
    expect(found).toMatchObject({ ok: true, value: { pages: 4, files: 0 } })
    expect(found.ok && found.value.notes.join()).toMatch(/Course Styles.*glossary.*outside.*without bytes/)
    expect(await previewExport(database.db, world.ana, wishes)).toEqual(found)
    await using opened = await openPackage(file)
    for (const name of opened.names.filter(each => each.endsWith('.html')))
      expect(await opened.readText(name)).not.toMatch(/#ref-/)
  })
})

it('whoever may not open a course does not get it as a file either', async () => {
  const world = await buildWorld(database.db)
  const { ask } = openTestApi(database.db)
  const path = `/api/courses/${world.originalId}/export?format=`
  expect((await ask(world.ana, 'GET', `${path}archive`)).status).toBe(200)
  expect((await ask(world.admin, 'GET', `${path}imscc`)).headers.get('content-disposition')).toMatch(
    /^attachment; filename=".*imscc"/,
  )
  const contents = `/api/courses/${world.originalId}/export/contents?format=`
  expect((await ask(world.ana, 'GET', `${contents}archive`)).json).toMatchObject({ pages: 4, notes: [] })
  expect((await ask(world.bo, 'GET', `${contents}imscc`)).status).toBe(403)
  expect((await ask(world.bo, 'GET', `${path}archive`)).status).toBe(403)
  expect((await ask(null, 'GET', `${path}archive`)).status).toBe(401)
  expect((await ask(world.ana, 'GET', `${path}exe`)).status).toBe(422)
  expect((await ask(world.ana, 'GET', `/api/courses/${randomUUID()}/export?format=imscc`)).status).toBe(404)
  const stranger = await addPerson(database.db, await addWorkspace(database.db), 'eve', 'administrator')
  expect((await ask(stranger, 'GET', `${path}archive`)).status).toBe(404)
})

it.each(['imscc', 'archive'] as const)('a course without anything comes and goes as %s', async format => {
  const actor = await addPerson(database.db, await addWorkspace(database.db), 'ana')
  const { courseId } = await bring(actor, await writeZip({ 'imsmanifest.xml': '<manifest identifier="m"/>' }))
  const report = await bring(actor, await send(actor, courseId, format))
  expect(report.counts).toMatchObject({ modules: 0, objects: 0, pages: 0 })
})
