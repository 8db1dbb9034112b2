import type { CopyMode, InvariantCheck } from '@recourse/core/library'
import { type RawBuilder, sql } from 'kysely'
import type { Step } from './carry-out.ts'
import type { CopyPair } from './copy-course.ts'
import { keepCopied } from './kept-for-duplicate.ts'
import { placedPages } from './resolve-references.ts'

interface Check {
  readonly invariant: string
  readonly offending: RawBuilder<unknown>
}

/** The invariants that rows can be asked for, before the copy is made final (library §1.6). */
export async function checkCopy(
  { tx, actor }: Step,
  copy: CopyPair & { readonly mode: CopyMode },
): Promise<readonly InvariantCheck[]> {
  if (copy.mode === 'duplicate') await keepCopied({ tx }, copy.to)
  const own = copy.mode === 'share' ? shareChecks(copy) : duplicateChecks(copy)
  const author: Check = {
    invariant: 'whoever copies is an author of the copy',
    offending: sql`(select count(*) from person p where p.id = ${actor.personId} and not exists
      (select from course_author a where a.course_id = ${copy.to} and a.person_id = p.id))`,
  }
  const checks = [...own, author]
  const { rows } = await sql<{ counts: readonly number[] }>`
    select array[${sql.join(checks.map(({ offending }) => offending))}]::integer[] as counts`.execute(tx)
  return checks.map(({ invariant }, index) => ({ invariant, offending: rows[0]?.counts[index] ?? Number.NaN }))
}

function shareChecks({ from, to }: CopyPair): readonly Check[] {
  return [
    {
      invariant: 'both courses place the same Learning Objects',
      offending: sql`(select count(*) from (select learning_object_id from placement where course_id = ${from}) a
        full join (select learning_object_id from placement where course_id = ${to}) b using (learning_object_id)
        where a is null or b is null)`,
    },
  ]
}

function duplicateChecks({ from, to }: CopyPair): readonly Check[] {
  return [
    {
      invariant: 'no Learning Object is in both courses',
      offending: sql`(select count(*) from placement a join placement b using (learning_object_id)
        where a.course_id = ${from} and b.course_id = ${to})`,
    },
    {
      invariant: 'every page has one copy with the same content and no Course Style',
      offending: sql`(select count(*) from ${placedPages(from)} p full join copied_page copy on copy.origin_id = p.id
        where (copy.object_origin_id = p.learning_object_id and copy.current_revision_id = p.current_revision_id
          and copy.style_key is null) is not true)`,
    },
    {
      invariant: 'every Learning Object lists the pages that it has',
      offending: sql`(select count(*) from copied_page p full join (
          select lo.id as object_id, u.id from placement pl join learning_object lo on lo.id = pl.learning_object_id
          join learning_object_revision r on r.id = lo.current_revision_id, unnest(r.page_ids) u (id)
          where pl.course_id = ${to}) listed on listed.id = p.id and listed.object_id = p.learning_object_id
        where p.id is null or listed.id is null)`,
    },
    {
      invariant: 'every link leads into the copy, or outside the original as before',
      offending: sql`(select count(*) from odd_link where target_id is distinct from expected_id)`,
    },
  ]
}
