import type { ItemKind } from '@recourse/core/library'
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Actor, LibraryDb } from './carry-out.ts'
import { namedCourse } from './list-courses.ts'
import { type Found, readable } from './readable.ts'
import { Refused } from './refusal.ts'
import { matches } from './searchable.ts'

export const itemKind = z.enum(['media', 'resource', 'term']).meta({
  id: 'ItemKind',
  description: 'A picture, film or file · something on the web · a word of the glossary.',
})

export const libraryItem = z
  .object({
    kind: itemKind,
    itemId: z.guid(),
    name: z.string(),
    revisionId: z.guid().meta({ description: 'Named again when it is updated.' }),
    content: z.record(z.string(), z.unknown()).readonly(),
    usedOn: z.int().meta({ description: 'Pages that use it, in courses that you may open or not.' }),
    usedIn: z.int().meta({ description: 'Courses, not in the trash, that show those pages.' }),
    trashedBy: z
      .guid()
      .nullable()
      .meta({ description: 'The change that put it into the trash, to be undone; null: it is not there.' }),
    changedAt: z.string(),
  })
  .readonly()
  .meta({ id: 'LibraryItem', description: 'What all courses have in common.' })

export const itemList = z
  .object({ rows: z.array(libraryItem).readonly(), total: z.int() })
  .readonly()
  .meta({ id: 'ItemList', description: 'Items of the library, by name.' })

export interface ItemQuery {
  /** Left out: all. */
  readonly kinds?: readonly ItemKind[]
  readonly isTrashed?: boolean
  readonly search?: string
  readonly limit?: number
  readonly offset?: number
}

const items = sql`(select 'media' as kind, id, workspace_id, name, current_revision_id, trashed_at from media_asset
  union all select 'resource', id, workspace_id, name, current_revision_id, trashed_at from resource
  union all select 'term', id, workspace_id, name, current_revision_id, trashed_at from glossary_term)`

/** Those in use or to be used, or those in the trash. */
export async function listItems(db: LibraryDb, actor: Actor, query: ItemQuery): Promise<z.infer<typeof itemList>> {
  const { kinds = null, isTrashed = false, limit = 50, offset = 0 } = query
  const { rows } = await sql<{ answer: unknown }>`
    with found as (select i.* from ${items} i where i.workspace_id = ${actor.workspaceId} and (i.trashed_at is not null) = ${isTrashed}
      and (${kinds}::text[] is null or i.kind = any(${kinds})) and ${matches(sql`i.name`, query.search)}),
    sheet as (select * from found order by name collate "und-x-icu", id limit ${limit} offset ${offset})
    select jsonb_build_object('total', (select count(*) from found), 'rows',
      (select coalesce(jsonb_agg(jsonb_build_object('kind', i.kind, 'itemId', i.id, 'name', i.name, 'revisionId', r.id,
        'content', r.content, 'changedAt', r.created_at, 'trashedBy', ${trashedBy},
        'usedOn', (select count(*) ${uses(sql`i.kind`, sql`i.id`)}), 'usedIn', (select count(distinct c.id)
          ${uses(sql`i.kind`, sql`i.id`, placed)}))
        order by i.name collate "und-x-icu", i.id), '[]') from sheet i join library_revision r on r.id = i.current_revision_id)
    ) as answer`.execute(db)
  return itemList.parse(rows[0]?.answer)
}

/** Only what was wanted goes to the trash by a change that can be undone. */
const trashedBy = sql`case when i.trashed_at is not null then (select t.change_id from change_row t
  where t.row_id = i.id and t.after ->> 'trashed_at' is not null order by t.sequence desc limit 1) end`

const placed = sql`join placement pl on pl.learning_object_id = p.learning_object_id
  join course c on c.id = pl.course_id and c.trashed_at is null`

function uses(kind: RawBuilder<unknown>, id: RawBuilder<unknown>, more = sql``): RawBuilder<unknown> {
  return sql`from revision_reference x join page p on p.current_revision_id = x.revision_id and p.learning_object_id is not null
    ${more} where x.kind = ${kind} and x.target_id = ${id}`
}

export const itemUses = z
  .object({
    pages: z
      .array(
        z
          .object({
            pageId: z.guid(),
            title: z.string(),
            objectId: z.guid(),
            objectName: z.string(),
            courses: z
              .array(namedCourse)
              .readonly()
              .meta({ description: 'Courses that show it and that you may open.' }),
            hiddenCourses: z.int().meta({ description: 'Courses that show it too, and that you may not open.' }),
          })
          .readonly(),
      )
      .readonly(),
    hidden: z.int().meta({ description: 'Pages of no course that you may open.' }),
  })
  .readonly()
  .meta({ id: 'ItemUses', description: 'Pages that use an item, and every course that shows them.' })

/** Where an item is used: named in courses that the actor may open, else counted. */
export async function listItemUses(
  db: LibraryDb,
  actor: Actor,
  { kind, itemId }: { readonly kind: ItemKind; readonly itemId: string },
): Promise<Found<z.infer<typeof itemUses>>> {
  const { rows } = await sql<{ answer: unknown }>`
    with used as (
      select p.id, r.title, lo.id as object_id, lor.name, shown.courses, shown.hidden
      from (select p.* ${uses(sql`${kind}`, sql`${itemId}::uuid`)}) p join page_revision r on r.id = p.current_revision_id
      join learning_object lo on lo.id = p.learning_object_id
      join learning_object_revision lor on lor.id = lo.current_revision_id
      cross join lateral (select count(*) filter (where not open) as hidden,
          coalesce(jsonb_agg(jsonb_build_object('courseId', id, 'title', title)
            order by title collate "und-x-icu", id) filter (where open), '[]') as courses
        from (select c.id, c.title, ${readable(actor, sql`c.id`)} as open from placement pl
          join course c on c.id = pl.course_id and c.trashed_at is null where pl.learning_object_id = lo.id) course) shown
    )
    select jsonb_build_object('hidden', (select count(*) from used where courses = '[]'),
      'pages', (select coalesce(jsonb_agg(jsonb_build_object('pageId', id, 'title', title, 'objectId', object_id,
        'objectName', name, 'courses', courses, 'hiddenCourses', hidden)
          order by courses -> 0 ->> 'title', title, id), '[]') from used where courses <> '[]')
    ) as answer from ${items} i
    where i.kind = ${kind} and i.id = ${itemId} and i.workspace_id = ${actor.workspaceId}`.execute(db)
  if (rows[0] !== undefined) return { ok: true, value: itemUses.parse(rows[0].answer) }
  return new Refused('not-found', 'There is no such item in the library. Look it up there.').refusal
}
