import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor, LibraryDb } from './carry-out.ts'
import { pageContent } from './content.ts'
import { type Found, readIn } from './readable.ts'
import { referencesOfPage, resolvedReferences } from './resolve-references.ts'

const who = z.object({ personId: z.guid(), name: z.string() }).readonly()

const link = z
  .object({
    linkKey: z.guid(),
    storedId: z.guid(),
    rule: z.string().meta({ description: 'By what it is known where it leads in this course.' }),
    targetId: z.guid().nullable().meta({ description: 'A page of this course; null: it leads outside.' }),
    targetTitle: z.string().nullable(),
  })
  .readonly()

const item = z
  .object({
    kind: z.enum(['media', 'resource', 'term']),
    itemId: z.guid(),
    name: z.string(),
    revisionId: z.guid(),
    content: z
      .record(z.string(), z.unknown())
      .nullable()
      .meta({ description: 'null: it is in the trash; a placeholder is shown.' }),
  })
  .readonly()

const change = z.object({ changeId: z.guid(), operation: z.string(), person: who, at: z.string() }).readonly()

export const coursePage = z
  .object({
    pageId: z.guid(),
    revisionId: z.guid().meta({ description: 'Named again when the page is saved.' }),
    objectId: z.guid(),
    objectName: z.string(),
    isProtected: z
      .boolean()
      .meta({ description: 'Saving it makes a proposal, if there are courses of which others are to agree.' }),
    styleKey: z.string().nullable(),
    style: z
      .record(z.string(), z.unknown())
      .nullable()
      .meta({ description: 'How this course draws that key; null: in the own way of the theme.' }),
    content: pageContent,
    links: z.array(link).readonly(),
    items: z.array(item).readonly(),
    sharedWith: z.int().meta({ description: 'Other courses, not in the trash, that show it.' }),
    changes: z.array(change).readonly().meta({ description: 'The latest changes of it, last first.' }),
  })
  .readonly()
  .meta({ id: 'CoursePage', description: 'A page as one course shows it.' })

/** A page as a course shows it, for whoever may open the course. */
export function readPage(
  db: LibraryDb,
  actor: Actor,
  { courseId, pageId }: { readonly courseId: string; readonly pageId: string },
): Promise<Found<z.infer<typeof coursePage>>> {
  return readIn(db, actor, courseId, async () => {
    const { rows } = await sql<{ page: unknown }>`
      with item as (
        select 'media' as kind, id, name, current_revision_id, trashed_at from media_asset
        union all select 'resource', id, name, current_revision_id, trashed_at from resource
        union all select 'term', id, name, current_revision_id, trashed_at from glossary_term
      )
      select jsonb_build_object('pageId', p.id, 'revisionId', r.id, 'objectId', lo.id, 'objectName', lor.name,
        'isProtected', lo.is_protected, 'styleKey', p.style_key,
        'style', (select s.definition from course_style s where s.course_id = ${courseId} and s.key = p.style_key),
        'content', jsonb_build_object('title', r.title, 'blocks', r.blocks),
        'links', (select coalesce(jsonb_agg(jsonb_build_object('linkKey', l.link_key, 'storedId', l.stored_id, 'rule', l.rule,
            'targetId', l.target_id, 'targetTitle', tr.title) order by l.link_key, l.stored_id), '[]')
          from ${resolvedReferences(courseId, referencesOfPage(pageId))} l left join page t on t.id = l.target_id
          left join page_revision tr on tr.id = t.current_revision_id
          where exists (select from revision_reference x where x.revision_id = r.id and x.kind = 'page')),
        'items', (select coalesce(jsonb_agg(jsonb_build_object('kind', i.kind, 'itemId', i.id, 'name', i.name,
            'revisionId', i.current_revision_id, 'content', case when i.trashed_at is null then lr.content end) order by i.kind, i.name, i.id), '[]')
          from revision_reference x join item i on i.kind = x.kind and i.id = x.target_id
          join library_revision lr on lr.id = i.current_revision_id where x.revision_id = r.id),
        'sharedWith', (select count(*) from placement o join course c on c.id = o.course_id and c.trashed_at is null
          where o.learning_object_id = lo.id and o.course_id <> ${courseId}),
        'changes', (select coalesce(jsonb_agg(jsonb_build_object('changeId', h.id, 'operation', h.operation, 'at', h.at,
            'person', jsonb_build_object('personId', h.person_id, 'name', h.name)) order by h.sequence desc), '[]')
          from (select distinct on (l.sequence) l.id, l.operation, l.at, l.sequence, l.person_id, who.name from change_row t
            join change_log l on l.id = t.change_id join person who on who.id = l.person_id
            where t.row_id = p.id order by l.sequence desc limit 10) h)
      ) as page
      from placement pl join learning_object lo on lo.id = pl.learning_object_id
      join learning_object_revision lor on lor.id = lo.current_revision_id
      join page p on p.learning_object_id = lo.id join page_revision r on r.id = p.current_revision_id
      where pl.course_id = ${courseId} and p.id = ${pageId}`.execute(db)
    return rows[0] === undefined ? undefined : coursePage.parse(rows[0].page)
  })
}
