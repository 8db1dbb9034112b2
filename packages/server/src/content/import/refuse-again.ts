import { sql } from 'kysely'
import type { Step } from '../../library/carry-out.ts'
import { Refused } from '../../library/refusal.ts'

/** The same package twice is most often a mistake: it is said which course it became. */
export async function refuseAgain({ tx, actor }: Step, packageHash: string): Promise<void> {
  const { rows } = await sql<{ courseId: string; title: string; at: Date; isMine: boolean }>`
    select c.id as "courseId", c.title, l.at, ${actor.role === 'administrator'} or exists (select from course_author a
      where a.course_id = c.id and a.person_id = ${actor.personId}) as "isMine"
    from change_log l join course c on c.id = l.course_id and c.trashed_at is null
    where l.workspace_id = ${actor.workspaceId} and l.operation = 'import course' and l.inputs ->> 'packageHash' = ${packageHash}
    order by "isMine" desc, l.sequence desc limit 1`.execute(tx)
  const earlier = rows[0]
  if (earlier === undefined) return
  const day = earlier.at.toISOString().slice(0, 10)
  const name = earlier.isMine ? `as “${earlier.title}”` : 'as a course that you cannot open'
  const message = `This package was imported on ${day}, ${name}. Use that course, or import the package again as another one.`
  const course = earlier.isMine ? { courseId: earlier.courseId, title: earlier.title } : null
  throw new Refused('already-there', message, { course, at: earlier.at, choices: ['import again'] })
}
