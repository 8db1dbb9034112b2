import { expect, it } from 'vitest'
import { withTestDatabase } from '../database/test-database.fixture.ts'
import { assignAuthor } from './authors.ts'
import { duplicateCourse, shareCourse } from './copy-course.ts'
import { editPage } from './edit-page.ts'
import { addPerson, buildWorld, findPage, getTree, listObjects, must, text, visible } from './world.fixture.ts'

const database = withTestDatabase()

async function build() {
  const { db } = database
  const world = await buildWorld(db)
  const people = await Promise.all(
    Array.from({ length: 20 }, (_, index) => addPerson(db, world.ana.workspaceId, `person ${index}`)),
  )
  for (const { personId } of people) await must(assignAuthor(db, world.ana, { courseId: world.originalId, personId }))
  return { db, world, people, wishes: { courseId: world.originalId, title: 'Copy', keepsAuthors: false } }
}

it('20 people who copy one course at once, while it is edited, have 20 whole copies', {
  timeout: 120_000,
}, async () => {
  const { db, world, people, wishes } = await build()
  const page = findPage(await getTree(db, world.originalId), 'a1')
  const content = { ...page.content, blocks: [text('1', 'edited'), ...page.content.blocks.slice(1)] }
  const edit = { courseId: world.originalId, pageId: page.id, baseRevisionId: page.revisionId, content }
  const copying = people.map((person, index) =>
    must((index % 2 === 0 ? duplicateCourse : shareCourse)(db, person, wishes)),
  )
  const [reports] = await Promise.all([Promise.all(copying), must(editPage(db, world.ana, edit))])
  expect(new Set(reports.map(({ courseId }) => courseId)).size).toBe(20)
  for (const [index, { courseId, checks }] of reports.entries()) {
    const tree = await getTree(db, courseId)
    expect(checks.filter(({ offending }) => offending !== 0)).toEqual([])
    expect(listObjects(tree).map(({ pages }) => pages.length)).toEqual([2, 1, 1])
    expect(tree.authors).toEqual([people[index]?.personId])
    // One saved state: as it was before the edit, or after.
    expect(['first', 'edited']).toContain(findPage(tree, 'a1').content.blocks[0]?.text)
  }
})

it('20 requests of one key at once are one copy, and one copy only', { timeout: 120_000 }, async () => {
  const { db, world, wishes } = await build()
  const before = visible(await getTree(db, world.originalId))
  const asked = { ...wishes, requestKey: 'one for all' }
  const reports = await Promise.all(Array.from({ length: 20 }, () => must(duplicateCourse(db, world.ana, asked))))
  expect(new Set(reports.map(({ courseId }) => courseId)).size).toBe(1)
  expect(visible(await getTree(db, world.originalId))).toEqual(before)
})
