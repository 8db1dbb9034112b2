import { describe, expect, it } from 'vitest'
import { withTestDatabase } from '../../database/test-database.fixture.ts'
import { assignAuthor, createCourse, shareCourse, trashCourse } from '../../library/index.ts'
import { buildWorld, linkTo, must } from '../../library/world.fixture.ts'
import { openTestApi } from '../api.fixture.ts'

const database = withTestDatabase()

async function build() {
  const { db } = database
  const world = await buildWorld(db)
  return { db, world, ...openTestApi(db) }
}

const titles = (json: unknown): unknown => Reflect.get(Object(json), 'rows').map((row: { title: string }) => row.title)

describe('the list of courses', () => {
  it('shows an author what they are assigned to, an administrator all, and counts what it may not name', async () => {
    const { db, world, ask } = await build()
    const wishes = { courseId: world.originalId, title: 'Copy', keepsAuthors: false }
    const { courseId } = await must(shareCourse(db, world.admin, wishes))
    expect(await ask(world.bo, 'GET', '/api/courses')).toMatchObject({ status: 200, json: { rows: [], total: 0 } })
    await must(assignAuthor(db, world.admin, { courseId, personId: world.bo.personId }))
    expect(await ask(world.bo, 'GET', '/api/courses')).toMatchObject({
      json: {
        total: 1,
        rows: [
          {
            courseId,
            kind: 'share',
            copiedFrom: null,
            sharedWith: 1,
            objectsShared: 3,
            objectsTotal: 3,
            authors: [{ name: 'admin' }, { name: 'bo' }],
            mayEdit: true,
          },
        ],
      },
    })
    const all = await ask(world.admin, 'GET', '/api/courses?sort=title&order=desc')
    expect(titles(all.json)).toEqual(['Third', 'Safety <EU> & "$\'" 👷', 'Copy'])
    expect(all.json).toMatchObject({ total: 3, rows: [{}, {}, { copiedFrom: { courseId: world.originalId } }] })
  })

  it('finds titles whatever their case and accents, and takes wildcards for what they are', async () => {
    const { db, world, ask } = await build()
    for (const title of ['Éducation Ａ 100%', 'education_b', 'Øl på Grønland'])
      await must(createCourse(db, world.bo, title))
    const search = async (words: string) =>
      titles((await ask(world.bo, 'GET', `/api/courses?search=${encodeURIComponent(words)}`)).json)
    expect(await search('EDUCATION')).toEqual(['Éducation Ａ 100%', 'education_b'])
    expect(await search('a édu')).toEqual(['Éducation Ａ 100%', 'education_b'])
    expect(await search('%')).toEqual(['Éducation Ａ 100%'])
    expect(await search('_')).toEqual(['education_b'])
    expect(await search('\\')).toEqual([])
    expect(await search('  ')).toHaveLength(3)
    expect(await search('gron')).toEqual(['Øl på Grønland'])
  })

  it('sorts as people count', async () => {
    const { db, world, ask } = await build()
    for (const title of ['Week 10', 'week 2', 'Äpfel', 'Week 1', 'Zoo', 'apfel']) {
      await must(createCourse(db, world.bo, title))
    }
    const sorted = async (query: string) => titles((await ask(world.bo, 'GET', `/api/courses?${query}`)).json)
    expect(await sorted('')).toEqual(['apfel', 'Äpfel', 'Week 1', 'week 2', 'Week 10', 'Zoo'])
    expect(await sorted('sort=changed&order=desc&limit=2')).toEqual(['apfel', 'Zoo'])
    expect(await sorted('sort=title&order=desc&limit=1')).toEqual(['Zoo'])
  })

  it('filters by kind, by assignment and by trash, page by page', async () => {
    const { db, world, ask } = await build()
    const wishes = { courseId: world.originalId, title: 'Copy', keepsAuthors: false }
    const { courseId } = await must(shareCourse(db, world.admin, wishes))
    const list = async (query: string) => titles((await ask(world.admin, 'GET', `/api/courses?${query}`)).json)
    expect(await list('kind=share')).toEqual(['Copy'])
    expect(await list('mine=true')).toEqual(['Copy'])
    expect(await list('limit=1&offset=2')).toEqual(['Third'])
    expect((await ask(world.admin, 'GET', '/api/courses?offset=99')).json).toEqual({ rows: [], total: 3 })
    await must(trashCourse(db, world.admin, courseId))
    expect(await list('trash=true')).toEqual(['Copy'])
    expect(await list('sort=objects&order=desc')).toEqual(['Safety <EU> & "$\'" 👷', 'Third'])
    expect(await list('sort=changed')).toEqual(['Third', 'Safety <EU> & "$\'" 👷'])
  })
})

describe('a course', () => {
  it('names the courses that its Learning Objects are in too, where they may be opened', async () => {
    const { db, world, ask } = await build()
    const wishes = { courseId: world.originalId, title: 'Copy', keepsAuthors: false }
    const { courseId } = await must(shareCourse(db, world.admin, wishes))
    const seen = await ask(world.ana, 'GET', `/api/courses/${world.originalId}`)
    expect(seen).toMatchObject({
      status: 200,
      json: { modules: [{ objects: [{ reach: { courses: [], hidden: 1 } }, {}] }, {}] },
    })
    const all = await ask(world.admin, 'GET', `/api/courses/${world.originalId}`)
    expect(all.json).toMatchObject({
      modules: [
        {
          name: 'One',
          objects: [{ content: { name: 'A' }, reach: { courses: [{ courseId, title: 'Copy' }], hidden: 0 } }, {}],
        },
        {},
      ],
    })
    expect(await ask(world.ana, 'GET', `/api/courses/${courseId}`)).toMatchObject({
      status: 403,
      json: { reason: 'forbidden' },
    })
  })

  it('has with each page what a link to it names', async () => {
    const { db, world, ask } = await build()
    const { json } = await ask(world.ana, 'GET', `/api/courses/${world.originalId}`)
    const { id, linkKey } = Object(json).modules[0].objects[0].pages[0]
    expect({ kind: 'page', pageId: id, linkKey }).toEqual(await linkTo(db, id))
  })

  it('that is not there is said so, whatever its id looks like', async () => {
    const { world, ask } = await build()
    for (const id of ['00000000-0000-4000-8000-000000000000', 'x', '%00', '..%2f', "'"]) {
      expect(await ask(world.admin, 'GET', `/api/courses/${id}`)).toMatchObject({
        status: 404,
        json: { reason: 'not-found' },
      })
    }
  })
})
