import type { TouchedRow } from '@recourse/core/library'
import { sql } from 'kysely'
import type { Step } from './carry-out.ts'
import { Refused } from './refusal.ts'
import { notYours, requireAuthor, requireCourse } from './require.ts'
import type { ChangeEntry } from './touched-rows.ts'

/**
 * Taking back is permitted like the operation itself (library §1.4, library §1.7 *Journal*): what a course has of its own to its
 * people; a Learning Object or page to the people of any course that shows it, or of every one if it is
 * protected; a library item to every author.
 */
export async function requireUndoRights(step: Step, entry: ChangeEntry, touched: readonly TouchedRow[]): Promise<void> {
  if (step.actor.role === 'administrator' && entry.courseId === null) return
  const shared = await readShared(step, touched)
  if (entry.courseId === null) requireAuthor(step)
  else if (shared.length === 0 || hasCourseRows(touched)) await requireAnyCourse(step, entry.courseId)
  else if (shared.some(({ isShownToActor }) => !isShownToActor)) await requireUnplaced(step, entry.courseId, shared)
  else requireAuthor(step)
  if (entry.operation === 'protect object') return requireAllAuthors(step, shared)
  if (step.actor.role !== 'administrator' && shared.some(waitsForOthers)) {
    throw new Refused(
      'protected',
      'A Learning Object of this is protected by now. Propose a change of its pages instead.',
    )
  }
}

function waitsForOthers({ isProtected, isShownToActor, isOnlyActors }: SharedObject): boolean {
  return isProtected && !(isShownToActor && isOnlyActors)
}

/** In the trash or not: whoever emptied a course may fill it again. */
async function requireAnyCourse(step: Step, courseId: string): Promise<void> {
  try {
    await requireCourse(step, courseId)
  } catch (error) {
    if (!(error instanceof Refused) || error.refusal.reason !== 'not-found') throw error
    await requireCourse(step, courseId, true)
  }
}

/** Pins belong to references, which keep their targets by them. */
function hasCourseRows(touched: readonly TouchedRow[]): boolean {
  return touched.some(({ table }) => !['page', 'learning_object', 'reference_pin'].includes(table))
}

interface SharedObject {
  readonly id: string
  readonly isProtected: boolean
  readonly isUnplaced: boolean
  readonly isShownToActor: boolean
  readonly isOnlyActors: boolean
}

/** Learning Objects that were there before the operation, and that it, or a page of them, was touched of. */
async function readShared({ tx, actor }: Step, touched: readonly TouchedRow[]): Promise<readonly SharedObject[]> {
  const ids = touched.flatMap(({ table, rowId, before, current }) => {
    if (table === 'learning_object') return before === null ? [] : [rowId]
    return table === 'page' ? [before?.learning_object_id, current?.learning_object_id].filter(id => id != null) : []
  })
  const made = new Set(
    touched.filter(({ table, before }) => table === 'learning_object' && before === null).map(({ rowId }) => rowId),
  )
  const { rows } = await sql<SharedObject>`
    select lo.id, lo.is_protected as "isProtected",
      not exists (select from placement pl where pl.learning_object_id = lo.id) as "isUnplaced",
      ${actor.role === 'administrator'} or exists (select from placement pl join course c on c.id = pl.course_id and c.trashed_at is null
        join course_author a on a.course_id = c.id and a.person_id = ${actor.personId}
        where pl.learning_object_id = lo.id) as "isShownToActor",
      ${actor.role === 'administrator'} or not exists (select from placement pl join course c on c.id = pl.course_id and c.trashed_at is null
        where pl.learning_object_id = lo.id and not exists
          (select from course_author a where a.course_id = c.id and a.person_id = ${actor.personId})) as "isOnlyActors"
    from learning_object lo where lo.id = any(${ids.map(String).filter(id => !made.has(id))}::uuid[])`.execute(tx)
  return rows
}

/** What no course shows any more is left to the people of the course where it was changed. */
async function requireUnplaced(step: Step, courseId: string, shared: readonly SharedObject[]): Promise<void> {
  if (shared.some(({ isShownToActor, isUnplaced }) => !isShownToActor && !isUnplaced)) throw notYours()
  await requireAnyCourse(step, courseId)
}

function requireAllAuthors({ actor }: Step, shared: readonly SharedObject[]): void {
  if (actor.role !== 'reviewer' && shared.every(({ isOnlyActors }) => isOnlyActors)) return
  throw new Refused(
    'protected',
    'Protection is lifted by an author of every course that holds this, or an administrator.',
  )
}

/** Whether protection may be lifted by this person alone. */
export async function requireLifting(step: Step, objectId: string): Promise<void> {
  const row = { table: 'learning_object', rowId: objectId, before: {}, after: {}, current: {} }
  requireAllAuthors(step, await readShared(step, [row]))
}
