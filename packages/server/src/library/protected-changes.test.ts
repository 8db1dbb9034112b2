import { describe, expect, it } from 'vitest'
import { withTestDatabase } from '../database/test-database.fixture.ts'
import { assignAuthor, removeAuthor } from './authors.ts'
import type { Actor, LibraryDb } from './carry-out.ts'
import { shareCourse } from './copy-course.ts'
import { trashCourse } from './courses.ts'
import { editPage } from './edit-page.ts'
import { listHistory } from './history.ts'
import { listProposals } from './list-proposals.ts'
import { protectObject, removeObject } from './objects.ts'
import { acceptProposal, declineProposal } from './proposals.ts'
import { undoChange } from './undo.ts'
import { addPerson, buildWorld, findObject, findPage, getTree, must, mustDo, text } from './world.fixture.ts'

const database = withTestDatabase()

/** Three courses hold the protected LO A: bo's, in which the change is made, ana's and cy's. */
async function build() {
  const { db } = database
  const { ana, bo, admin, originalId } = await buildWorld(db)
  const cy = await addPerson(db, ana.workspaceId, 'cy')
  const share = async (actor: Actor) => {
    const { courseId } = await must(
      shareCourse(db, admin, { courseId: originalId, title: 'Copy', keepsAuthors: false }),
    )
    await must(assignAuthor(db, admin, { courseId, personId: actor.personId }))
    await must(removeAuthor(db, admin, { courseId, personId: admin.personId }))
    return courseId
  }
  const [anasId, cysId] = [await share(ana), await share(cy)]
  await must(assignAuthor(db, admin, { courseId: originalId, personId: bo.personId }))
  await must(removeAuthor(db, admin, { courseId: originalId, personId: ana.personId }))
  const objectId = findObject(await getTree(db, originalId), 'A').id
  await must(protectObject(db, admin, { courseId: originalId, objectId }, true))
  return { db, ana, bo, cy, admin, bosId: originalId, anasId, cysId, objectId }
}

async function write(db: LibraryDb, actor: Actor, courseId: string, words: string) {
  const page = findPage(await getTree(db, courseId), 'a1')
  const content = { ...page.content, blocks: [text('1', words), ...page.content.blocks.slice(1)] }
  return mustDo(editPage(db, actor, { courseId, pageId: page.id, baseRevisionId: page.revisionId, content }))
}

async function propose(db: LibraryDb, actor: Actor, courseId: string): Promise<string> {
  const { value } = await write(db, actor, courseId, 'proposed')
  if (value.kind !== 'proposed') throw new Error('It was saved at once.')
  return value.proposalId
}

const wordsIn = async (db: LibraryDb, courseId: string): Promise<string | undefined> =>
  findPage(await getTree(db, courseId), 'a1').content.blocks[0]?.text

describe('a protected Learning Object of which every course has agreed', () => {
  it('is changed at once by whom all its courses belong to, and changed back', async () => {
    const { db, bo, admin, bosId, anasId, cysId } = await build()
    for (const courseId of [anasId, cysId]) await must(assignAuthor(db, admin, { courseId, personId: bo.personId }))
    const { value, changeId } = await write(db, bo, bosId, 'mine')
    expect([value.kind, await wordsIn(db, anasId)]).toEqual(['saved', 'mine'])
    expect((await listHistory(db, bo, { courseId: bosId }))[0]?.operation).toBe('edit page')
    await must(undoChange(db, bo, { changeId }))
    expect(await wordsIn(db, anasId)).toBe('first')
  })

  it.each(['is trashed', 'drops it'] as const)('is changed when the last that had not %s', async how => {
    const { db, ana, bo, cy, bosId, anasId, cysId, objectId } = await build()
    const proposalId = await propose(db, bo, bosId)
    const accept = { courseId: anasId, proposalId }
    expect(await must(acceptProposal(db, ana, accept))).toEqual({ kind: 'waits', courses: 1 })
    await (how === 'is trashed' ? must(trashCourse(db, cy, cysId)) : must(removeObject(db, cy, cysId, objectId)))
    expect((await listProposals(db, ana))[0]).toMatchObject({ proposalId, hasAgreed: true, waitsFor: 0 })
    expect(await must(acceptProposal(db, ana, accept))).toEqual({ kind: 'saved' })
    expect(await wordsIn(db, bosId)).toBe('proposed')
  })

  it('is changed when the last two agree at the same moment', async () => {
    const { db, ana, bo, cy, bosId, anasId, cysId } = await build()
    for (let round = 0; round < 5; round += 1) {
      const proposalId = await propose(db, bo, bosId)
      const answers = await Promise.all([
        must(acceptProposal(db, ana, { courseId: anasId, proposalId })),
        must(acceptProposal(db, cy, { courseId: cysId, proposalId })),
      ])
      expect(answers.map(({ kind }) => kind).sort()).toEqual(['saved', 'waits'])
      expect(await listProposals(db, bo)).toEqual([])
    }
  })

  it('is either changed or not, when one agrees while another declines', async () => {
    const { db, ana, bo, cy, admin, bosId, cysId } = await build()
    const proposalId = await propose(db, bo, bosId)
    const [accepted, declined] = await Promise.all([
      acceptProposal(db, admin, { courseId: cysId, proposalId }),
      declineProposal(db, cy, proposalId),
    ])
    expect(accepted.ok).toBe(!declined.ok)
    expect(await listProposals(db, ana)).toEqual([])
  })
})

describe('who proposed a change and has lost the course since', () => {
  it('is shown what they wrote, not the page, and may take it back', async () => {
    const { db, bo, admin, bosId } = await build()
    const proposalId = await propose(db, bo, bosId)
    expect((await listProposals(db, bo))[0]).toMatchObject({ objectName: 'A', base: { title: 'a1' } })
    await must(removeAuthor(db, admin, { courseId: bosId, personId: bo.personId }))
    await write(db, admin, bosId, 'secret')
    const [row] = await listProposals(db, bo)
    expect(row).toMatchObject({ proposalId, objectName: null, base: null, current: null, courses: [] })
    expect(row?.proposed.blocks[0]?.text).toBe('proposed')
    await must(declineProposal(db, bo, proposalId))
  })
})
