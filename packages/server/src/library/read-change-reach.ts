import { type Reach, type ReachedCourse, toReach } from '@recourse/core/library'
import { sql } from 'kysely'
import { markCourses } from './announce.ts'
import type { Step } from './carry-out.ts'
import { readable } from './readable.ts'

/** Courses, not in the trash, that show what this operation has changed so far. */
export async function readChangeReach({ tx, actor, changeId }: Step): Promise<Reach> {
  await markCourses(tx, changeId)
  const { rows } = await sql<ReachedCourse>`
    select c.id as "courseId", c.title, ${readable(actor, sql`c.id`)} as "isVisible"
    from change_course s join course c on c.id = s.course_id and c.trashed_at is null
    where s.change_id = ${changeId} order by c.title, c.id`.execute(tx)
  return toReach(rows)
}
