import { type RawBuilder, sql } from 'kysely'

/** References to pages, each once: rows of `page_id`, `learning_object_id`, `copy_batch`, `link_key`, `stored_id`. */
export type PageReferences = RawBuilder<unknown>

/** The pages of a course as its links see them. Fetched object by object, so that it costs the same in a library of any size. */
export function placedPages(courseId: string): RawBuilder<unknown> {
  return sql`(
    select p.*, lo.copy_batch, lo.origin_id as object_origin_id
    from placement pl join learning_object lo on lo.id = pl.learning_object_id cross join lateral (
      select id, link_key, current_revision_id, learning_object_id, style_key, origin_id from page
      where learning_object_id = lo.id offset 0) p
    where pl.course_id = ${courseId}::uuid)`
}

/** Where references lead in a course: those of all its pages, or the given ones. */
export function resolvedReferences(courseId: string, references = referencesOfPlaced): RawBuilder<unknown> {
  return sql`(
    with placed as materialized (select * from ${placedPages(courseId)} p)
    select * from ${resolvedAmong(courseId, sql`placed`, references)} l)`
}

/**
 * Where references lead in a course that has these pages: their rows with `rule` and `target_id`, `null` for one that leads
 * outside (library §1.7). A pin of the course decides; else the page of that key in the same Learning
 * Object, then in the same batch of a copy, then the only one of that key; else the page that was stored, if the course has it.
 *
 * Most keys are there once in a course, and then every rule but a pin leads to that page.
 */
export function resolvedAmong(
  courseId: string,
  pages: RawBuilder<unknown>,
  references: PageReferences,
): RawBuilder<unknown> {
  return sql`(
    with link as materialized (${references}),
    several as materialized (${keysOfSeveral(pages)}),
    candidate as materialized (
      select l.page_id, l.link_key, l.stored_id,
        case count(*) filter (where c.learning_object_id = l.learning_object_id)
          when 1 then (array_agg(c.id) filter (where c.learning_object_id = l.learning_object_id))[1] end as same_object,
        case count(*) filter (where c.copy_batch = l.copy_batch)
          when 1 then (array_agg(c.id) filter (where c.copy_batch = l.copy_batch))[1] end as same_batch
      from link l join ${pages} c on c.link_key = l.link_key where l.link_key in (select link_key from several)
      group by l.page_id, l.link_key, l.stored_id
    )
    select l.*,
      case when pin.target_id is not null then case when pinned.id is not null then 'pinned' else 'outside' end
        when one.learning_object_id = l.learning_object_id or c.same_object is not null then 'same object'
        when one.copy_batch = l.copy_batch or c.same_batch is not null then 'same batch'
        when one.id is not null then 'only one'
        when stored.id is not null then 'stored'
        else 'outside' end as rule,
      case when pin.target_id is not null then pinned.id
        else coalesce(one.id, c.same_object, c.same_batch, stored.id) end as target_id
    from link l
    left join ${pages} one on one.link_key = l.link_key and not (one.link_key in (select link_key from several))
    left join candidate c on c.page_id = l.page_id and c.link_key = l.link_key and c.stored_id = l.stored_id
    left join ${pages} stored on stored.id = case when one.id is null then l.stored_id end
    left join reference_pin pin on pin.course_id = ${courseId}::uuid and pin.page_id = l.page_id
      and pin.link_key = l.link_key and pin.stored_id = l.stored_id
    left join ${pages} pinned on pinned.id = pin.target_id
  )`
}

/** Most keys are there once in a course. */
export function keysOfSeveral(pages: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select link_key from ${pages} group by link_key having count(*) > 1`
}

/** Fetched page by page, so that it costs the same in a library of any size. */
const referencesOfPlaced: PageReferences = sql`
  select p.id as page_id, p.learning_object_id, p.copy_batch, r.link_key, r.stored_id from placed p cross join lateral (
    select r.link_key, r.target_id as stored_id from revision_reference r
    where r.revision_id = p.current_revision_id and r.kind = 'page' offset 0) r`

/** Those of one page alone. */
export function referencesOfPage(pageId: string): PageReferences {
  return sql`
    select p.id as page_id, p.learning_object_id, p.copy_batch, r.link_key, r.target_id as stored_id from placed p
    join revision_reference r on r.revision_id = p.current_revision_id and r.kind = 'page' where p.id = ${pageId}::uuid`
}
