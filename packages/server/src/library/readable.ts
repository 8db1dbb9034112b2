import { mayRead } from '@recourse/core/library'
import { type RawBuilder, sql } from 'kysely'
import type { Actor, LibraryDb } from './carry-out.ts'
import { type Refusal, Refused } from './refusal.ts'

/** Of a row of courses: one that the actor may open. The same as `mayRead` in core. */
export function readable(actor: Actor, courseId: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`(${actor.role === 'administrator'} or exists (select from course_author own
    where own.course_id = ${courseId} and own.person_id = ${actor.personId}))`
}

/** What was looked for, or why the actor is not told. */
export type Found<T> = { readonly ok: true; readonly value: T } | Refusal

/** Everything that is read of a course goes through here. */
export async function readIn<T>(
  db: LibraryDb,
  actor: Actor,
  courseId: string,
  read: () => Promise<T | undefined>,
): Promise<Found<T>> {
  const refusal = await refuseReading(db, actor, courseId)
  if (refusal !== undefined) return refusal
  const value = await read()
  if (value !== undefined) return { ok: true, value }
  return new Refused('not-found', 'This course has no such thing, or no longer. Open the course again.').refusal
}

async function refuseReading(db: LibraryDb, actor: Actor, courseId: string): Promise<Refusal | undefined> {
  const { rows } = await sql<{ isAssigned: boolean }>`
    select exists (select from course_author a where a.course_id = c.id and a.person_id = ${actor.personId}) as "isAssigned"
    from course c where c.id = ${courseId} and c.workspace_id = ${actor.workspaceId}`.execute(db)
  const course = rows[0]
  if (course === undefined)
    return new Refused('not-found', 'There is no such course. Look it up under Courses.').refusal
  if (mayRead(actor.role, course.isAssigned)) return undefined
  return new Refused('forbidden', 'This course is not open to you. Ask one of its authors, or an administrator.')
    .refusal
}
