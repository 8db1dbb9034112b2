import { sql } from 'kysely'
import type { Step } from './carry-out.ts'
import { type PageReferences, placedPages, resolvedAmong } from './resolve-references.ts'

type Within = Pick<Step, 'tx'>

/** The original's pages, what they refer to and where their links lead: asked once for all that a Duplicate asks of them. */
export async function keepOriginal({ tx }: Within, courseId: string): Promise<void> {
  await sql`create temporary table original_page on commit drop as select * from ${placedPages(courseId)} p`.execute(tx)
  await sql`
    create temporary table original_reference on commit drop as
    select p.id as page_id, p.learning_object_id, p.copy_batch, r.kind, r.link_key, r.target_id
    from original_page p cross join lateral (
      select kind, link_key, target_id from revision_reference where revision_id = p.current_revision_id offset 0) r`.execute(
    tx,
  )
  await sql`
    create temporary table original_link on commit drop as
    select page_id, link_key, stored_id, rule, target_id
    from ${resolvedAmong(courseId, sql`original_page`, ofOriginals)} l`.execute(tx)
}

const ofOriginals: PageReferences = sql`
  select page_id, learning_object_id, copy_batch, link_key, target_id as stored_id from original_reference where kind = 'page'`

/** The pages that were written, and those of their links that lead outside or not to the copy of where they led. */
export async function keepCopied({ tx }: Within, courseId: string): Promise<void> {
  await sql`create temporary table copied_page on commit drop as select * from ${placedPages(courseId)} p`.execute(tx)
  await sql`
    create temporary table odd_link on commit drop as
    select page_id, stored_id, target_id, expected_id from ${resolvedAmong(courseId, sql`copied_page`, ofCopies)} l
    where target_id is null or target_id is distinct from expected_id`.execute(tx)
}

/** The links of the original, for a copy shows the same revision; check-copy.ts asks whether it does. */
const ofCopies: PageReferences = sql`
  select c.id as page_id, c.learning_object_id, c.copy_batch, l.link_key, l.stored_id,
    coalesce(target.id, l.target_id) as expected_id
  from original_link l join copied_page c on c.origin_id = l.page_id left join copied_page target on target.origin_id = l.target_id`

/** For the next copy of the same transaction (together.ts). */
export async function dropKept({ tx }: Within): Promise<void> {
  await sql`drop table if exists original_page, original_reference, original_link, copied_page, odd_link`.execute(tx)
}
