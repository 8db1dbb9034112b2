import { isSame } from '@recourse/core/library'
import { sql } from 'kysely'
import { type Actor, carryOut, type LibraryDb, type Outcome, type Step } from './carry-out.ts'
import { requireName, toJson } from './clean-text.ts'
import { Refused } from './refusal.ts'
import { requireCourse } from './require.ts'

interface StyleFields {
  readonly name: string
  readonly definition: object
}

export interface CourseStyle extends StyleFields {
  readonly key: string
}

/**
 * A Course Style of this course alone, made or changed (library §1.3 *T36*). `from`: what was seen, `null` if there was none;
 * another one, saved meanwhile, is not written over (library §1.5 *A4*).
 */
export function saveStyle(
  db: LibraryDb,
  actor: Actor,
  courseId: string,
  style: CourseStyle,
  from?: StyleFields | null,
): Promise<Outcome<null>> {
  return carryOut(db, { actor, operation: 'save style', courseId, inputs: { key: style.key } }, async step => {
    await requireCourse(step, courseId)
    const [key, name] = [requireName(style.key), requireName(style.name)]
    const wanted = { name, definition: style.definition }
    if (from !== undefined) await requireSeen(step, { courseId, key, from, wanted })
    await sql`
      insert into course_style (workspace_id, course_id, key, name, definition)
      values (${actor.workspaceId}, ${courseId}, ${key}, ${name}, ${toJson(wanted.definition)})
      on conflict (course_id, key) do update set name = excluded.name, definition = excluded.definition`.execute(
      step.tx,
    )
    return null
  })
}

interface StyleChange {
  readonly courseId: string
  readonly key: string
  readonly from: StyleFields | null
  readonly wanted: StyleFields
}

async function requireSeen({ tx }: Step, { courseId, key, from, wanted }: StyleChange): Promise<void> {
  const { rows } = await sql<StyleFields>`
    select name, definition from course_style where course_id = ${courseId} and key = ${key}`.execute(tx)
  const current = rows[0] ?? null
  if (isSame(current, from) || isSame(current, wanted)) return
  throw new Refused('stale', 'Somebody else has changed this Course Style meanwhile. Choose which is to stay.', [
    { at: 'style', base: from, ours: current, theirs: wanted },
  ])
}

/** Pages that name it are drawn in the theme's own way from now on, in this course. */
export function deleteStyle(db: LibraryDb, actor: Actor, courseId: string, key: string): Promise<Outcome<null>> {
  return carryOut(db, { actor, operation: 'delete style', courseId, inputs: { key } }, async step => {
    await requireCourse(step, courseId)
    await sql`delete from course_style where course_id = ${courseId} and key = ${key}`.execute(step.tx)
    return null
  })
}

export interface PageStyle {
  readonly pageId: string
  /** `null`: none. */
  readonly styleKey: string | null
}

/** Applies or removes Course Styles (library §1.3 *T12*); all that a copy report lists at once is *re-apply all*. */
export function stylePages(
  db: LibraryDb,
  actor: Actor,
  courseId: string,
  pages: readonly PageStyle[],
): Promise<Outcome<null>> {
  return carryOut(db, { actor, operation: 'style pages', courseId, inputs: { pages } }, async step => {
    await requireCourse(step, courseId)
    await requireStylable(step, courseId, pages)
    await sql`
      update page p set style_key = s."styleKey"
      from jsonb_to_recordset(${toJson(pages)}) as s ("pageId" uuid, "styleKey" text)
      where p.id = s."pageId" and p.style_key is distinct from s."styleKey"`.execute(step.tx)
    return null
  })
}

async function requireStylable({ tx, actor }: Step, courseId: string, pages: readonly PageStyle[]): Promise<void> {
  const ids = [...new Set(pages.map(({ pageId }) => pageId))]
  const { rows } = await sql<{ isProtected: boolean }>`
    select lo.is_protected as "isProtected" from page p join learning_object lo on lo.id = p.learning_object_id
    join placement pl on pl.learning_object_id = lo.id and pl.course_id = ${courseId}
    where p.id = any(${ids}::uuid[])`.execute(tx)
  if (rows.length < ids.length)
    throw new Refused('not-found', 'This course no longer shows some of these pages. Look at it again.')
  if (actor.role !== 'administrator' && rows.some(({ isProtected }) => isProtected)) {
    throw new Refused('protected', 'Some of these pages are of a protected Learning Object. Leave those out.')
  }
}
