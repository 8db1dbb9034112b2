import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor, LibraryDb } from './carry-out.ts'
import { namedCourse } from './list-courses.ts'
import { readable } from './readable.ts'
import { matches } from './searchable.ts'

export const objectList = z
  .object({
    rows: z
      .array(
        z
          .object({
            objectId: z.guid(),
            name: z.string(),
            objective: z.string(),
            pages: z.int(),
            isProtected: z.boolean(),
            courses: z.array(namedCourse).readonly(),
            hidden: z.int().meta({ description: 'Courses that you may not open and that hold it too.' }),
          })
          .readonly(),
      )
      .readonly(),
    total: z.int(),
  })
  .readonly()
  .meta({ id: 'ObjectList', description: 'Learning Objects of courses that you may open, by name.' })

export interface ObjectQuery {
  /** In the name, the objective or a keyword. */
  readonly search?: string
  readonly limit?: number
  readonly offset?: number
}

/** What can be inserted into a course: Learning Objects that a course of the actor's places, outside the trash. */
export async function searchObjects(
  db: LibraryDb,
  actor: Actor,
  { search, limit = 50, offset = 0 }: ObjectQuery,
): Promise<z.infer<typeof objectList>> {
  const { rows } = await sql<{ answer: unknown }>`
    with held as (
      select distinct pl.learning_object_id as id from course c join placement pl on pl.course_id = c.id
      where c.workspace_id = ${actor.workspaceId} and c.trashed_at is null and ${readable(actor, sql`c.id`)}
    ),
    found as (
      select lo.id, lo.is_protected, r.name, r.objective, r.page_ids from held join learning_object lo using (id)
      join learning_object_revision r on r.id = lo.current_revision_id
      where ${matches(sql`concat_ws(' ', r.name, r.objective, array_to_string(r.keywords, ' '))`, search)}
    ),
    sheet as (select * from found order by name collate "und-x-icu", id limit ${limit} offset ${offset})
    select jsonb_build_object('total', (select count(*) from found), 'rows',
      (select coalesce(jsonb_agg(jsonb_build_object('objectId', o.id, 'name', o.name, 'objective', o.objective,
        'pages', cardinality(o.page_ids), 'isProtected', o.is_protected, 'courses', w.courses, 'hidden', w.hidden)
        order by o.name collate "und-x-icu", o.id), '[]')
      from sheet o, lateral (
        select count(*) filter (where not seen.it) as hidden,
          coalesce(jsonb_agg(jsonb_build_object('courseId', c.id, 'title', c.title)
            order by c.title collate "und-x-icu", c.id) filter (where seen.it), '[]') as courses
        from placement pl join course c on c.id = pl.course_id and c.trashed_at is null,
          lateral (select ${readable(actor, sql`c.id`)} as it) seen
        where pl.learning_object_id = o.id) w)) as answer`.execute(db)
  return objectList.parse(rows[0]?.answer)
}
