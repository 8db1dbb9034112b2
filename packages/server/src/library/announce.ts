import { sql, type Transaction } from 'kysely'
import type { Schema } from '../database/schema.ts'

/**
 * Writes down which courses show what an operation changed, by the rows that it touched, and tells the authors of the
 * others (library §1.4 *Reach and permission*). After a copy: those it carried along.
 */
export async function announce(tx: Transaction<Schema>, changeId: string): Promise<void> {
  await markCourses(tx, changeId)
  await sql`
    insert into notice (workspace_id, person_id, change_id)
    select distinct c.workspace_id, a.person_id, c.id
    from change_log c join change_course s on s.change_id = c.id join course_author a on a.course_id = s.course_id
    where c.id = ${changeId} and a.person_id <> c.person_id
      and (s.course_id is distinct from c.course_id or c.operation in ('share course', 'duplicate course'))
      and not exists (select from course_author own where own.course_id = c.course_id and own.person_id = a.person_id
        and c.operation not in ('share course', 'duplicate course'))`.execute(tx)
}

/** Once more is the same. */
export async function markCourses(tx: Transaction<Schema>, changeId: string): Promise<void> {
  await sql`
    with touched as (select * from change_row where change_id = ${changeId}),
    object as (
      select row_id as id from touched where row_table = 'learning_object'
      union select p.learning_object_id from touched t join page p on p.id = t.row_id where t.row_table = 'page'
      union select (t.before ->> 'learning_object_id')::uuid from touched t where t.row_table = 'page'
      union select p.learning_object_id from change_log c join page p on p.id = (c.inputs ->> 'pageId')::uuid
        where c.id = ${changeId} and c.operation in ('propose change', 'decline proposal')
      union select p.learning_object_id from touched t
        join revision_reference r on r.target_id = t.row_id
          and r.kind = case t.row_table when 'media_asset' then 'media' when 'resource' then 'resource' else 'term' end
        join page p on p.current_revision_id = r.revision_id
        where t.row_table in ('media_asset', 'resource', 'glossary_term')
    )
    insert into change_course (change_id, workspace_id, course_id, sequence)
    select c.id, c.workspace_id, shown.course_id, c.sequence from change_log c, lateral (
      select c.course_id where c.course_id is not null
      union select pl.course_id from object o join placement pl on pl.learning_object_id = o.id
        join course on course.id = pl.course_id and course.trashed_at is null
    ) shown where c.id = ${changeId}
    on conflict do nothing`.execute(tx)
}
