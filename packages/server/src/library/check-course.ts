import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor, LibraryDb } from './carry-out.ts'
import { namedCourse } from './list-courses.ts'
import { type Found, readable, readIn } from './readable.ts'
import { resolvedReferences } from './resolve-references.ts'

const target = z
  .object({ title: z.string(), course: namedCourse.nullable().meta({ description: 'null: no course shows it.' }) })
  .readonly()

const outsideLink = z
  .object({
    pageId: z.guid(),
    pageTitle: z.string(),
    linkKey: z.guid(),
    target: target.nullable().meta({ description: 'null: a page that you may not open, or that is gone.' }),
  })
  .readonly()

const goneItem = z
  .object({
    pageId: z.guid(),
    pageTitle: z.string(),
    kind: z.enum(['media', 'resource', 'term']),
    itemId: z.guid(),
    name: z.string(),
  })
  .readonly()

export const courseCheck = z
  .object({
    links: z.array(outsideLink).readonly().meta({ description: 'Links that lead out of the course: shown inactive.' }),
    gone: z.array(goneItem).readonly().meta({ description: 'What is in the trash of the library: a placeholder.' }),
  })
  .readonly()
  .meta({ id: 'CourseCheck', description: 'What does not work in a course as it stands (library §1.5 *A9*).' })

/** For whoever may open the course. */
export function checkCourse(
  db: LibraryDb,
  actor: Actor,
  courseId: string,
): Promise<Found<z.infer<typeof courseCheck>>> {
  return readIn(db, actor, courseId, async () => {
    const { rows } = await sql<{ answer: unknown }>`
      with shown as (
        select p.id, r.id as revision_id, r.title from placement pl join page p on p.learning_object_id = pl.learning_object_id
        join page_revision r on r.id = p.current_revision_id where pl.course_id = ${courseId}
      ),
      link as (
        select l.page_id, s.title, l.link_key, t.title as target_title, t.course
        from ${resolvedReferences(courseId)} l join shown s on s.id = l.page_id
        left join lateral (
          select tr.title, (select jsonb_build_object('courseId', c.id, 'title', c.title)
            from placement pl join course c on c.id = pl.course_id and c.trashed_at is null
            where pl.learning_object_id = p.learning_object_id and ${readable(actor, sql`c.id`)}
            order by c.title collate "und-x-icu", c.id limit 1) as course,
            exists (select from placement pl where pl.learning_object_id = p.learning_object_id) as is_placed
          from page p join page_revision tr on tr.id = p.current_revision_id
          where p.id = l.stored_id and p.learning_object_id is not null and p.workspace_id = ${actor.workspaceId}
        ) t on t.course is not null or not t.is_placed
        where l.rule = 'outside'
      ),
      item as (
        select 'media' as kind, id, name, trashed_at from media_asset
        union all select 'resource', id, name, trashed_at from resource
        union all select 'term', id, name, trashed_at from glossary_term
      ),
      gone as (
        select s.id as page_id, s.title, i.kind, i.id, i.name from shown s join revision_reference x on x.revision_id = s.revision_id
        join item i on i.kind = x.kind and i.id = x.target_id where i.trashed_at is not null
      )
      select jsonb_build_object(
        'links', (select coalesce(jsonb_agg(jsonb_build_object('pageId', page_id, 'pageTitle', title, 'linkKey', link_key,
          'target', case when target_title is not null then jsonb_build_object('title', target_title, 'course', course) end)
          order by title collate "und-x-icu", page_id, link_key), '[]') from link),
        'gone', (select coalesce(jsonb_agg(jsonb_build_object('pageId', page_id, 'pageTitle', title, 'kind', kind, 'itemId', id, 'name', name)
          order by title collate "und-x-icu", page_id, name, id), '[]') from gone)
      ) as answer`.execute(db)
    return courseCheck.parse(rows[0]?.answer)
  })
}
