import { type RawBuilder, sql } from 'kysely'
import type { Step } from './carry-out.ts'

/** How many courses hold a Learning Object and have no author among the people who agreed: a protected one waits for them. */
export function waitingCourses(objectId: RawBuilder<unknown>, agreed: RawBuilder<unknown>): RawBuilder<number> {
  return sql`(select count(*)::integer from placement pl join course c on c.id = pl.course_id and c.trashed_at is null
    where pl.learning_object_id = ${objectId} and not exists (select from course_author author
      where author.course_id = c.id and author.person_id in ${agreed}))`
}

/** Who has agreed to a proposal. */
export function agreedTo(proposalId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select a.person_id from proposal_approval a where a.proposal_id = ${proposalId})`
}

/** For how many courses a change waits; an administrator decides alone (library §1.4). */
export async function countWaiting(
  { tx, actor }: Step,
  objectId: string,
  agreed: RawBuilder<unknown>,
): Promise<number> {
  if (actor.role === 'administrator') return 0
  const { rows } = await sql<{ courses: number }>`
    select ${waitingCourses(sql`${objectId}`, agreed)} as courses`.execute(tx)
  return Number(rows[0]?.courses)
}
