import { type CopyMode, mayEdit } from '@recourse/core/library'
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Actor, LibraryDb } from './carry-out.ts'
import { readable } from './readable.ts'
import { matches } from './searchable.ts'

export interface CourseQuery {
  /** Every word of it is in the title; case and accents do not matter. */
  readonly search?: string
  readonly sort?: 'title' | 'changed' | 'objects' | 'authors'
  readonly order?: 'asc' | 'desc'
  readonly kind?: 'original' | CopyMode
  /** Courses that one is an author of; of interest to an administrator, who sees all. */
  readonly isMine?: boolean
  readonly isTrashed?: boolean
  readonly limit?: number
  readonly offset?: number
}

export const namedCourse = z
  .object({ courseId: z.guid(), title: z.string() })
  .readonly()
  .meta({ id: 'NamedCourse', description: 'A course that you may open.' })

export const courseAuthor = z
  .object({ personId: z.guid(), name: z.string(), isActive: z.boolean() })
  .readonly()
  .meta({ id: 'CourseAuthor', description: 'Somebody assigned to a course; who is not active may not sign in.' })

export const courseKind = z.enum(['original', 'share', 'duplicate']).meta({
  id: 'CourseKind',
  description:
    'Made new · copied by Share: the same Learning Objects · copied by Duplicate: Learning Objects of its own.',
})

const row = z.object({
  courseId: z.guid(),
  title: z.string(),
  kind: courseKind,
  copiedFrom: namedCourse
    .nullable()
    .meta({ description: 'null: it is no copy, or one of a course that you may not open.' }),
  sharedWith: z.int().meta({
    description: 'Other courses, not in the trash, that hold a Learning Object of this one; you may open them or not.',
  }),
  objectsShared: z.int().meta({ description: 'Learning Objects that another course holds too.' }),
  objectsTotal: z.int(),
  authors: z.array(courseAuthor).readonly(),
  changedAt: z.string().meta({ description: 'When something that it shows was last changed, in whichever course.' }),
  isTrashed: z.boolean(),
  isAssigned: z.boolean().meta({ description: 'You are assigned to it.' }),
})

export const courseRow = row
  .extend({ mayEdit: z.boolean().meta({ description: 'You may change it, and copy it.' }) })
  .readonly()
  .meta({ id: 'CourseRow', description: 'A course as lists show it.' })

export const courseList = z
  .object({ rows: z.array(courseRow).readonly(), total: z.int().meta({ description: 'How many there are in all.' }) })
  .readonly()
  .meta({ id: 'CourseList', description: 'Courses that you may open.' })

const answer = z.object({ total: z.number(), rows: z.array(row) })

/** The courses that the actor may open, in the order that people of any language expect; equal ones by id. */
export async function listCourses(
  db: LibraryDb,
  actor: Actor,
  query: CourseQuery,
): Promise<z.infer<typeof courseList>> {
  const { limit = 50, offset = 0, sort = 'title', order = 'asc' } = query
  const sorted = sql`sheet.key ${order === 'asc' ? sql`asc` : sql`desc`} nulls last, sheet.title collate natural_order, sheet.id`
  const { rows } = await sql<{ answer: unknown }>`
    with found as (select c.id, c.title, c.created_at from course c where ${wanted(actor, query)}),
    sheet as (select * from (select c.id, c.title, ${keys[sort]}) sheet order by ${sorted} limit ${limit} offset ${offset})
    select jsonb_build_object('total', (select count(*) from found),
      'rows', (select coalesce(jsonb_agg(${described(actor)} order by ${sorted}), '[]')
        from sheet join course c on c.id = sheet.id)) as answer`.execute(db)
  const found = answer.parse(rows[0]?.answer)
  return {
    total: found.total,
    rows: found.rows.map(course => ({ ...course, mayEdit: mayEdit(actor.role, course.isAssigned) })),
  }
}

function wanted(actor: Actor, query: CourseQuery): RawBuilder<boolean> {
  const { kind = null, isMine = false, isTrashed = false } = query
  return sql`c.workspace_id = ${actor.workspaceId} and (c.trashed_at is not null) = ${isTrashed}
    and ${readable(actor, sql`c.id`)}
    and (${kind}::text is null or coalesce(c.copied_by, 'original') = ${kind})
    and (not ${isMine} or ${isAssigned(actor)})
    and ${matches(sql`c.title`, query.search)}`
}

function isAssigned(actor: Actor): RawBuilder<boolean> {
  return sql`exists (select from course_author a where a.course_id = c.id and a.person_id = ${actor.personId})`
}

const authors = sql`from course_author a join person p on p.id = a.person_id where a.course_id = c.id`

const changedAt = sql`(select l.at from change_log l where l.id = (select s.change_id from change_course s
  where s.course_id = c.id order by s.sequence desc limit 1))`

/** What the list is sorted by: counted of all courses at once, as ten thousand one by one take long. */
const keys = {
  title: sql`c.title collate natural_order as key from found c`,
  changed: sql`(select max(s.sequence) from change_course s where s.course_id = c.id) as key from found c`,
  objects: sql`coalesce(k.count, 0) as key from found c left join (
    select course_id, count(*) from placement group by 1) k on k.course_id = c.id`,
  authors: sql`k.name collate "und-x-icu" as key from found c left join (
    select a.course_id, min(p.name collate "und-x-icu") as name from course_author a join person p on p.id = a.person_id group by 1
  ) k on k.course_id = c.id`,
} as const

function described(actor: Actor): RawBuilder<unknown> {
  const shared = sql`from placement pl join placement o on o.learning_object_id = pl.learning_object_id
    and o.course_id <> pl.course_id join course other on other.id = o.course_id and other.trashed_at is null
    where pl.course_id = c.id`
  return sql`jsonb_build_object('courseId', c.id, 'title', c.title, 'kind', coalesce(c.copied_by, 'original'),
    'copiedFrom', (select jsonb_build_object('courseId', o.id, 'title', o.title) from course o
      where o.id = c.copied_from and ${readable(actor, sql`o.id`)}),
    'sharedWith', (select count(distinct o.course_id) ${shared}),
    'objectsShared', (select count(distinct pl.learning_object_id) ${shared}),
    'objectsTotal', (select count(*) from placement pl where pl.course_id = c.id),
    'authors', (select coalesce(jsonb_agg(jsonb_build_object('personId', p.id, 'name', p.name, 'isActive', p.deactivated_at is null)
      order by p.name collate "und-x-icu", p.id), '[]') ${authors}),
    'changedAt', coalesce(${changedAt}, c.created_at), 'isTrashed', c.trashed_at is not null, 'isAssigned', ${isAssigned(actor)})`
}
