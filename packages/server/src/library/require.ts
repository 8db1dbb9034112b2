import { mayEdit } from '@recourse/core/library'
import { sql } from 'kysely'
import type { Step } from './carry-out.ts'
import { Refused } from './refusal.ts'

export interface CourseRow {
  readonly id: string
  readonly title: string
}

/** A course that the actor may change; asked at every operation, for nobody else does. */
export async function requireCourse({ tx, actor }: Step, courseId: string, isTrashed = false): Promise<CourseRow> {
  const { rows } = await sql<CourseRow & { isAssigned: boolean; isTrashed: boolean }>`
    select c.id, c.title, c.trashed_at is not null as "isTrashed",
      exists (select from course_author a where a.course_id = c.id and a.person_id = ${actor.personId}) as "isAssigned"
    from course c where c.id = ${courseId} and c.workspace_id = ${actor.workspaceId}`.execute(tx)
  const course = rows[0]
  if (course === undefined) throw new Refused('not-found', 'There is no such course. Look it up under Courses.')
  if (!mayEdit(actor.role, course.isAssigned)) throw notYours()
  if (course.isTrashed !== isTrashed) {
    throw new Refused(
      'not-found',
      isTrashed ? 'This course is not in the trash.' : 'This course is in the trash. Restore it first.',
    )
  }
  return course
}

export function notYours(): Refused {
  return new Refused('forbidden', 'This is not yours to change. Ask an author of the course, or an administrator.')
}

/** For the library itself, which every author works in. */
export function requireAuthor({ actor }: Step): void {
  if (!mayEdit(actor.role, true)) throw notYours()
}

export interface ObjectRow {
  readonly id: string
  readonly placementId: string
  readonly moduleId: string
  readonly revisionId: string
  readonly pageIds: readonly string[]
  readonly isProtected: boolean
}

/** A Learning Object that a course of the actor's places. */
export async function requireObject(step: Step, courseId: string, objectId: string): Promise<ObjectRow> {
  await requireCourse(step, courseId)
  const { rows } = await sql<ObjectRow>`
    select lo.id, pl.id as "placementId", pl.module_id as "moduleId", r.id as "revisionId", r.page_ids as "pageIds",
      lo.is_protected as "isProtected"
    from placement pl join learning_object lo on lo.id = pl.learning_object_id
    join learning_object_revision r on r.id = lo.current_revision_id
    where pl.course_id = ${courseId} and lo.id = ${objectId}`.execute(step.tx)
  const object = rows[0]
  if (object === undefined) throw new Refused('not-found', 'This course does not hold that Learning Object.')
  return object
}

/** One that may be changed at once: a protected one only by an administrator (library §1.4). */
export async function requireOpenObject(step: Step, courseId: string, objectId: string): Promise<ObjectRow> {
  const object = await requireObject(step, courseId, objectId)
  if (object.isProtected && step.actor.role !== 'administrator') {
    throw new Refused(
      'protected',
      'This Learning Object is protected. Propose the change, or make it separate here first.',
    )
  }
  return object
}

export interface PageRow {
  readonly id: string
  readonly objectId: string
  readonly revisionId: string
  readonly isProtected: boolean
}

/** A page that a course of the actor's shows. */
export async function requirePage(step: Step, courseId: string, pageId: string): Promise<PageRow> {
  await requireCourse(step, courseId)
  const { rows } = await sql<PageRow>`
    select p.id, lo.id as "objectId", p.current_revision_id as "revisionId", lo.is_protected as "isProtected"
    from page p join learning_object lo on lo.id = p.learning_object_id
    join placement pl on pl.learning_object_id = lo.id and pl.course_id = ${courseId}
    where p.id = ${pageId}`.execute(step.tx)
  const page = rows[0]
  if (page === undefined) throw new Refused('not-found', 'This course does not show that page.')
  return page
}

export async function requireModule({ tx }: Step, courseId: string, moduleId: string): Promise<void> {
  const { rows } = await sql`select id from course_module where id = ${moduleId} and course_id = ${courseId}`.execute(
    tx,
  )
  if (rows.length === 0) throw new Refused('not-found', 'This course has no such module.')
}
