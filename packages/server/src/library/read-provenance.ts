import { drawProvenance } from '@recourse/core/library'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor, LibraryDb } from './carry-out.ts'
import { namedCourse } from './list-courses.ts'
import { type Found, readable, readIn } from './readable.ts'

/** A picture of more tells nobody anything. */
const MOST = 200

export const provenance = z
  .object({
    nodes: z
      .array(
        z
          .object({
            id: z.string().meta({ description: 'Of this picture.' }),
            course: namedCourse.nullable().meta({ description: 'null: one that you may not open.' }),
            isTrashed: z.boolean(),
          })
          .readonly(),
      )
      .readonly(),
    edges: z
      .array(
        z
          .object({
            kind: z.enum(['share', 'duplicate', 'shares']).meta({
              description:
                'Copied from the one to the other by Share or Duplicate; or both hold so many of the same Learning Objects.',
            }),
            from: z.string(),
            to: z.string(),
            objects: z.int().nullable(),
          })
          .readonly(),
      )
      .readonly(),
    more: z.int().meta({ description: `Related courses beyond the ${MOST} that are drawn.` }),
  })
  .readonly()
  .meta({ id: 'Provenance', description: 'What a course was copied from and to, and which courses hold the same.' })

const relative = z.object({
  courseId: z.string(),
  title: z.string(),
  copiedFrom: z.string().nullable(),
  copiedBy: z.enum(['share', 'duplicate']).nullable(),
  isTrashed: z.boolean(),
  isVisible: z.boolean(),
  objectsShared: z.number(),
})

/** For whoever may open the course. */
export function readProvenance(
  db: LibraryDb,
  actor: Actor,
  courseId: string,
): Promise<Found<z.infer<typeof provenance>>> {
  return readIn(db, actor, courseId, async () => {
    const { rows } = await sql`
      with recursive up (id) as (
        select ${courseId}::uuid union select c.copied_from from up join course c on c.id = up.id where c.copied_from is not null
      ),
      down (id) as (
        select ${courseId}::uuid union select c.id from down join course c on c.copied_from = down.id
      ),
      sharer as (
        select o.course_id as id, count(*)::integer as objects from placement pl
        join placement o on o.learning_object_id = pl.learning_object_id where pl.course_id = ${courseId} group by 1
      )
      select c.id as "courseId", c.title, c.copied_from as "copiedFrom", c.copied_by as "copiedBy",
        c.trashed_at is not null as "isTrashed", ${readable(actor, sql`c.id`)} as "isVisible",
        coalesce(s.objects, 0) as "objectsShared"
      from (select id from up union select id from down union select id from sharer) near
      join course c on c.id = near.id left join sharer s on s.id = c.id
      order by c.id = ${courseId} desc, c.id in (select id from up) desc, s.objects desc nulls last, c.title, c.id`.execute(
      db,
    )
    const relatives = z.array(relative).parse(rows)
    return { ...drawProvenance(courseId, relatives.slice(0, MOST)), more: Math.max(0, relatives.length - MOST) }
  })
}
