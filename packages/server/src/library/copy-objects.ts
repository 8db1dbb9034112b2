import { sql } from 'kysely'
import type { Step } from './carry-out.ts'

export interface ObjectCopies {
  /** Names the copies: each has the id copied_id(batch, original). */
  readonly batch: string
  readonly objectIds: readonly string[]
  /** A copy inside one course keeps them (library §1.3 *T26*). */
  readonly keepsStyles: boolean
  /** A detached LO goes on belonging to the batch it came in, so that links find it. */
  readonly keepsBatch: boolean
}

/** New Learning Objects and pages; the pages point at the same immutable revisions until they are edited (library §1.7). */
export async function copyObjects({ tx, actor }: Step, copies: ObjectCopies): Promise<void> {
  const { batch, objectIds, keepsStyles, keepsBatch } = copies
  await sql`
    insert into learning_object_revision (id, workspace_id, name, objective, keywords, review_exercise, question_mode,
      questions, page_ids, created_by)
    select copied_id(${batch}, lo.id), r.workspace_id, r.name, r.objective, r.keywords, r.review_exercise, r.question_mode,
      r.questions, array(select copied_id(${batch}, u.id) from unnest(r.page_ids) with ordinality u (id, n) order by n),
      ${actor.personId}
    from learning_object lo join learning_object_revision r on r.id = lo.current_revision_id
    where lo.id = any(${objectIds}::uuid[])`.execute(tx)
  await sql`
    insert into learning_object (id, workspace_id, current_revision_id, copy_batch, origin_id, origin_revision_id,
      base_revision_id, created_by)
    select copied_id(${batch}, lo.id), lo.workspace_id, copied_id(${batch}, lo.id),
      case when ${keepsBatch} then lo.copy_batch else ${batch}::uuid end, lo.id, lo.current_revision_id,
      copied_id(${batch}, lo.id), ${actor.personId}
    from learning_object lo where lo.id = any(${objectIds}::uuid[])`.execute(tx)
  await sql`
    with object as materialized (select id, copied_id(${batch}, id) as copy from unnest(${objectIds}::uuid[]) id)
    insert into page (id, workspace_id, learning_object_id, current_revision_id, style_key, link_key, origin_id,
      base_revision_id)
    select copied_id(${batch}, p.id), p.workspace_id, object.copy, p.current_revision_id,
      case when ${keepsStyles} then p.style_key end, p.link_key, p.id, p.current_revision_id
    from object join page p on p.learning_object_id = object.id order by p.current_revision_id`.execute(tx)
}
