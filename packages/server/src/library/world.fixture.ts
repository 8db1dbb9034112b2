import type { Block, PageContent, Role } from '@recourse/core/library'
import { sql } from 'kysely'
import type { Actor, LibraryDb, Outcome } from './carry-out.ts'
import { duplicateCourse, shareCourse } from './copy-course.ts'
import { createCourse } from './courses.ts'
import { createItem } from './items.ts'
import { addModule } from './modules.ts'
import { createObject } from './objects.ts'
import { addPage } from './pages.ts'
import { type CourseTree, readCourse } from './read-course.ts'
import { saveStyle, stylePages } from './styles.ts'

/** What was done; a refusal fails the test that did not expect one. */
export async function must<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  return (await mustDo(outcome)).value
}

export async function mustDo<T>(outcome: Promise<Outcome<T>>): Promise<{ changeId: string; value: T }> {
  const result = await outcome
  if (!result.ok) throw new Error(`${result.reason}: ${result.message} ${JSON.stringify(result.details)}`)
  return result
}

export async function addPerson(
  db: LibraryDb,
  workspaceId: string,
  name: string,
  role: Role = 'author',
): Promise<Actor> {
  const { rows } = await sql<{ id: string }>`
    insert into person (workspace_id, email, name, role) values (${workspaceId}, ${`${name}@example.edu`}, ${name}, ${role})
    returning id`.execute(db)
  return { workspaceId, personId: rows[0]?.id ?? '', role }
}

export async function addWorkspace(db: LibraryDb): Promise<string> {
  const { rows } = await sql<{
    id: string
  }>`insert into workspace (name) values ('Grünland & <b>') returning id`.execute(db)
  return rows[0]?.id ?? ''
}

export interface World {
  readonly ana: Actor
  readonly bo: Actor
  readonly admin: Actor
  readonly originalId: string
  readonly thirdId: string
  readonly items: {
    readonly media: string
    readonly otherMedia: string
    readonly resource: string
    readonly term: string
  }
}

export const text = (id: string, words: string): Block => ({ id, kind: 'text', text: words, references: [] })

/** A course with three LOs in two modules, links between their pages and to the outside, a styled page; and a third course. */
export async function buildWorld(db: LibraryDb): Promise<World> {
  const workspaceId = await addWorkspace(db)
  const ana = await addPerson(db, workspaceId, 'ana')
  const bo = await addPerson(db, workspaceId, 'bo')
  const admin = await addPerson(db, workspaceId, 'admin', 'administrator')
  const items = {
    media: (await must(createItem(db, ana, 'media', { name: 'Helmet', content: { file: 'helmet.png' } }))).itemId,
    otherMedia: (await must(createItem(db, ana, 'media', { name: 'Glove', content: { file: 'glove.png' } }))).itemId,
    resource: (await must(createItem(db, ana, 'resource', { name: 'Law', content: { url: 'https://example.org' } })))
      .itemId,
    term: (await must(createItem(db, ana, 'term', { name: 'PPE', content: { text: 'Protective equipment' } }))).itemId,
  }
  const thirdId = await buildThird(db, ana)
  const originalId = await buildOriginal(db, ana, items, thirdId)
  return { ana, bo, admin, originalId, thirdId, items }
}

async function buildThird(db: LibraryDb, actor: Actor): Promise<string> {
  const { courseId } = await must(createCourse(db, actor, 'Third'))
  const { moduleId } = await must(addModule(db, actor, courseId, 'Only'))
  const { objectId } = await must(createObject(db, actor, { courseId, moduleId }, { name: 'X' }))
  await must(addPage(db, actor, { courseId, objectId }, { title: 'x1', blocks: [text('1', 'third')] }))
  return courseId
}

