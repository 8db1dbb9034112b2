import { mayEdit } from '@recourse/core/library'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor, LibraryDb } from './carry-out.ts'
import { objectContent } from './content.ts'
import { courseAuthor, courseKind, namedCourse } from './list-courses.ts'
import { type Found, readable, readIn } from './readable.ts'

const json = z.record(z.string(), z.unknown()).readonly()

export const reachSchema = z
  .object({ courses: z.array(namedCourse).readonly(), hidden: z.int() })
  .readonly()
  .meta({
    id: 'Reach',
    description: 'Courses, not in the trash, that show it; those that you may not open are counted.',
  })

export const outlinePage = z
  .object({
    id: z.guid(),
    revisionId: z.guid(),
    linkKey: z.guid().meta({ description: 'What links to it name, beside its id.' }),
    title: z.string(),
    styleKey: z.string().nullable(),
  })
  .readonly()
  .meta({ id: 'OutlinePage', description: 'A page without what it says.' })

export const outlineObject = z
  .object({
    id: z.guid(),
    revisionId: z.guid().meta({ description: 'Named again when it is edited.' }),
    isProtected: z.boolean().meta({ description: 'Its courses decide together about changes.' }),
    hasOrigin: z.boolean().meta({ description: 'What it was made of is still there: it can be reattached.' }),
    content: objectContent.omit({ pageIds: true }).readonly(),
    pages: z.array(outlinePage).readonly(),
    reach: reachSchema.meta({ description: 'Other courses that hold it.' }),
  })
  .readonly()
  .meta({ id: 'OutlineObject', description: 'A Learning Object in a course.' })

const outline = z.object({
  id: z.guid(),
  title: z.string(),
  description: z.string(),
  playerLayout: z.string(),
  passingMark: z.int().nullable(),
  details: json,
  kind: courseKind,
  copiedFrom: namedCourse.nullable(),
  isTrashed: z.boolean(),
  isAssigned: z.boolean(),
  authors: z.array(courseAuthor).readonly(),
  styles: z.array(z.object({ key: z.string(), name: z.string(), definition: json }).readonly()).readonly(),
  modules: z
    .array(z.object({ id: z.guid(), name: z.string(), objects: z.array(outlineObject).readonly() }).readonly())
    .readonly(),
})

export const courseOutline = outline.extend({ mayEdit: z.boolean() }).readonly().meta({
  id: 'CourseOutline',
  description: 'A course with its modules, Learning Objects and pages, without what the pages say.',
})

export type CourseOutline = z.infer<typeof courseOutline>

/** For whoever may open the course. */
export function readOutline(db: LibraryDb, actor: Actor, courseId: string): Promise<Found<CourseOutline>> {
  return readIn(db, actor, courseId, () => findOutline(db, actor, courseId))
}

async function findOutline(db: LibraryDb, actor: Actor, courseId: string): Promise<CourseOutline | undefined> {
  const { rows } = await sql<{ outline: unknown }>`
    with object as (
      select pl.module_id, pl.position, pl.id, pl.learning_object_id, lo.is_protected, lo.origin_id, r.*
      from placement pl join learning_object lo on lo.id = pl.learning_object_id
      join (select id as revision_id, name, objective, keywords, review_exercise, question_mode, questions, page_ids
        from learning_object_revision) r on r.revision_id = lo.current_revision_id
      where pl.course_id = ${courseId}
    ),
    page_row as (
      select p.learning_object_id, jsonb_agg(jsonb_build_object('id', p.id, 'revisionId', r.id, 'linkKey', p.link_key,
        'title', r.title, 'styleKey', p.style_key)
        order by array_position(o.page_ids, p.id)) as pages
      from object o join page p on p.learning_object_id = o.learning_object_id
      join page_revision r on r.id = p.current_revision_id group by 1
    ),
    reach as (
      select pl.learning_object_id, count(*) filter (where not seen.it) as hidden,
        coalesce(jsonb_agg(jsonb_build_object('courseId', c.id, 'title', c.title)
          order by c.title collate "und-x-icu", c.id) filter (where seen.it), '[]') as courses
      from object o join placement pl on pl.learning_object_id = o.learning_object_id and pl.course_id <> ${courseId}
      join course c on c.id = pl.course_id and c.trashed_at is null, lateral (select ${readable(actor, sql`c.id`)} as it) seen
      group by 1
    ),
    tree as (
      select o.module_id, jsonb_agg(jsonb_build_object('id', o.learning_object_id, 'revisionId', o.revision_id,
        'isProtected', o.is_protected, 'hasOrigin', exists (select from learning_object x where x.id = o.origin_id and x.trashed_at is null),
        'content', jsonb_build_object('name', o.name, 'objective', o.objective, 'keywords', o.keywords,
          'reviewExercise', o.review_exercise, 'questionMode', o.question_mode, 'questions', o.questions),
        'pages', coalesce(p.pages, '[]'),
        'reach', jsonb_build_object('courses', coalesce(r.courses, '[]'), 'hidden', coalesce(r.hidden, 0)))
        order by o.position, o.id) as objects
      from object o left join page_row p using (learning_object_id) left join reach r using (learning_object_id) group by 1
    )
    select jsonb_build_object('id', c.id, 'title', c.title, 'description', c.description, 'playerLayout', c.player_layout,
      'passingMark', c.passing_mark, 'details', c.details, 'kind', coalesce(c.copied_by, 'original'),
      'copiedFrom', (select jsonb_build_object('courseId', o.id, 'title', o.title) from course o
        where o.id = c.copied_from and ${readable(actor, sql`o.id`)}),
      'isTrashed', c.trashed_at is not null,
      'isAssigned', exists (select from course_author a where a.course_id = c.id and a.person_id = ${actor.personId}),
      'authors', (select coalesce(jsonb_agg(jsonb_build_object('personId', p.id, 'name', p.name, 'isActive', p.deactivated_at is null)
        order by p.name collate "und-x-icu", p.id), '[]') from course_author a join person p on p.id = a.person_id where a.course_id = c.id),
      'styles', (select coalesce(jsonb_agg(jsonb_build_object('key', s.key, 'name', s.name, 'definition', s.definition)
        order by s.name collate "und-x-icu", s.key), '[]') from course_style s where s.course_id = c.id),
      'modules', (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'objects', coalesce(t.objects, '[]'))
        order by m.position, m.id), '[]') from course_module m left join tree t on t.module_id = m.id where m.course_id = c.id)
    ) as outline from course c where c.id = ${courseId} and c.workspace_id = ${actor.workspaceId}`.execute(db)
  if (rows[0] === undefined) return undefined
  const course = outline.parse(rows[0].outline)
  return { ...course, mayEdit: mayEdit(actor.role, course.isAssigned) }
}
