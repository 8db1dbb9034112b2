import { sql } from 'kysely'
import { z } from 'zod'
import { type Actor, carryOut, type LibraryDb, type Outcome, type Step } from './carry-out.ts'
import { toJson } from './clean-text.ts'
import { pageContent } from './content.ts'
import { mergeEdit, savePage } from './edit-page.ts'
import { Refused } from './refusal.ts'
import { notYours, requirePage } from './require.ts'
import { agreedTo, countWaiting } from './waiting-courses.ts'

const row = z.object({ pageId: z.string(), baseRevisionId: z.string(), content: pageContent })

/** `waits`: for an author of each of so many courses. */
export type Approved = { readonly kind: 'saved' } | { readonly kind: 'waits'; readonly courses: number }

/**
 * Agrees to a change of a protected Learning Object; with an author of every course, or an administrator, it is made
 * (library §1.4). Once more, it is made if nobody is waited for any more.
 */
export function acceptProposal(
  db: LibraryDb,
  actor: Actor,
  { courseId, proposalId }: { readonly courseId: string; readonly proposalId: string },
): Promise<Outcome<Approved>> {
  return carryOut(db, { actor, operation: 'accept proposal', courseId, inputs: { proposalId } }, async step => {
    const proposal = await requireProposal(step, proposalId)
    const page = await requirePage(step, courseId, proposal.pageId)
    await sql`insert into proposal_approval (proposal_id, workspace_id, person_id)
      values (${proposalId}, ${actor.workspaceId}, ${actor.personId}) on conflict do nothing`.execute(step.tx)
    const courses = await countWaiting(step, page.objectId, agreedTo(sql`${proposalId}`))
    if (courses > 0) return { kind: 'waits', courses }
    await savePage(step, page.id, await mergeEdit(step, proposal, page.revisionId))
    await sql`update proposal set state = 'accepted' where id = ${proposalId}`.execute(step.tx)
    return { kind: 'saved' }
  })
}

/** Refuses it for all courses, or takes one's own back: an author of a course that shows the page, or who proposed it. */
export function declineProposal(db: LibraryDb, actor: Actor, proposalId: string): Promise<Outcome<null>> {
  const act = { actor, operation: 'decline proposal', courseId: null, inputs: { proposalId } } as const
  return carryOut(db, act, async step => {
    const { pageId } = await requireProposal(step, proposalId)
    const { rows } = await sql<{ courseId: string | null; mayDecline: boolean }>`
      select (select min(pl.course_id::text)::uuid from page p join placement pl on pl.learning_object_id = p.learning_object_id
          join course c on c.id = pl.course_id and c.trashed_at is null
          join course_author a on a.course_id = c.id and a.person_id = ${actor.personId} where p.id = q.page_id) as "courseId",
        q.proposed_by = ${actor.personId} as "mayDecline"
      from proposal q where q.id = ${proposalId}`.execute(step.tx)
    const found = rows[0]
    const isAuthor = found?.courseId != null
    if (actor.role === 'reviewer' || !(isAuthor || found?.mayDecline || actor.role === 'administrator'))
      throw notYours()
    await sql`update proposal set state = 'declined' where id = ${proposalId}`.execute(step.tx)
    await sql`update change_log set course_id = ${found?.courseId ?? null}, inputs = ${toJson({ proposalId, pageId })}
      where id = ${step.changeId}`.execute(step.tx)
    return null
  })
}

/** Written to, so that of two who agree at once the second is tried again, and counts the first (carry-out.ts). */
async function requireProposal({ tx, actor }: Step, id: string): Promise<z.infer<typeof row>> {
  const { rows } = await sql`
    update proposal set state = 'open' where id = ${id} and workspace_id = ${actor.workspaceId} and state = 'open'
    returning page_id as "pageId", base_revision_id as "baseRevisionId", content`.execute(tx)
  if (rows.length === 0) throw new Refused('not-found', 'There is no such open proposal.')
  return row.parse(rows[0])
}
