import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor, LibraryDb } from './carry-out.ts'
import { pageContent } from './content.ts'
import { namedCourse } from './list-courses.ts'
import { readable } from './readable.ts'
import { agreedTo, waitingCourses } from './waiting-courses.ts'

export const proposal = z
  .object({
    proposalId: z.guid(),
    pageId: z.guid(),
    objectId: z.guid(),
    objectName: z.string().nullable(),
    courses: z
      .array(
        namedCourse
          .unwrap()
          .extend({ isAgreed: z.boolean().meta({ description: 'An author of it has agreed.' }) })
          .readonly(),
      )
      .readonly()
      .meta({ description: 'Courses of yours that show the page: an author of each decides.' }),
    waitsFor: z.int().meta({ description: 'Courses, yours or not, of which nobody has agreed so far.' }),
    proposedBy: z.guid(),
    proposedByName: z.string(),
    createdAt: z.string(),
    hasAgreed: z.boolean().meta({ description: 'You have.' }),
    proposed: pageContent,
    base: pageContent.nullable().meta({ description: 'The page as it was when this was proposed.' }),
    current: pageContent.nullable().meta({ description: 'The page as it is.' }),
  })
  .readonly()
  .meta({
    id: 'Proposal',
    description:
      'A change of a page of a protected Learning Object that waits for its courses. What is there but its own content is null for who may no longer read the page.',
  })

export type Proposal = z.infer<typeof proposal>

/** Changes of protected Learning Objects that wait, in one's own courses or proposed by oneself; oldest first (library §1.4). */
export async function listProposals(db: LibraryDb, actor: Actor): Promise<readonly Proposal[]> {
  const { rows } = await sql`
    with mine as (
      select c.id, c.title from course c where c.workspace_id = ${actor.workspaceId} and c.trashed_at is null
        and (${actor.role === 'administrator'} or exists
          (select from course_author a where a.course_id = c.id and a.person_id = ${actor.personId}))
    )
    select q.id as "proposalId", p.id as "pageId", lo.id as "objectId", case when seen.is_readable then lor.name end as "objectName",
      (select coalesce(jsonb_agg(jsonb_build_object('courseId', mine.id, 'title', mine.title, 'isAgreed', exists (select from proposal_approval a
          join course_author author on author.person_id = a.person_id
          where a.proposal_id = q.id and author.course_id = mine.id)) order by mine.title, mine.id), '[]')
        from placement pl join mine on mine.id = pl.course_id where pl.learning_object_id = lo.id) as courses,
      ${waitingCourses(sql`lo.id`, agreedTo(sql`q.id`))} as "waitsFor",
      q.proposed_by as "proposedBy", (select w.name from person w where w.id = q.proposed_by) as "proposedByName", to_json(q.created_at) as "createdAt",
      exists (select from proposal_approval a where a.proposal_id = q.id and a.person_id = ${actor.personId}) as "hasAgreed",
      q.content as proposed,
      case when seen.is_readable then jsonb_build_object('title', b.title, 'blocks', b.blocks) end as base,
      case when seen.is_readable then jsonb_build_object('title', r.title, 'blocks', r.blocks) end as current
    from proposal q join page p on p.id = q.page_id join page_revision r on r.id = p.current_revision_id
    join page_revision b on b.id = q.base_revision_id join learning_object lo on lo.id = p.learning_object_id
    join learning_object_revision lor on lor.id = lo.current_revision_id,
    lateral (select exists (select from placement pl where pl.learning_object_id = lo.id
      and ${readable(actor, sql`pl.course_id`)}) as is_readable) seen
    where q.workspace_id = ${actor.workspaceId} and q.state = 'open' and (q.proposed_by = ${actor.personId}
      or exists (select from placement pl join mine on mine.id = pl.course_id where pl.learning_object_id = lo.id))
    order by q.created_at, q.id`.execute(db)
  return z.array(proposal).parse(rows)
}
