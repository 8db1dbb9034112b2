import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor, LibraryDb } from '../carry-out.ts'
import { createCourse, editCourse } from '../courses.ts'
import { addModule } from '../modules.ts'
import { createObject, type Spot } from '../objects.ts'
import { addPage } from '../pages.ts'
import { saveStyle, stylePages } from '../styles.ts'
import type { DemoCourse, DemoObject, DemoPage } from './demo-course.ts'
import { must } from './must.ts'
import { type DemoTargets, writePage } from './write-page.ts'

export interface Building {
  readonly db: LibraryDb
  readonly actor: Actor
  /** Grows with every page. */
  readonly targets: Map<string, NonNullable<ReturnType<DemoTargets['get']>>>
}

export async function buildCourse(building: Building, course: DemoCourse): Promise<string> {
  const { db, actor } = building
  const { courseId } = await must(createCourse(db, actor, course.title))
  const { description, passingMark, details } = course
  const fields = {
    description: { from: '', to: description },
    passingMark: { from: null, to: passingMark },
    details: { from: {}, to: details },
  }
  await must(editCourse(db, actor, courseId, fields))
  for (const style of course.styles) await must(saveStyle(db, actor, courseId, style))
  for (const { name, objects } of course.modules) {
    const { moduleId } = await must(addModule(db, actor, courseId, name))
    for (const object of objects) await buildObject(building, { courseId, moduleId }, object)
  }
  return courseId
}

export async function buildObject(building: Building, spot: Spot, object: DemoObject): Promise<string> {
  const { db, actor } = building
  const { pages, questions = [], ...texts } = object
  const content = { ...texts, questions: questions.map(toQuestion) }
  const { objectId } = await must(createObject(db, actor, spot, content))
  for (const page of pages) await buildPage(building, { courseId: spot.courseId, objectId }, page)
  return objectId
}

function toQuestion({ text, answers }: { readonly text: string; readonly answers: readonly string[] }) {
  const all = answers.map((answer, index) => ({ text: answer, isRight: index === 0 }))
  return { id: randomUUID(), kind: 'choice' as const, text, answers: all }
}

async function buildPage(
  { db, actor, targets }: Building,
  place: { readonly courseId: string; readonly objectId: string },
  page: DemoPage,
): Promise<void> {
  const { pageId } = await must(addPage(db, actor, place, writePage(page, targets)))
  const { rows } = await sql<{ linkKey: string }>`select link_key as "linkKey" from page where id = ${pageId}`.execute(
    db,
  )
  targets.set(`page:${page.title}`, { kind: 'page', linkKey: rows[0]?.linkKey ?? '', pageId })
  if (page.style === undefined) return
  await must(stylePages(db, actor, place.courseId, [{ pageId, styleKey: page.style }]))
}
