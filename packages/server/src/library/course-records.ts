import type { CopyReport } from '@recourse/core/library'
import { sql } from 'kysely'
import type { Actor, LibraryDb } from './carry-out.ts'
import { type Found, readIn } from './readable.ts'

/** What the copy that made a course said of itself (library §1.7); `not-found` of one that was not copied, an imported one too. */
export function readCopyReport(db: LibraryDb, actor: Actor, courseId: string): Promise<Found<CopyReport>> {
  return readIn(db, actor, courseId, async () => {
    const { rows } = await sql<{ report: CopyReport }>`
      select report from change_log where course_id = ${courseId} and operation in ('share course', 'duplicate course')
        and report is not null order by sequence limit 1`.execute(db)
    return rows[0]?.report
  })
}

export interface TrashedCourse {
  readonly courseId: string
  readonly title: string
  readonly trashedAt: Date
  /** Learning Objects that no course outside the trash holds: they are in the trash with it, as one item. */
  readonly objects: number
}

/** One's own courses in the trash, last first (library §1.7 *Trash*). */
export async function listTrash(db: LibraryDb, actor: Actor): Promise<readonly TrashedCourse[]> {
  const { rows } = await sql<TrashedCourse>`
    select c.id as "courseId", c.title, c.trashed_at as "trashedAt", (select count(*)::integer from placement pl
      where pl.course_id = c.id and not exists (select from placement other join course live on live.id = other.course_id
        and live.trashed_at is null where other.learning_object_id = pl.learning_object_id)) as objects
    from course c where c.workspace_id = ${actor.workspaceId} and c.trashed_at is not null
      and (${actor.role === 'administrator'} or exists
        (select from course_author a where a.course_id = c.id and a.person_id = ${actor.personId}))
    order by c.trashed_at desc, c.id`.execute(db)
  return rows
}
