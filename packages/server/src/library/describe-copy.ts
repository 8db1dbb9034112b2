import { type CopyMode, type CopyReport, type OutsideLink, planCopy, type UnstyledPage } from '@recourse/core/library'
import { type RawBuilder, sql } from 'kysely'
import type { Step } from './carry-out.ts'
import type { CopyPair } from './copy-course.ts'

type Described = Omit<CopyReport, 'authors' | 'authorsLeftOut' | 'checks'>

/** Counts of the real rows, and the exceptions by name (library §1.7). */
export async function describeCopy(step: Step, copy: CopyPair & { readonly mode: CopyMode }): Promise<Described> {
  const { rows } = await sql<Record<string, string> & { title: string }>`
    select c.title, (select count(*) from course_module where course_id = c.id) as modules,
      (select count(*) from course_style where course_id = c.id) as styles,
      (select count(*) from course_author where course_id = c.id) as authors, o.*,
      (select count(*) from course other where other.workspace_id = c.workspace_id and other.id <> c.id
        and other.trashed_at is null and other.title = c.title) as equal
    from course c, lateral (
      select count(*) as objects, coalesce(sum(cardinality(r.page_ids)), 0) as pages,
        coalesce(sum(jsonb_array_length(r.questions)), 0) as questions
      from placement pl join learning_object lo on lo.id = pl.learning_object_id
      join learning_object_revision r on r.id = lo.current_revision_id where pl.course_id = c.id) o
    where c.id = ${copy.to}`.execute(step.tx)
  const row = rows[0]
  const count = (name: string): number => Number(row?.[name] ?? 0)
  const isDuplicate = copy.mode === 'duplicate'
  const plan = planCopy(copy.mode, {
    course: 1,
    module: count('modules'),
    placement: count('objects'),
    object: count('objects'),
    page: count('pages'),
    question: count('questions'),
    style: count('styles'),
    author: count('authors'),
    ...(isDuplicate ? await countItems(step) : { media: null, resource: null, term: null }),
    reviewer: null,
  })
  return {
    courseId: copy.to,
    title: row?.title ?? '',
    plan,
    unstyled: isDuplicate ? await listUnstyled(step, copy) : [],
    outsideLinks: isDuplicate ? await listOutside(step) : null,
    hasEqualTitle: count('equal') > 0,
  }
}

async function countItems({ tx }: Step): Promise<Record<'media' | 'resource' | 'term', number>> {
  const of = (kind: string): RawBuilder<unknown> => sql`count(*) filter (where kind = ${kind})`
  const { rows } = await sql<Record<'media' | 'resource' | 'term', string>>`
    select ${of('media')} as media, ${of('resource')} as resource, ${of('term')} as term from (
      select distinct kind, target_id from original_reference where kind <> 'page') used`.execute(tx)
  const row = rows[0]
  return { media: Number(row?.media), resource: Number(row?.resource), term: Number(row?.term) }
}

async function listUnstyled({ tx }: Step, { batch }: CopyPair): Promise<readonly UnstyledPage[]> {
  const { rows } = await sql<UnstyledPage>`
    select copied_id(${batch}, p.id) as "pageId", r.title, p.style_key as "styleKey"
    from original_page p join page_revision r on r.id = p.current_revision_id where p.style_key is not null order by r.title, p.id`.execute(
    tx,
  )
  return rows
}

/** Of what checkCopy found. */
async function listOutside({ tx }: Step): Promise<readonly OutsideLink[]> {
  const { rows } = await sql<OutsideLink>`
    select l.page_id as "pageId", r.title as "pageTitle", l.stored_id as "targetId"
    from odd_link l join page p on p.id = l.page_id join page_revision r on r.id = p.current_revision_id
    where l.target_id is null order by r.title, l.page_id, l.stored_id`.execute(tx)
  return rows
}
