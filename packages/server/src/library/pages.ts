import { mergeObject, type PageContent } from '@recourse/core/library'
import { sql } from 'kysely'
import { type Actor, carryOut, type LibraryDb, type Outcome, type Step } from './carry-out.ts'
import { insertPageRevision, readObjectRevision, requirePageContent, reviseObject } from './content.ts'
import { coursesOf, keepTargets } from './keep-targets.ts'
import { Refused } from './refusal.ts'
import { type ObjectRow, type PageRow, requireOpenObject, requirePage } from './require.ts'
import { requireBase } from './require-base.ts'

/** Behind which page; `null`: first; left out: last. */
interface PageSpot {
  readonly courseId: string
  readonly objectId: string
  readonly after?: string | null
}

interface PagePlace {
  readonly courseId: string
  readonly pageId: string
}

/** library §1.3 *T03*. */
export function addPage(
  db: LibraryDb,
  actor: Actor,
  spot: PageSpot,
  content: PageContent,
): Promise<Outcome<{ pageId: string }>> {
  const { courseId, objectId } = spot
  return carryOut(db, { actor, operation: 'add page', courseId, inputs: { objectId } }, async step => {
    const object = await requireOpenObject(step, courseId, objectId)
    const revision = await insertPageRevision(step, requirePageContent(content))
    return { pageId: await insertPage(step, object, spot.after, sql`${revision}, null::text`) }
  })
}

async function insertPage(
  step: Step,
  object: ObjectRow,
  after: string | null | undefined,
  revisionAndStyle: ReturnType<typeof sql>,
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into page (workspace_id, learning_object_id, current_revision_id, style_key)
    select ${step.actor.workspaceId}, ${object.id}, r.revision::uuid, r.style from (select ${revisionAndStyle}) r (revision, style)
    returning id`.execute(step.tx)
  const pageId = rows[0]?.id ?? ''
  await reviseObject(step, object, { pageIds: insertInto(object.pageIds, pageId, after) })
  return pageId
}

function insertInto(ids: readonly string[], id: string, after: string | null | undefined): readonly string[] {
  const found = after === undefined ? -1 : ids.indexOf(after ?? '')
  const index = after === null ? 0 : found < 0 ? ids.length : found + 1
  return ids.toSpliced(index, 0, id)
}

/** From every course that shows it (library §1.3 *T02*). It stays for undo. */
export function deletePage(db: LibraryDb, actor: Actor, { courseId, pageId }: PagePlace): Promise<Outcome<null>> {
  return carryOut(db, { actor, operation: 'delete page', courseId, inputs: { pageId } }, async step => {
    const page = await requirePage(step, courseId, pageId)
    const object = await requireOpenObject(step, courseId, page.objectId)
    await reviseObject(step, object, { pageIds: object.pageIds.filter(id => id !== pageId) })
    await sql`update page set learning_object_id = null where id = ${pageId}`.execute(step.tx)
    return null
  })
}

/**
 * All pages in the order wanted (library §1.3 *T04*). `baseRevisionId`: of the Learning Object as it was seen; what somebody else
 * did to its pages meanwhile is merged with it, or the order is a choice (library §1.5 *A4*).
 */
export function reorderPages(
  db: LibraryDb,
  actor: Actor,
  spot: PageSpot,
  pageIds: readonly string[],
  baseRevisionId?: string,
): Promise<Outcome<null>> {
  const { courseId, objectId } = spot
  return carryOut(db, { actor, operation: 'reorder pages', courseId, inputs: { objectId } }, async step => {
    const object = await requireOpenObject(step, courseId, objectId)
    await reviseObject(step, object, { pageIds: await mergeOrder(step, object, pageIds, baseRevisionId) })
    return null
  })
}

async function mergeOrder(
  step: Step,
  object: ObjectRow,
  pageIds: readonly string[],
  baseRevisionId = object.revisionId,
): Promise<readonly string[]> {
  await requireBase(step, { table: 'learning_object', rowId: object.id, revisionId: baseRevisionId })
  const base = await readObjectRevision(step, baseRevisionId)
  if (!isSameSet(pageIds, base.pageIds)) {
    const message = 'Pages were added or deleted meanwhile. Look at the Learning Object again.'
    throw new Refused('stale', message, object.pageIds)
  }
  const merged = mergeObject(base, await readObjectRevision(step, object.revisionId), { ...base, pageIds })
  if (merged.ok) return merged.value.pageIds
  const message = 'Somebody else has put these pages into another order meanwhile. Look at it, then choose again.'
  throw new Refused('stale', message, merged.conflicts)
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && new Set([...a, ...b]).size === b.length
}

/** A new page, independent of the first (library §1.3 *T11*). */
export function copyPage(
  db: LibraryDb,
  actor: Actor,
  pageId: string,
  spot: PageSpot,
): Promise<Outcome<{ pageId: string }>> {
  const { courseId, objectId } = spot
  return carryOut(db, { actor, operation: 'copy page', courseId, inputs: { pageId, objectId } }, async step => {
    const page = await requirePage(step, courseId, pageId)
    const object = await requireOpenObject(step, courseId, objectId)
    const source = sql`current_revision_id, style_key from page where id = ${page.id}`
    return { pageId: await insertPage(step, object, spot.after, source) }
  })
}

interface PageMove extends PageSpot {
  readonly pageId: string
  /** Some courses lose the page by it, and that was said (library §1.3 *T09*, *T10*). */
  readonly leavesOthers?: boolean
}

/** Into another Learning Object of the course. A course that does not hold that one loses the page: that is asked first. */
export function movePage(db: LibraryDb, actor: Actor, move: PageMove): Promise<Outcome<null>> {
  const { courseId, pageId, objectId } = move
  return carryOut(db, { actor, operation: 'move page', courseId, inputs: { pageId, objectId } }, async step => {
    const page = await requirePage(step, courseId, pageId)
    const source = await requireOpenObject(step, courseId, page.objectId)
    const target = await requireOpenObject(step, courseId, objectId)
    if (move.leavesOthers !== true) await refuseLoss(step, source.id, target.id)
    await keepTargets(step, await coursesOf(step, target.id), () =>
      moveInto(step, { page, source, target, after: move.after }),
    )
    return null
  })
}

interface Movement {
  readonly page: PageRow
  readonly source: ObjectRow
  readonly target: ObjectRow
  readonly after: string | null | undefined
}

async function moveInto(step: Step, { page, source, target, after }: Movement): Promise<void> {
  await reviseObject(step, source, { pageIds: source.pageIds.filter(id => id !== page.id) })
  const { pageIds } = source.id === target.id ? { pageIds: source.pageIds.filter(id => id !== page.id) } : target
  await reviseObject(step, target, { pageIds: insertInto(pageIds, page.id, after) })
  await sql`update page set learning_object_id = ${target.id} where id = ${page.id}`.execute(step.tx)
}

async function refuseLoss({ tx }: Step, sourceId: string, targetId: string): Promise<void> {
  const { rows } = await sql<{ count: string }>`
    select count(*) from placement s join course c on c.id = s.course_id and c.trashed_at is null
    where s.learning_object_id = ${sourceId} and not exists
      (select from placement t where t.course_id = s.course_id and t.learning_object_id = ${targetId})`.execute(tx)
  const courses = Number(rows[0]?.count)
  if (courses === 0) return
  const message = `${courses} other ${courses === 1 ? 'course loses' : 'courses lose'} this page by the move. Copy the page instead, or confirm.`
  throw new Refused('confirm', message, { courses, choices: ['copy page', 'move anyway'] })
}
