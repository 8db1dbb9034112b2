import { isSame } from '@recourse/core/library'
import { sql } from 'kysely'
import { type Actor, carryOut, type LibraryDb, type Outcome } from './carry-out.ts'
import { requireName, toJson } from './clean-text.ts'
import { type CourseFields, requireFields } from './course-fields.ts'
import { Refused } from './refusal.ts'
import { requireAuthor, requireCourse } from './require.ts'

/** An empty course of whoever makes it. */
export function createCourse(db: LibraryDb, actor: Actor, title: string): Promise<Outcome<{ courseId: string }>> {
  return carryOut(db, { actor, operation: 'create course', courseId: null, inputs: { title } }, async step => {
    requireAuthor(step)
    const name = requireName(title)
    await sql`select set_config('recourse.change', '', true)`.execute(step.tx)
    const { rows } = await sql<{ id: string }>`
      insert into course (workspace_id, title) values (${actor.workspaceId}, ${name}) returning id`.execute(step.tx)
    const courseId = rows[0]?.id ?? ''
    await sql`insert into course_author (workspace_id, course_id, person_id)
      values (${actor.workspaceId}, ${courseId}, ${actor.personId})`.execute(step.tx)
    await sql`update change_log set course_id = ${courseId} where id = ${step.changeId}`.execute(step.tx)
    return { courseId }
  })
}

/** What a course's own fields are called in the database. */
const columns = {
  title: 'title',
  description: 'description',
  playerLayout: 'player_layout',
  passingMark: 'passing_mark',
  details: 'details',
} as const

/** Each field as the person saw it, and as they want it. */
export type CourseEdit = {
  readonly [K in keyof CourseFields]?: { readonly from: CourseFields[K]; readonly to: CourseFields[K] }
}

/** Sets what the course owns. A field that somebody else changed meanwhile is not overwritten (library §1.5 *A4*). */
export function editCourse(db: LibraryDb, actor: Actor, courseId: string, edit: CourseEdit): Promise<Outcome<null>> {
  return carryOut(db, { actor, operation: 'edit course', courseId, inputs: edit }, async step => {
    await requireCourse(step, courseId)
    const wanted = new Map<string, unknown>(Object.entries(requireFields(to(edit))))
    const { rows } = await sql<CourseFields>`
      select title, description, player_layout as "playerLayout", passing_mark as "passingMark", details
      from course where id = ${courseId}`.execute(step.tx)
    const current = rows[0]
    const fields = Object.entries(edit)
    const now = new Map<string, unknown>(Object.entries(current ?? {}))
    const stale = fields.filter(([name, { from, to }]) => !isSame(now.get(name), from) && !isSame(now.get(name), to))
    if (stale.length > 0) {
      const conflicts = stale.map(([at, { from, to }]) => ({ at, base: from, ours: now.get(at), theirs: to }))
      throw new Refused('stale', 'Somebody else has changed this meanwhile. Choose which is to stay.', conflicts)
    }
    for (const [name, column] of Object.entries(columns)) {
      if (!wanted.has(name)) continue
      const value = column === 'details' ? toJson(wanted.get(name)) : wanted.get(name)
      await sql`update course set ${sql.ref(column)} = ${value} where id = ${courseId}`.execute(step.tx)
    }
    return null
  })
}

function to(edit: CourseEdit): Partial<CourseFields> {
  return Object.fromEntries(Object.entries(edit).map(([name, change]) => [name, change.to]))
}

/** With the LOs that no other course holds, as one item; shared ones stay where else they are (library §1.3 *T42*, *T43*). */
export function trashCourse(db: LibraryDb, actor: Actor, courseId: string, isDryRun = false): Promise<Outcome<null>> {
  return carryOut(db, { actor, operation: 'trash course', courseId, inputs: {}, isDryRun }, async step => {
    await requireCourse(step, courseId)
    await sql`update course set trashed_at = now() where id = ${courseId}`.execute(step.tx)
    return null
  })
}

export function restoreCourse(db: LibraryDb, actor: Actor, courseId: string): Promise<Outcome<null>> {
  return carryOut(db, { actor, operation: 'restore course', courseId, inputs: {} }, async step => {
    await requireCourse(step, courseId, true)
    await sql`update course set trashed_at = null where id = ${courseId}`.execute(step.tx)
    return null
  })
}
