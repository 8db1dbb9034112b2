import { sql } from 'kysely'
import type { Actor, LibraryDb } from './carry-out.ts'

export interface HistoryEntry {
  readonly changeId: string
  readonly operation: string
  readonly personId: string
  readonly at: Date
  /** Where it was done; `null`: in the library, or in a course that one may not see. */
  readonly courseId: string | null
  readonly isUndone: boolean
}

const columns = sql`l.id as "changeId", l.operation, l.person_id as "personId", l.at,
  exists (select from change_log u where u.undoes = l.id) as "isUndone"`

/** What changed in a course, last first, wherever it was done; `isByOthers`: what other people did. */
export async function listHistory(
  db: LibraryDb,
  actor: Actor,
  { courseId, isByOthers = false, limit = 100 }: { courseId: string; isByOthers?: boolean; limit?: number },
): Promise<readonly HistoryEntry[]> {
  const isAdministrator = actor.role === 'administrator'
  const { rows } = await sql<HistoryEntry>`
    select ${columns}, case when ${isAdministrator} or exists (select from course_author a
      where a.course_id = l.course_id and a.person_id = ${actor.personId}) then l.course_id end as "courseId"
    from change_course s join change_log l on l.id = s.change_id
    where s.course_id = ${courseId} and l.workspace_id = ${actor.workspaceId}
      and (${isAdministrator} or exists (select from course_author a
        where a.course_id = ${courseId} and a.person_id = ${actor.personId}))
      and (not ${isByOthers} or l.person_id <> ${actor.personId})
    order by l.sequence desc limit ${limit}`.execute(db)
  return rows
}

export interface NoticeRow {
  readonly noticeId: string
  readonly changeId: string
  readonly operation: string
  readonly personId: string
  readonly at: Date
  /** Courses of one's own that it changed. */
  readonly courseIds: readonly string[]
}

/** One digest of what others changed in one's courses and has not been read. */
export async function listNotices(db: LibraryDb, actor: Actor): Promise<readonly NoticeRow[]> {
  const { rows } = await sql<NoticeRow>`
    select n.id as "noticeId", l.id as "changeId", l.operation, l.person_id as "personId", l.at,
      array(select s.course_id from change_course s join course_author a on a.course_id = s.course_id
        where s.change_id = l.id and a.person_id = ${actor.personId} order by 1) as "courseIds"
    from notice n join change_log l on l.id = n.change_id
    where n.person_id = ${actor.personId} and n.workspace_id = ${actor.workspaceId} and n.read_at is null
    order by l.sequence desc`.execute(db)
  return rows
}

export async function readNotices(db: LibraryDb, actor: Actor, noticeIds: readonly string[]): Promise<void> {
  await sql`update notice set read_at = now() where person_id = ${actor.personId} and id = any(${noticeIds}::uuid[])`.execute(
    db,
  )
}

/** Learning Objects of no course at all, to be put back into one (library §1.3 *T44*). */
export async function listUnplaced(
  db: LibraryDb,
  actor: Actor,
): Promise<readonly { readonly objectId: string; readonly name: string }[]> {
  const { rows } = await sql<{ objectId: string; name: string }>`
    select lo.id as "objectId", r.name from learning_object lo
    join learning_object_revision r on r.id = lo.current_revision_id
    where lo.workspace_id = ${actor.workspaceId} and lo.trashed_at is null
      and not exists (select from placement pl where pl.learning_object_id = lo.id)
    order by r.name, lo.id`.execute(db)
  return rows
}
