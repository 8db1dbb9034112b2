import { sql } from 'kysely'
import {
  type Actor,
  assignAuthor,
  createCourse,
  createItem,
  editPage,
  type LibraryDb,
  protectObject,
  removeObject,
  shareCourse,
  trashCourse,
} from '../library/index.ts'
import { addModule } from '../library/modules.ts'
import { createObject } from '../library/objects.ts'
import { addPage } from '../library/pages.ts'
import { saveStyle } from '../library/styles.ts'
import { addPerson, addWorkspace, findObject, getTree, must, mustDo, text } from '../library/world.fixture.ts'

/** Stands in the title of the course in question: nobody reads it but who may open the course. */
export const SECRET = 'Geheim'
/** Stands in the title of the one that all others were shared from: the administrator reads it. */
export const DEEP_SECRET = 'Tiefgeheim'

export const roles = [
  'an administrator',
  'its author',
  'an author of another course',
  'a reviewer assigned to it',
  'a reviewer',
  'its author, deactivated',
  'nobody',
  'an administrator of another workspace',
] as const

export type RoleName = (typeof roles)[number]

/** A course (in question), a twin of it that belongs to somebody else, and the course that both were shared from. */
export interface RightsWorld {
  readonly db: LibraryDb
  readonly people: Readonly<Record<Exclude<RoleName, 'nobody'>, Actor>>
  readonly courseId: string
  readonly twinId: string
  readonly trashedId: string
  readonly moduleId: string
  readonly objectId: string
  readonly objectRevisionId: string
  readonly otherObjectId: string
  readonly unplacedId: string
  readonly pageId: string
  readonly revisionId: string
  readonly termId: string
  readonly otherTermId: string
  readonly termRevisionId: string
  readonly proposalId: string
  /** Done in the course in question, to be undone. */
  readonly changeId: string
}

export async function buildRightsWorld(db: LibraryDb): Promise<RightsWorld> {
  const people = await addPeople(db)
  const admin = people['an administrator']
  const base = await buildBase(db, admin)
  const courseId = await share(db, admin, base.courseId, SECRET)
  const twinId = await share(db, admin, base.courseId, 'Twin')
  const trashedId = await share(db, admin, base.courseId, `${SECRET} in the trash`)
  for (const role of ['its author', 'a reviewer assigned to it', 'its author, deactivated'] as const) {
    for (const each of [courseId, trashedId]) {
      await must(assignAuthor(db, admin, { courseId: each, personId: people[role].personId }))
    }
  }
  await must(assignAuthor(db, admin, { courseId: twinId, personId: people['an author of another course'].personId }))
  await must(trashCourse(db, admin, trashedId))
  await sql`update person set deactivated_at = now() where id = ${people['its author, deactivated'].personId}`.execute(
    db,
  )
  const { changeId, value } = await mustDo(addModule(db, people['its author'], courseId, 'Added'))
  const proposalId = await propose(db, people['its author'], courseId)
  const tree = await getTree(db, courseId)
  const page = findObject(tree, 'A').pages[0]
  return {
    db,
    people,
    courseId,
    twinId,
    trashedId,
    moduleId: tree.modules[0]?.id ?? value.moduleId,
    objectId: findObject(tree, 'A').id,
    objectRevisionId: findObject(tree, 'A').revisionId,
    otherObjectId: findObject(tree, 'B').id,
    pageId: page?.id ?? '',
    revisionId: page?.revisionId ?? '',
    proposalId,
    changeId,
    ...base.items,
  }
}

async function addPeople(db: LibraryDb): Promise<RightsWorld['people']> {
  const here = await addWorkspace(db)
  return {
    'an administrator': await addPerson(db, here, 'admin', 'administrator'),
    'its author': await addPerson(db, here, 'ana'),
    'an author of another course': await addPerson(db, here, 'bo'),
    'a reviewer assigned to it': await addPerson(db, here, 'rea', 'reviewer'),
    'a reviewer': await addPerson(db, here, 'rob', 'reviewer'),
    'its author, deactivated': await addPerson(db, here, 'dan'),
    'an administrator of another workspace': await addPerson(db, await addWorkspace(db), 'eve', 'administrator'),
  }
}

async function share(db: LibraryDb, admin: Actor, courseId: string, title: string): Promise<string> {
  return (await must(shareCourse(db, admin, { courseId, title, keepsAuthors: false }))).courseId
}

async function buildBase(db: LibraryDb, admin: Actor) {
  const { courseId } = await must(createCourse(db, admin, DEEP_SECRET))
  await must(saveStyle(db, admin, courseId, { key: 'warm', name: 'Warm', definition: {} }))
  const { moduleId } = await must(addModule(db, admin, courseId, 'One'))
  const add = async (name: string, block = text('1', name)): Promise<string> => {
    const { objectId } = await must(createObject(db, admin, { courseId, moduleId }, { name }))
    await must(addPage(db, admin, { courseId, objectId }, { title: `page of ${name}`, blocks: [block] }))
    return objectId
  }
  const term = async (name: string): Promise<string> =>
    (await must(createItem(db, admin, 'term', { name, content: { text: name } }))).itemId
  const [termId, otherTermId, unplacedId] = [await term('PPE'), await term('Gear'), await add('U')]
  await must(removeObject(db, admin, courseId, unplacedId))
  await add('A', { ...text('1', 'A'), references: [{ kind: 'term', targetId: termId }] })
  await add('B')
  await must(protectObject(db, admin, { courseId, objectId: await add('P') }, true))
  const { rows } = await sql<{
    id: string
  }>`select current_revision_id as id from glossary_term where id = ${termId}`.execute(db)
  return { courseId, items: { termId, otherTermId, unplacedId, termRevisionId: rows[0]?.id ?? '' } }
}

async function propose(db: LibraryDb, author: Actor, courseId: string): Promise<string> {
  const page = findObject(await getTree(db, courseId), 'P').pages[0]
  if (page === undefined) throw new Error('There is no page to propose a change of.')
  const content = { ...page.content, title: 'proposed' }
  const saved = await must(
    editPage(db, author, { courseId, pageId: page.id, baseRevisionId: page.revisionId, content }),
  )
  if (saved.kind !== 'proposed') throw new Error('A change of a protected Learning Object was saved.')
  return saved.proposalId
}
