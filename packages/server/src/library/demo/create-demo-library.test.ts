import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { findMedia } from '../../content/media/find-media.ts'
import { withTestDatabase } from '../../database/test-database.fixture.ts'
import { listHistory, listNotices, listUnplaced } from '../history.ts'
import { listProposals } from '../list-proposals.ts'
import { readReach } from '../read-reach.ts'
import { addPerson, addWorkspace, findObject, findPage, getTree, listObjects } from '../world.fixture.ts'
import { createDemoLibrary, type DemoLibrary } from './create-demo-library.ts'

const database = withTestDatabase()

async function build() {
  const workspaceId = await addWorkspace(database.db)
  const [admin, ana, ben] = [
    await addPerson(database.db, workspaceId, 'admin', 'administrator'),
    await addPerson(database.db, workspaceId, 'ana'),
    await addPerson(database.db, workspaceId, 'ben'),
  ]
  return {
    workspaceId,
    ana,
    ben,
    people: { administrator: admin.personId, author: ana.personId, colleague: ben.personId },
  }
}

const made = (library: DemoLibrary | undefined): DemoLibrary => {
  if (library === undefined) throw new Error('It was there already.')
  return library
}

it('shows what Share and Duplicate do, with something of everything', async () => {
  const { workspaceId, ana, ben, people } = await build()
  const { db } = database
  const { basicsId, europeId, visitorsId, chemicalsId } = made(await createDemoLibrary(db, workspaceId, people))
  const [basics, europe, visitors] = [
    await getTree(db, basicsId),
    await getTree(db, europeId),
    await getTree(db, visitorsId),
  ]
  expect([basics, europe, visitors].map(tree => listObjects(tree).length)).toEqual([6, 7, 5])
  expect(findPage(basics, 'What can go wrong here').content.blocks).toHaveLength(3)
  expect(findPage(visitors, 'What can go wrong here').content.blocks).toHaveLength(3)
  expect([findPage(basics, 'When it is worn out').style, findPage(visitors, 'When it is worn out').style]).toEqual([
    expect.anything(),
    null,
  ])
  for (const tree of [basics, europe, visitors]) {
    expect(
      listObjects(tree).flatMap(({ pages }) => pages.flatMap(({ links }) => links.map(each => each.rule))),
    ).not.toContain('outside')
  }
  const reach = await readReach(db, ana, { kind: 'object', id: findObject(basics, 'Personal protective equipment').id })
  expect([reach.courses.map(({ title }) => title), reach.hidden]).toEqual([['Safety Basics', 'Safety EU'], 1])
  expect((await getTree(db, chemicalsId)).authors).toEqual([ben.personId])
  expect((await listUnplaced(db, ana)).map(({ name }) => name)).toEqual(['Lifting and carrying'])
  expect((await listProposals(db, ana)).map(({ objectName }) => objectName)).toEqual(['Reporting an accident'])
  expect((await listHistory(db, ana, { courseId: basicsId, isByOthers: true })).length).toBeGreaterThan(0)
  const itemId = basics.items.find(({ name }) => name === 'Helmet')
  const found = await findMedia(db, ana, { itemId: itemId?.id ?? '', revisionId: itemId?.revisionId ?? '' })
  expect(found).toMatchObject({ fileName: 'Helmet.svg', type: 'image/svg+xml' })
  expect((await listNotices(db, ana)).map(({ operation }) => operation)).toEqual(['edit page'])
})

it('is made once, by two at once too, and leaves nothing behind when it fails', async () => {
  const { workspaceId, people } = await build()
  const { db } = database
  const broken = { ...people, colleague: workspaceId }
  await expect(createDemoLibrary(db, workspaceId, broken)).rejects.toThrow()
  const count = async () =>
    (await sql<{ count: string }>`select count(*) from course where workspace_id = ${workspaceId}`.execute(db)).rows[0]
      ?.count
  expect(await count()).toBe('0')
  const both = await Promise.all([1, 2].map(() => createDemoLibrary(db, workspaceId, people)))
  expect(both.filter(each => each !== undefined)).toHaveLength(1)
  expect(await createDemoLibrary(db, workspaceId, people)).toBeUndefined()
  expect(await count()).toBe('6')
})
