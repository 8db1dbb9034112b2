import { type AuthorCandidate, type CopyMode, type CopyReport, planAuthors } from '@recourse/core/library'
import { sql } from 'kysely'
import { type Actor, carryOut, type LibraryDb, type Outcome, type Step } from './carry-out.ts'
import { checkCopy } from './check-copy.ts'
import { toJson } from './clean-text.ts'
import { copyObjects } from './copy-objects.ts'
import { requireFields } from './course-fields.ts'
import { describeCopy } from './describe-copy.ts'
import { dropKept, keepOriginal } from './kept-for-duplicate.ts'
import { pinCopiedReferences } from './pin-copied-references.ts'
import { Refused } from './refusal.ts'
import { keepRequest, withRequestKey } from './request-key.ts'
import { requireCourse } from './require.ts'

export interface CopyWishes {
  readonly courseId: string
  readonly title: string
  readonly keepsAuthors: boolean
  readonly description?: string
  readonly playerLayout?: string
  readonly passingMark?: number | null
  /** Size, categories, cover, settings for publishing: these instead of the original's. */
  readonly details?: object
  readonly isDryRun?: boolean
  /** The same key again: the same new course (library §1.5 *A7*). */
  readonly requestKey?: string
}

/** A new course with the same Learning Objects (library §1.2). */
export function shareCourse(db: LibraryDb, actor: Actor, wishes: CopyWishes): Promise<Outcome<CopyReport>> {
  return copyCourse(db, actor, 'share', wishes)
}

/** A new course with Learning Objects of its own (library §1.2). */
export function duplicateCourse(db: LibraryDb, actor: Actor, wishes: CopyWishes): Promise<Outcome<CopyReport>> {
  return copyCourse(db, actor, 'duplicate', wishes)
}

function copyCourse(db: LibraryDb, actor: Actor, mode: CopyMode, wishes: CopyWishes): Promise<Outcome<CopyReport>> {
  const operation = mode === 'share' ? 'share course' : 'duplicate course'
  const { isDryRun = false, requestKey, ...inputs } = wishes
  return withRequestKey(db, { actor, operation, key: requestKey }, () =>
    carryOut(db, { actor, operation, courseId: null, inputs, isDryRun }, async step => {
      await requireCourse(step, wishes.courseId)
      if (requestKey !== undefined && !isDryRun) await keepRequest(step, requestKey)
      return copy(step, mode, wishes)
    }),
  )
}

async function copy(step: Step, mode: CopyMode, wishes: CopyWishes): Promise<CopyReport> {
  const { tx, changeId } = step
  await prepare(step)
  const batch = changeId
  const courseId = await insertCourse(step, mode, wishes)
  await copyStructure(step, { batch, from: wishes.courseId, to: courseId })
  if (mode === 'duplicate') {
    await keepOriginal(step, wishes.courseId)
    const objectIds = await listObjects(step, wishes.courseId)
    await copyObjects(step, { batch, objectIds, keepsStyles: false, keepsBatch: false })
  }
  await copyPlacements(step, { batch, from: wishes.courseId, to: courseId }, mode)
  await pinCopiedReferences(step, { batch, from: wishes.courseId, to: courseId }, mode)
  const authors = await copyAuthors(step, wishes, courseId)
  const given = { mode, batch, from: wishes.courseId, to: courseId }
  const checks = await checkCopy(step, given)
  const broken = checks.filter(({ offending }) => offending > 0)
  if (broken.length > 0) throw new Refused('not-whole', 'The copy would not have been whole; nothing was kept.', broken)
  const report = { ...(await describeCopy(step, given)), ...authors, checks }
  await sql`update change_log set course_id = ${courseId}, report = ${toJson(report)} where id = ${changeId}`.execute(
    tx,
  )
  await dropKept(step)
  return report
}

/**
 * The copy is undone as a whole: its rows need no journal of their own. Its statements are few and large, and the tables that it
 * keeps meanwhile have no statistics: told to sort and merge, the planner would take longer than by hashing.
 */
async function prepare({ tx }: Step): Promise<void> {
  await sql`
    select set_config('recourse.change', '', true), set_config('work_mem', '64MB', true), set_config('jit', 'off', true),
      set_config('enable_mergejoin', 'off', true), set_config('random_page_cost', '1.1', true)`.execute(tx)
}

/** What is copied where, and the name of the act that new ids derive from. */
export interface CopyPair {
  readonly batch: string
  readonly from: string
  readonly to: string
}

async function insertCourse({ tx, changeId }: Step, mode: CopyMode, wishes: CopyWishes): Promise<string> {
  const { courseId, title, description, playerLayout, passingMark, details } = wishes
  const given = { title, description, playerLayout, passingMark, details }
  const fields = requireFields(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)))
  const { rows } = await sql<{ id: string }>`
    insert into course (id, workspace_id, title, description, player_layout, passing_mark, details, copied_from, copied_by)
    select copied_id(${changeId}, id), workspace_id, ${fields.title}, coalesce(${fields.description ?? null}, description),
      coalesce(${fields.playerLayout ?? null}, player_layout),
      case when ${fields.passingMark === undefined} then passing_mark else ${fields.passingMark ?? null}::integer end,
      coalesce(${fields.details === undefined ? null : toJson(fields.details)}::jsonb, details), id, ${mode}
    from course where id = ${courseId} returning id`.execute(tx)
  return rows[0]?.id ?? ''
}

async function copyStructure({ tx }: Step, { batch, from, to }: CopyPair): Promise<void> {
  await sql`
    insert into course_module (id, workspace_id, course_id, position, name)
    select copied_id(${batch}, id), workspace_id, ${to}, position, name from course_module where course_id = ${from}`.execute(
    tx,
  )
  await sql`
    insert into course_style (id, workspace_id, course_id, key, name, definition, origin_style_id)
    select copied_id(${batch}, id), workspace_id, ${to}, key, name, definition, id
    from course_style where course_id = ${from}`.execute(tx)
}

async function listObjects({ tx }: Step, courseId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select learning_object_id as id from placement where course_id = ${courseId}`.execute(tx)
  return rows.map(({ id }) => id)
}

async function copyPlacements({ tx }: Step, { batch, from, to }: CopyPair, mode: CopyMode): Promise<void> {
  const isNew = mode === 'duplicate'
  await sql`
    insert into placement (id, workspace_id, course_id, module_id, learning_object_id, position)
    select copied_id(${batch}, id), workspace_id, ${to}, copied_id(${batch}, module_id),
      case when ${isNew} then copied_id(${batch}, learning_object_id) else learning_object_id end, position
    from placement where course_id = ${from}`.execute(tx)
}

async function copyAuthors(
  { tx, actor }: Step,
  wishes: CopyWishes,
  courseId: string,
): Promise<Pick<CopyReport, 'authors' | 'authorsLeftOut'>> {
  const { rows } = await sql<AuthorCandidate>`
    select p.id as "personId", p.role, p.deactivated_at is null as "isActive"
    from course_author a join person p on p.id = a.person_id where a.course_id = ${wishes.courseId}
    order by p.name, p.id`.execute(tx)
  const plan = planAuthors(rows, actor.personId, wishes.keepsAuthors)
  await sql`
    insert into course_author (workspace_id, course_id, person_id)
    select ${actor.workspaceId}, ${courseId}, unnest(${plan.authors}::uuid[])`.execute(tx)
  return { authors: plan.authors, authorsLeftOut: plan.leftOut }
}
