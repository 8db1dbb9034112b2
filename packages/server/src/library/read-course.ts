import { sql } from 'kysely'
import { z } from 'zod'
import type { LibraryDb } from './carry-out.ts'
import { objectContent, pageContent } from './content.ts'
import { resolvedReferences } from './resolve-references.ts'

const json = z.record(z.string(), z.unknown())
const link = z.object({ linkKey: z.string(), storedId: z.string(), rule: z.string(), targetId: z.string().nullable() })
const page = z.object({
  id: z.string(),
  revisionId: z.string(),
  styleKey: z.string().nullable(),
  /** As this course draws that key; `null`: the theme's own way. */
  style: json.nullable(),
  content: pageContent,
  links: z.array(link),
})
const object = z.object({
  id: z.string(),
  revisionId: z.string(),
  isProtected: z.boolean(),
  content: objectContent,
  pages: z.array(page),
  /** Other courses, not in the trash, that hold it. */
  sharedWith: z.number(),
})
const courseTree = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  playerLayout: z.string(),
  passingMark: z.number().nullable(),
  details: json,
  isTrashed: z.boolean(),
  authors: z.array(z.string()),
  styles: z.array(z.object({ key: z.string(), name: z.string(), definition: json })),
  modules: z.array(z.object({ id: z.string(), name: z.string(), objects: z.array(object) })),
  /** Library items that its pages use, as they are now; without content: in the trash. */
  items: z.array(
    z.object({
      kind: z.enum(['media', 'resource', 'term']),
      id: z.string(),
      name: z.string(),
      revisionId: z.string(),
      content: json.nullable(),
    }),
  ),
})

/** A course with everything it shows, resolved: R2 of library §1.1. */
export type CourseTree = z.infer<typeof courseTree>

/** `undefined`: there is no such course. Whether a person may see it is asked before. */
export async function readCourse(db: LibraryDb, courseId: string): Promise<CourseTree | undefined> {
  const { rows } = await sql<{ tree: unknown }>`
    with link as materialized (select * from ${resolvedReferences(courseId)} l),
    page_tree as (
      select p.learning_object_id, array_position(lor.page_ids, p.id) as n, jsonb_build_object('id', p.id, 'revisionId', r.id,
        'styleKey', p.style_key, 'style', (select s.definition from course_style s where s.course_id = ${courseId} and s.key = p.style_key),
        'content', jsonb_build_object('title', r.title, 'blocks', r.blocks),
        'links', (select coalesce(jsonb_agg(jsonb_build_object('linkKey', l.link_key, 'storedId', l.stored_id, 'rule', l.rule,
          'targetId', l.target_id) order by l.link_key, l.stored_id), '[]') from link l where l.page_id = p.id)) as tree
      from placement pl join learning_object lo on lo.id = pl.learning_object_id
      join learning_object_revision lor on lor.id = lo.current_revision_id
      join page p on p.learning_object_id = lo.id join page_revision r on r.id = p.current_revision_id
      where pl.course_id = ${courseId}
    ),
    object_tree as (
      select pl.module_id, pl.position, pl.id, jsonb_build_object('id', lo.id, 'revisionId', r.id, 'isProtected', lo.is_protected,
        'content', jsonb_build_object('name', r.name, 'objective', r.objective, 'keywords', r.keywords, 'reviewExercise', r.review_exercise,
          'questionMode', r.question_mode, 'questions', r.questions, 'pageIds', r.page_ids),
        'pages', (select coalesce(jsonb_agg(t.tree order by t.n), '[]') from page_tree t where t.learning_object_id = lo.id),
        'sharedWith', (select count(*) from placement o join course c on c.id = o.course_id and c.trashed_at is null
          where o.learning_object_id = lo.id and o.course_id <> pl.course_id)) as tree
      from placement pl join learning_object lo on lo.id = pl.learning_object_id
      join learning_object_revision r on r.id = lo.current_revision_id where pl.course_id = ${courseId}
    ),
    item as (
      select 'media' as kind, id, name, current_revision_id, trashed_at from media_asset
      union all select 'resource', id, name, current_revision_id, trashed_at from resource
      union all select 'term', id, name, current_revision_id, trashed_at from glossary_term
    )
    select jsonb_build_object('id', c.id, 'title', c.title, 'description', c.description, 'playerLayout', c.player_layout,
      'passingMark', c.passing_mark, 'details', c.details, 'isTrashed', c.trashed_at is not null,
      'authors', (select coalesce(jsonb_agg(a.person_id order by a.person_id), '[]') from course_author a where a.course_id = c.id),
      'styles', (select coalesce(jsonb_agg(jsonb_build_object('key', s.key, 'name', s.name, 'definition', s.definition) order by s.key), '[]')
        from course_style s where s.course_id = c.id),
      'modules', (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'objects',
        (select coalesce(jsonb_agg(t.tree order by t.position, t.id), '[]') from object_tree t where t.module_id = m.id))
        order by m.position, m.id), '[]') from course_module m where m.course_id = c.id),
      'items', (select coalesce(jsonb_agg(jsonb_build_object('kind', i.kind, 'id', i.id, 'name', i.name, 'revisionId', i.current_revision_id,
          'content', case when i.trashed_at is null then r.content end) order by i.kind, i.id), '[]')
        from item i join library_revision r on r.id = i.current_revision_id
        where (i.kind, i.id) in (select x.kind, x.target_id from placement pl join page p on p.learning_object_id = pl.learning_object_id
          join revision_reference x on x.revision_id = p.current_revision_id where pl.course_id = c.id and x.kind <> 'page'))
    ) as tree from course c where c.id = ${courseId}`.execute(db)
  return rows[0] === undefined ? undefined : courseTree.parse(rows[0].tree)
}