async function buildOriginal(db: LibraryDb, actor: Actor, items: World['items'], thirdId: string): Promise<string> {
  const { courseId } = await must(createCourse(db, actor, 'Safety <EU> & "$\'" 👷'))
  await must(saveStyle(db, actor, courseId, { key: 'warm', name: 'Warm', definition: { colour: 'red' } }))
  const one = await must(addModule(db, actor, courseId, 'One'))
  const two = await must(addModule(db, actor, courseId, 'Two'))
  const questions = [{ id: 'q1', text: 'Why?' }]
  const a = await must(createObject(db, actor, { courseId, moduleId: one.moduleId }, { name: 'A', questions }))
  const b = await must(createObject(db, actor, { courseId, moduleId: one.moduleId }, { name: 'B' }))
  const c = await must(createObject(db, actor, { courseId, moduleId: two.moduleId }, { name: 'C' }))
  const add = async (objectId: string, content: PageContent): Promise<string> =>
    (await must(addPage(db, actor, { courseId, objectId }, content))).pageId
  await add(b.objectId, { title: 'b1', blocks: [text('1', 'target')] })
  await add(c.objectId, { title: 'c1', blocks: [text('1', 'last')] })
  const outside = (await getTree(db, thirdId)).modules[0]?.objects[0]?.pages[0]?.id ?? ''
  const inside = findPage(await getTree(db, courseId), 'b1').id
  const a1 = await add(a.objectId, {
    title: 'a1',
    blocks: [
      text('1', 'first'),
      { id: '2', kind: 'media', text: '', references: [{ kind: 'media', targetId: items.media }] },
      { id: '3', kind: 'resource', text: 'law', references: [{ kind: 'resource', targetId: items.resource }] },
      { id: '4', kind: 'text', text: 'PPE', references: [{ kind: 'term', targetId: items.term }] },
      { id: '5', kind: 'text', text: 'see', references: [await linkTo(db, inside), await linkTo(db, outside)] },
    ],
  })
  await add(a.objectId, {
    title: 'a2',
    blocks: [{ id: '1', kind: 'text', text: 'back', references: [await linkTo(db, a1)] }],
  })
  await must(stylePages(db, actor, courseId, [{ pageId: a1, styleKey: 'warm' }]))
  return courseId
}

export async function linkTo(db: LibraryDb, pageId: string): Promise<Block['references'][number]> {
  const { rows } = await sql<{ linkKey: string }>`select link_key as "linkKey" from page where id = ${pageId}`.execute(
    db,
  )
  return { kind: 'page', linkKey: rows[0]?.linkKey ?? '', pageId }
}

export async function getTree(db: LibraryDb, courseId: string): Promise<CourseTree> {
  const tree = await readCourse(db, courseId)
  if (tree === undefined) throw new Error('There is no such course.')
  return tree
}

export type ObjectTree = CourseTree['modules'][number]['objects'][number]
export type PageTree = ObjectTree['pages'][number]

export function listObjects(tree: CourseTree): readonly ObjectTree[] {
  return tree.modules.flatMap(each => each.objects)
}

export function findObject(tree: CourseTree, name: string): ObjectTree {
  const found = listObjects(tree).find(each => each.content.name === name)
  if (found === undefined) throw new Error(`There is no LO ${name}.`)
  return found
}

export function findPage(tree: CourseTree, title: string): PageTree {
  const found = listObjects(tree)
    .flatMap(each => each.pages)
    .find(each => each.content.title === title)
  if (found === undefined) throw new Error(`There is no page ${title}.`)
  return found
}

/** Two courses of one copy, and which of them the operation is done in. */
export interface Pair {
  readonly db: LibraryDb
  readonly world: World
  readonly actor: Actor
  readonly hereId: string
  readonly otherId: string
}

export type Mode = 'share' | 'duplicate'
export type From = 'the copy' | 'the original'

export async function buildPair(db: LibraryDb, mode: Mode, from: From): Promise<Pair> {
  const world = await buildWorld(db)
  const copy = mode === 'share' ? shareCourse : duplicateCourse
  const wishes = { courseId: world.originalId, title: 'Copy', keepsAuthors: true }
  const { courseId } = await must(copy(db, world.ana, wishes))
  const [hereId, otherId] = from === 'the copy' ? [courseId, world.originalId] : [world.originalId, courseId]
  return { db, world, actor: world.ana, hereId, otherId }
}

/** What a person sees of a course, without the names of revisions. */
export function visible(tree: CourseTree): unknown {
  return JSON.parse(
    JSON.stringify(tree, (key: string, value: unknown) =>
      key === 'revisionId' || key === 'sharedWith' || key === 'rule' ? undefined : value,
    ),
  )
}
