import { sql } from 'kysely'
import type { Actor, LibraryDb } from './carry-out.ts'
import { type ChangeFacts, describeChanges } from './describe-changes.ts'
import { type Found, readIn } from './readable.ts'
import { isUnplaced } from './unplaced.ts'

export interface HistoryEntry {
  readonly changeId: string
  readonly operation: string
  readonly personId: string
  readonly personName: string
  readonly at: Date
  /** Where it stands in the journal: the next page begins `before` the last one of this. */
  readonly sequence: number
  /** Where it was done; `null`: in the library, or in a course that one may not see. */
  readonly courseId: string | null
  readonly isUndone: boolean
}

const columns = sql`l.id as "changeId", l.operation, l.person_id as "personId", l.at,
  (select p.name from person p where p.id = l.person_id) as "personName", l.sequence::float8 as sequence,
  exists (select from change_log u where u.undoes = l.id) as "isUndone"`

export interface HistoryQuery {
  readonly courseId: string
  readonly isByOthers?: boolean
  readonly limit?: number
  readonly before?: number | null
}

/** What changed in a course, last first, wherever it was done; `isByOthers`: what other people did. */
export async function listHistory(
  db: LibraryDb,
  actor: Actor,
  { courseId, isByOthers = false, limit = 100, before = null }: HistoryQuery,
): Promise<readonly HistoryEntry[]> {
  const isAdministrator = actor.role === 'administrator'
  const { rows } = await sql<HistoryEntry>`
    select ${columns}, case when ${isAdministrator} or exists (select from course_author a
      where a.course_id = l.course_id and a.person_id = ${actor.personId}) then l.course_id end as "courseId"
    from change_course s join change_log l on l.id = s.change_id
    where s.course_id = ${courseId} and l.workspace_id = ${actor.workspaceId}
      and (${isAdministrator} or exists (select from course_author a
        where a.course_id = ${courseId} and a.person_id = ${actor.personId}))
      and (${before}::float8 is null or l.sequence < ${before})
      and (not ${isByOthers} or l.person_id <> ${actor.personId})
    order by l.sequence desc limit ${limit}`.execute(db)
  return rows
}

/** An entry, with what it was about. */
export type HistoryLine = HistoryEntry & ChangeFacts

/** The same, each with what it was about, or why the actor is not told. */
export function readHistory(db: LibraryDb, actor: Actor, query: HistoryQuery): Promise<Found<readonly HistoryLine[]>> {
  return readIn(db, actor, query.courseId, async () => {
    const entries = await listHistory(db, actor, query)
    const ids = entries.map(({ changeId }) => changeId)
    const facts = await describeChanges(db, actor, query.courseId, ids)
    return entries.map(entry => ({ ...entry, ...(facts.get(entry.changeId) ?? nothingKnown) }))
  })
}

const nothingKnown: ChangeFacts = { undoes: null, subject: null, reach: { courses: [], hidden: 0 } }

export interface NoticeRow {
  readonly noticeId: string
  readonly changeId: string
  readonly operation: string
  readonly personId: string
  readonly personName: string
  readonly at: Date
  /** Courses of one's own that it changed. */
  readonly courses: readonly { readonly courseId: string; readonly title: string }[]
}

/** One digest of what others changed in one's courses and has not been read. */
export async function listNotices(db: LibraryDb, actor: Actor): Promise<readonly NoticeRow[]> {
  const { rows } = await sql<NoticeRow>`
    select n.id as "noticeId", l.id as "changeId", l.operation, l.person_id as "personId", p.name as "personName", l.at,
      (select coalesce(jsonb_agg(jsonb_build_object('courseId', c.id, 'title', c.title) order by c.title, c.id), '[]')
        from change_course s join course_author a on a.course_id = s.course_id join course c on c.id = s.course_id
        where s.change_id = l.id and a.person_id = ${actor.personId}) as courses
    from notice n join change_log l on l.id = n.change_id join person p on p.id = l.person_id
    where n.person_id = ${actor.personId} and n.workspace_id = ${actor.workspaceId} and n.read_at is null
    order by l.sequence desc`.execute(db)
  return rows
}

/** How many of them were unread. */
export async function readNotices(db: LibraryDb, actor: Actor, noticeIds: readonly string[]): Promise<number> {
  const { rows } = await sql`update notice set read_at = now()
    where person_id = ${actor.personId} and id = any(${noticeIds}::uuid[]) and read_at is null returning id`.execute(db)
  return rows.length
}

/** Learning Objects that were taken out of the last course that held them, to be put back into one (library §1.3 *T44*). */
export async function listUnplaced(
  db: LibraryDb,
  actor: Actor,
): Promise<readonly { readonly objectId: string; readonly name: string }[]> {
  const { rows } = await sql<{ objectId: string; name: string }>`
    select lo.id as "objectId", r.name from learning_object lo
    join learning_object_revision r on r.id = lo.current_revision_id
    where lo.workspace_id = ${actor.workspaceId} and lo.trashed_at is null
      and ${isUnplaced(sql`lo.id`)}
    order by r.name, lo.id`.execute(db)
  return rows
}
