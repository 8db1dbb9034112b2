import type { CopyMode, InvariantCheck } from '@recourse/core/library'
import { type RawBuilder, sql } from 'kysely'
import type { Step } from './carry-out.ts'
import type { CopyPair } from './copy-course.ts'

interface Check {
  readonly invariant: string
  readonly offending: RawBuilder<unknown>
}

/** The invariants that rows can be asked for, before the copy is made final (library §1.6). */
export async function checkCopy(
  { tx, actor }: Step,
  copy: CopyPair & { readonly mode: CopyMode },
): Promise<readonly InvariantCheck[]> {
  if (copy.mode === 'duplicate') {
    await sql`create temporary table copied_link on commit drop as select * from resolve_references(${copy.to})`.execute(
      tx,
    )
  }
  const own = copy.mode === 'share' ? shareChecks(copy) : duplicateChecks(copy)
  const author: Check = {
    invariant: 'whoever copies is an author of the copy',
    offending: sql`(select count(*) from person p where p.id = ${actor.personId} and not exists
      (select from course_author a where a.course_id = ${copy.to} and a.person_id = p.id))`,
  }
  const results: InvariantCheck[] = []
  for (const { invariant, offending } of [...own, author]) {
    const { rows } = await sql<{ offending: string }>`select ${offending} as offending`.execute(tx)
    results.push({ invariant, offending: Number(rows[0]?.offending) })
  }
  return results
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

function duplicateChecks({ batch, from, to }: CopyPair): readonly Check[] {
  return [
    {
      invariant: 'no Learning Object is in both courses',
      offending: sql`(select count(*) from placement a join placement b using (learning_object_id)
        where a.course_id = ${from} and b.course_id = ${to})`,
    },
    {
      invariant: 'every page has one copy with the same content and no Course Style',
      offending: sql`(select count(*) from placement pl join page p on p.learning_object_id = pl.learning_object_id
        left join page copy on copy.id = copied_id(${batch}, p.id)
          and copy.learning_object_id = copied_id(${batch}, p.learning_object_id)
          and copy.current_revision_id = p.current_revision_id and copy.style_key is null
        where pl.course_id = ${from} and copy.id is null)`,
    },
    {
      invariant: 'every Learning Object lists the pages that it has',
      offending: sql`(select count(*) from placement pl
        join learning_object_revision r on r.id = copied_id(${batch}, pl.learning_object_id)
        join placement own on own.course_id = ${to} and own.learning_object_id = r.id
        where pl.course_id = ${from} and cardinality(r.page_ids) <>
          (select count(*) from page p where p.learning_object_id = r.id and p.id = any(r.page_ids)))`,
    },
    {
      invariant: 'every link leads into the copy, or outside the original as before',
      offending: sql`(select count(*) from original_link original
        left join copied_link copy on copy.page_id = copied_id(${batch}, original.page_id)
          and copy.link_key = original.link_key and copy.stored_id = original.stored_id
        where copy.page_id is null
          or copy.target_id is distinct from case when original.target_id is not null
            then copied_id(${batch}, original.target_id) end)`,
    },
  ]
}
