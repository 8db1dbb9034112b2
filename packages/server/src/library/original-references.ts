import { sql } from 'kysely'
import type { Step } from './carry-out.ts'
import type { PageReferences } from './resolve-references.ts'

/** Everything that the pages of a course refer to, fetched once for all that a Duplicate asks of it. */
export async function fetchReferences({ tx }: Pick<Step, 'tx'>, courseId: string): Promise<void> {
  await sql`
    create temporary table original_reference on commit drop as
    select p.id as page_id, p.current_revision_id as revision_id, r.kind, r.link_key, r.target_id
    from placement pl join page p on p.learning_object_id = pl.learning_object_id cross join lateral (
      select kind, link_key, target_id from revision_reference where revision_id = p.current_revision_id offset 0) r
    where pl.course_id = ${courseId}`.execute(tx)
}

/** Of the original's pages. */
export const originalReferences: PageReferences = sql`
  select page_id, link_key, target_id as stored_id from original_reference where kind = 'page'`

/**
 * Of the copies, as far as they show revisions that the original shows; check-copy.ts asks whether all do. Joined by one column:
 * for two, of a table without statistics, the planner expects a single row and then asks for all rows of the rest one by one.
 */
export const copiedReferences: PageReferences = sql`
  select c.id as page_id, o.link_key, o.target_id as stored_id from original_reference o
  join copied_page c on c.current_revision_id = o.revision_id where o.kind = 'page'`
