import { type Reach, type ReachedCourse, toReach } from '@recourse/core/library'
import { type RawBuilder, sql } from 'kysely'
import type { Actor, LibraryDb } from './carry-out.ts'
import { readable } from './readable.ts'
import { rowName } from './row-names.ts'

export interface ChangeFacts {
  /** The operation that was taken back, however often that was taken back itself; `null`: it is no undoing. */
  readonly undoes: string | null
  /** What it was about, as people call it: the first by name of so many; `null`: the course itself. */
  readonly subject: { readonly name: string; readonly count: number } | null
  /** Courses, besides the one it is told of, that it changed. */
  readonly reach: Reach
}

/** The table whose rows an operation is about; one that is not named here is about its course. */
const subjects: Readonly<Record<string, readonly string[]>> = {
  course_module: ['add module', 'rename module', 'move module', 'delete module'],
  course_style: ['save style', 'delete style'],
  course_author: ['assign author', 'remove author'],
  placement: ['create object', 'insert shared', 'insert duplicate', 'move object', 'remove object', 'reattach object'],
  learning_object: ['edit object', 'protect object', 'reorder pages', 'detach object'],
  page: ['add page', 'delete page', 'copy page', 'move page', 'edit page', 'style pages', 'accept proposal'],
}

function tableOf(operation: RawBuilder<unknown>): RawBuilder<string | null> {
  const cases = Object.entries(subjects).map(
    ([table, names]) => sql`when ${operation} = any(${names}) then ${sql.lit(table)}`,
  )
  return sql`case ${sql.join(cases, sql` `)} end`
}

interface Described extends Omit<ChangeFacts, 'reach'> {
  readonly changeId: string
  readonly courses: readonly ReachedCourse[]
}

/** What each of these changes was about, and where it is seen; `courseId`: of which they are told. */
export async function describeChanges(
  db: LibraryDb,
  actor: Actor,
  courseId: string,
  changeIds: readonly string[],
): Promise<ReadonlyMap<string, ChangeFacts>> {
  const { rows } = await sql<Described>`
    with recursive chain (id, of, operation, undoes, depth) as (
      select id, id, operation, undoes, 0 from change_log where id = any(${changeIds}::uuid[])
      union all select c.id, u.id, u.operation, u.undoes, c.depth + 1 from chain c join change_log u on u.id = c.undoes
    ),
    root as (select distinct on (id) * from chain order by id, depth desc)
    select root.id as "changeId", case when root.depth > 0 then root.operation end as undoes,
      coalesce(about.subject, ${itemOf()}, ${proposedOf()}, ${originalOf(actor)}) as subject,
      (select coalesce(jsonb_agg(jsonb_build_object('courseId', c.id, 'title', c.title,
          'isVisible', ${readable(actor, sql`c.id`)}) order by c.title collate "und-x-icu", c.id), '[]')
        from change_course s join course c on c.id = s.course_id
        where s.change_id = root.id and s.course_id <> ${courseId}) as courses
    from root join change_log l on l.id = root.of left join lateral (
      select jsonb_build_object('name', min(n.name), 'count', count(*)) as subject
      from (select distinct on (t.row_id) ${rowName(sql`t`)} as name from change_row t
        where t.change_id = root.of and t.row_table = ${tableOf(sql`root.operation`)} order by t.row_id, t.sequence desc) n
      where n.name is not null having count(*) > 0
    ) about on true`.execute(db)
  return new Map(rows.map(({ changeId, courses, ...facts }) => [changeId, { ...facts, reach: toReach(courses) }]))
}

/** An item of the library, named by its kind and id in what was asked for. */
function itemOf(): RawBuilder<unknown> {
  const named = (table: RawBuilder<unknown>) =>
    sql`select jsonb_build_object('name', i.name, 'count', 1) from ${table} i
      where i.id = coalesce(l.inputs ->> 'itemId', (select t.row_id::text from change_row t
        where t.change_id = root.of and t.row_table in ('media_asset', 'resource', 'glossary_term') limit 1))::uuid`
  return sql`case when root.operation like '% item' then (case l.inputs ->> 'kind'
    when 'media' then (${named(sql`media_asset`)}) when 'resource' then (${named(sql`resource`)})
    else (${named(sql`glossary_term`)}) end) end`
}

/** The page that a proposal is of. */
function proposedOf(): RawBuilder<unknown> {
  return sql`case when root.operation in ('propose change', 'accept proposal', 'decline proposal') then (
    select jsonb_build_object('name', r.title, 'count', 1) from page p join page_revision r on r.id = p.current_revision_id
    where p.id = coalesce(l.inputs ->> 'pageId',
      (select q.page_id::text from proposal q where q.id = (l.inputs ->> 'proposalId')::uuid))::uuid) end`
}

/** What a course was copied from, for whoever may open that. */
function originalOf(actor: Actor): RawBuilder<unknown> {
  return sql`case when root.operation in ('share course', 'duplicate course') then (
    select jsonb_build_object('name', c.title, 'count', 1) from course c
    where c.id = (l.inputs ->> 'courseId')::uuid and ${readable(actor, sql`c.id`)}) end`
}
