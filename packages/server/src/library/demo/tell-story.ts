import { assignAuthor } from '../authors.ts'
import type { Actor, LibraryDb } from '../carry-out.ts'
import { duplicateCourse, shareCourse } from '../copy-course.ts'
import { createCourse, trashCourse } from '../courses.ts'
import { editPage } from '../edit-page.ts'
import { editObject, insertShared, protectObject, removeObject } from '../objects.ts'
import { type CourseTree, readCourse } from '../read-course.ts'
import { type Building, buildObject } from './build-course.ts'
import { must } from './must.ts'
import { europeanRules } from './other-courses.ts'

/** A course of our own, a Share and a Duplicate of it. */
export interface SafetyCourses {
  readonly basicsId: string
  readonly europeId: string
  readonly visitorsId: string
}

interface Scene {
  readonly db: LibraryDb
  readonly author: Actor
  readonly colleague: Actor
  readonly targets: Building['targets']
}

/** What people did with the courses after they had written them. */
export async function tellStory(
  scene: Scene,
  { basicsId, chemicalsId }: { readonly basicsId: string; readonly chemicalsId: string },
): Promise<SafetyCourses> {
  const { db, author } = scene
  await protect(db, author, basicsId, 'Reporting an accident')
  const europe = { courseId: basicsId, title: 'Safety EU', keepsAuthors: true }
  const { courseId: europeId } = await must(shareCourse(db, author, europe))
  await workInEurope(scene, europeId, chemicalsId)
  const visitorsId = await makeVisitors(db, author, basicsId)
  const draft = await must(createCourse(db, author, 'Safety Basics (draft of spring)'))
  await must(trashCourse(db, author, draft.courseId))
  return { basicsId, europeId, visitorsId }
}

async function workInEurope(scene: Scene, courseId: string, chemicalsId: string): Promise<void> {
  const { db, author, colleague, targets } = scene
  await must(assignAuthor(db, author, { courseId, personId: colleague.personId }))
  const moduleId = findModule(await readTree(db, courseId), 'Before you start')
  await buildObject({ db, actor: colleague, targets }, { courseId, moduleId }, europeanRules)
  const added = '<p>Also look up: what lies on a beam since the last repair falls with the next vibration.</p>'
  await extendPage(db, colleague, courseId, 'What can go wrong here', added)
  await extendPage(
    db,
    colleague,
    courseId,
    'Within the day',
    '<p>In the EU, more than three days off work are reported to the authority.</p>',
  )
  const shared = findObject(await readTree(db, courseId), 'Personal protective equipment')
  const spot = { courseId: chemicalsId, moduleId: findModule(await readTree(db, chemicalsId), 'What to wear') }
  await must(insertShared(db, colleague, spot, shared.id))
  // Where the author cannot look: it reaches their courses, and they are told.
  const gloves = '<p>Gloves that touched acid go into the red bin at once, worn out or not.</p>'
  await extendPage(db, colleague, chemicalsId, 'When it is worn out', gloves)
}

/** Shorter, in other words, and of its own: nothing of it is seen in the original. */
async function makeVisitors(db: LibraryDb, author: Actor, basicsId: string): Promise<string> {
  const wishes = {
    courseId: basicsId,
    title: 'Safety for Visitors',
    description: 'Ten minutes at the gate, before somebody gets a badge.',
    passingMark: null,
    keepsAuthors: false,
  }
  const { courseId } = await must(duplicateCourse(db, author, wishes))
  const tree = await readTree(db, courseId)
  await must(removeObject(db, author, courseId, findObject(tree, 'Lifting and carrying').id))
  const { id, revisionId, content } = findObject(tree, 'Fire')
  const edit = {
    courseId,
    objectId: id,
    baseRevisionId: revisionId,
    content: { ...content, name: 'Fire: follow your host' },
  }
  await must(editObject(db, author, edit))
  await extendPage(db, author, courseId, 'Yellow lines', '<p>As a visitor you walk beside your host, never ahead.</p>')
  return courseId
}

async function protect(db: LibraryDb, actor: Actor, courseId: string, name: string): Promise<void> {
  const { id } = findObject(await readTree(db, courseId), name)
  await must(protectObject(db, actor, { courseId, objectId: id }, true))
}

async function extendPage(db: LibraryDb, actor: Actor, courseId: string, title: string, text: string): Promise<void> {
  const page = listObjects(await readTree(db, courseId))
    .flatMap(({ pages }) => pages)
    .find(each => each.content.title === title)
  if (page === undefined) throw new Error(`The demo library has no page ${title}.`)
  const block = { id: String(page.content.blocks.length + 1), kind: 'text', text, references: [] }
  const content = { ...page.content, blocks: [...page.content.blocks, block] }
  await must(editPage(db, actor, { courseId, pageId: page.id, baseRevisionId: page.revisionId, content }))
}

async function readTree(db: LibraryDb, courseId: string): Promise<CourseTree> {
  const tree = await readCourse(db, courseId)
  if (tree === undefined) throw new Error('The demo library lacks a course that was just made.')
  return tree
}

function listObjects(tree: CourseTree): readonly CourseTree['modules'][number]['objects'][number][] {
  return tree.modules.flatMap(({ objects }) => objects)
}

function findObject(tree: CourseTree, name: string): CourseTree['modules'][number]['objects'][number] {
  const found = listObjects(tree).find(({ content }) => content.name === name)
  if (found === undefined) throw new Error(`The demo library has no Learning Object ${name}.`)
  return found
}

function findModule(tree: CourseTree, name: string): string {
  const found = tree.modules.find(each => each.name === name)
  if (found === undefined) throw new Error(`The demo library has no module ${name}.`)
  return found.id
}
