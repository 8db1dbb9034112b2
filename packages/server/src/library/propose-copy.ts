import { type CopyMode, proposeTitle } from '@recourse/core/library'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor, LibraryDb } from './carry-out.ts'
import { courseAuthor } from './list-courses.ts'
import { type Found, readIn } from './readable.ts'

export const copyProposal = z
  .object({
    title: z.string(),
    description: z.string(),
    playerLayout: z.string(),
    passingMark: z.int().nullable(),
    details: z.record(z.string(), z.unknown()).readonly(),
    authors: z
      .array(courseAuthor)
      .readonly()
      .meta({ description: 'Those of the original; whoever copies is always one of the copy.' }),
  })
  .readonly()
  .meta({ id: 'CopyProposal', description: 'What the copy dialog is filled with.' })

/** For whoever may open the course. */
export function proposeCopy(
  db: LibraryDb,
  actor: Actor,
  { courseId, mode }: { readonly courseId: string; readonly mode: CopyMode },
): Promise<Found<z.infer<typeof copyProposal>>> {
  return readIn(db, actor, courseId, async () => {
    const { rows } = await sql`
      select c.title, c.description, c.player_layout as "playerLayout", c.passing_mark as "passingMark", c.details,
        (select coalesce(jsonb_agg(jsonb_build_object('personId', p.id, 'name', p.name, 'isActive', p.deactivated_at is null)
          order by p.name collate "und-x-icu", p.id), '[]')
        from course_author a join person p on p.id = a.person_id where a.course_id = c.id) as authors
      from course c where c.id = ${courseId}`.execute(db)
    const proposal = copyProposal.parse(rows[0])
    return { ...proposal, title: proposeTitle(proposal.title, mode) }
  })
}
