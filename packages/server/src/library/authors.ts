import { sql } from 'kysely'
import { type Actor, carryOut, type LibraryDb, type Outcome } from './carry-out.ts'
import { Refused } from './refusal.ts'
import { requireCourse } from './require.ts'

export interface Assignment {
  readonly courseId: string
  readonly personId: string
}

export function assignAuthor(db: LibraryDb, actor: Actor, { courseId, personId }: Assignment): Promise<Outcome<null>> {
  return carryOut(db, { actor, operation: 'assign author', courseId, inputs: { personId } }, async step => {
    await requireCourse(step, courseId)
    const { rows } = await sql<{ isAuthor: boolean }>`
      select exists (select from course_author where course_id = ${courseId} and person_id = p.id) as "isAuthor" from person p
      where id = ${personId} and workspace_id = ${actor.workspaceId} and deactivated_at is null`.execute(step.tx)
    if (rows[0] === undefined) throw new Refused('not-found', 'There is no such active person. Invite them first.')
    if (rows[0].isAuthor) return null
    await sql`insert into course_author (workspace_id, course_id, person_id)
      values (${actor.workspaceId}, ${courseId}, ${personId})`.execute(step.tx)
    return null
  })
}

export function removeAuthor(db: LibraryDb, actor: Actor, { courseId, personId }: Assignment): Promise<Outcome<null>> {
  return carryOut(db, { actor, operation: 'remove author', courseId, inputs: { personId } }, async step => {
    await requireCourse(step, courseId)
    await sql`delete from course_author where course_id = ${courseId} and person_id = ${personId}`.execute(step.tx)
    return null
  })
}
