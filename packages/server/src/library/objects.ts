import { mergeObject, type ObjectContent } from '@recourse/core/library'
import { sql } from 'kysely'
import { type Actor, carryOut, type LibraryDb, type Outcome, type Step } from './carry-out.ts'
import { insertObjectRevision, objectContent, readObjectRevision, reviseObject } from './content.ts'
import { copyObjects } from './copy-objects.ts'
import { keepTargets } from './keep-targets.ts'
import { type After, placeInModule } from './positions.ts'
import { Refused } from './refusal.ts'
import { requireCourse, requireModule, requireObject, requireOpenObject } from './require.ts'
import { requireBase } from './require-base.ts'
import { requireLifting } from './undo-rights.ts'
import { isUnplaced } from './unplaced.ts'

export interface Spot {
  readonly courseId: string
  readonly moduleId: string
  readonly after?: After
}

export type ObjectTexts = Omit<ObjectContent, 'pageIds'>

/** A Learning Object of this course alone (library §1.3 *T15*). */
export function createObject(
  db: LibraryDb,
  actor: Actor,
  spot: Spot,
  given: Partial<ObjectTexts> & Pick<ObjectTexts, 'name'>,
): Promise<Outcome<{ objectId: string }>> {
  const { courseId } = spot
  return carryOut(db, { actor, operation: 'create object', courseId, inputs: { name: given.name } }, async step => {
    await requireCourse(step, courseId)
    const content = {
      objective: '',
      keywords: [],
      reviewExercise: '',
      questionMode: 'all',
      questions: [],
      ...given,
      pageIds: [],
    }
    requireContent(content)
    const revision = await insertObjectRevision(step, content)
    const { rows } = await sql<{ id: string }>`
      insert into learning_object (workspace_id, current_revision_id, created_by)
      values (${actor.workspaceId}, ${revision}, ${actor.personId}) returning id`.execute(step.tx)
    const objectId = rows[0]?.id ?? ''
    await place(step, spot, objectId)
    return { objectId }
  })
}

function requireContent(content: ObjectContent): void {
  if (objectContent.safeParse(content).success) return
  throw new Refused('invalid', 'A Learning Object needs a name. Give it one.')
}

async function place(step: Step, { courseId, moduleId, after }: Spot, objectId: string): Promise<void> {
  await requireModule(step, courseId, moduleId)
  const position = await placeInModule(step, moduleId, after)
  await sql`
    insert into placement (workspace_id, course_id, module_id, learning_object_id, position)
    values (${step.actor.workspaceId}, ${courseId}, ${moduleId}, ${objectId}, ${position})`.execute(step.tx)
}

/** The object itself (library §1.3 *T21*, *T22*), one that is unplaced included. */
export function insertShared(db: LibraryDb, actor: Actor, spot: Spot, objectId: string): Promise<Outcome<null>> {
  const { courseId } = spot
  return carryOut(db, { actor, operation: 'insert shared', courseId, inputs: { objectId } }, async step => {
    await requireCourse(step, courseId)
    await requireReadable(step, objectId)
    const { rows } = await sql`
      select id from placement where course_id = ${courseId} and learning_object_id = ${objectId}`.execute(step.tx)
    if (rows.length > 0) {
      const message = 'This course holds that Learning Object already. Insert a duplicate of it instead.'
      throw new Refused('already-there', message, { choices: ['insert duplicate'] })
    }
    await keepTargets(step, [courseId], async () => {
      await place(step, spot, objectId)
      await wakeLinks(step, courseId, objectId)
    })
    return null
  })
}

/** What led to a page that is no longer here leads to the one it names, now that this one comes in (library §1.7). */
async function wakeLinks({ tx }: Step, courseId: string, objectId: string): Promise<void> {
  await sql`
    update reference_pin pin set target_id = pin.stored_id from page p
    where pin.course_id = ${courseId} and p.id = pin.stored_id and p.learning_object_id = ${objectId} and not exists
      (select from page target join placement pl on pl.learning_object_id = target.learning_object_id
        where target.id = pin.target_id and pl.course_id = ${courseId})`.execute(tx)
}

/** A new object like it (library §1.3 *T23*). */
export function insertDuplicate(
  db: LibraryDb,
  actor: Actor,
  spot: Spot,
  objectId: string,
): Promise<Outcome<{ objectId: string }>> {
  const { courseId } = spot
  return carryOut(db, { actor, operation: 'insert duplicate', courseId, inputs: { objectId } }, async step => {
    await requireCourse(step, courseId)
    await requireReadable(step, objectId)
    return keepTargets(step, [courseId], async () => {
      const copyId = await copyOne(step, { objectId, keepsStyles: false, keepsBatch: false })
      await place(step, spot, copyId)
      return { objectId: copyId }
    })
  })
}

/** The copy's id. */
export async function copyOne(
  step: Step,
  { objectId, keepsStyles, keepsBatch }: { objectId: string; keepsStyles: boolean; keepsBatch: boolean },
): Promise<string> {
  await copyObjects(step, { batch: step.changeId, objectIds: [objectId], keepsStyles, keepsBatch })
  const { rows } = await sql<{ id: string }>`select copied_id(${step.changeId}, ${objectId}) as id`.execute(step.tx)
  return rows[0]?.id ?? ''
}

/** Of a course of the actor's, in the trash or not, or unplaced. */
async function requireReadable({ tx, actor }: Step, objectId: string): Promise<void> {
  const { rows } = await sql`
    select lo.id from learning_object lo where lo.id = ${objectId} and lo.workspace_id = ${actor.workspaceId}
      and (${actor.role === 'administrator'}
        or ${isUnplaced(sql`lo.id`)}
        or exists (select from placement pl join course_author a on a.course_id = pl.course_id
          where pl.learning_object_id = lo.id and a.person_id = ${actor.personId}))`.execute(tx)
  if (rows.length === 0) throw new Refused('not-found', 'There is no such Learning Object in a course of yours.')
}

/** Within its module or to another one of this course (library §1.3 *T20*). */
export function moveObject(db: LibraryDb, actor: Actor, spot: Spot, objectId: string): Promise<Outcome<null>> {
  const { courseId, moduleId, after } = spot
  return carryOut(
    db,
    { actor, operation: 'move object', courseId, inputs: { objectId, moduleId, after } },
    async step => {
      const object = await requireObject(step, courseId, objectId)
      await requireModule(step, courseId, moduleId)
      const position = await placeInModule(step, moduleId, after)
      await sql`
      update placement set module_id = ${moduleId}, position = ${position} where id = ${object.placementId}`.execute(
        step.tx,
      )
      return null
    },
  )
}

/**
 * Out of this course; what no course out of the trash holds then is among the unplaced ones (library §1.3 *T14*, *T44*).
 * Links into it lead nowhere until it is put back (library §1.5 *A9*).
 */
export function removeObject(
  db: LibraryDb,
  actor: Actor,
  courseId: string,
  objectId: string,
): Promise<Outcome<{ isUnplaced: boolean }>> {
  return carryOut(db, { actor, operation: 'remove object', courseId, inputs: { objectId } }, async step => {
    const object = await requireObject(step, courseId, objectId)
    await keepTargets(step, [courseId], () =>
      sql`delete from placement where id = ${object.placementId}`.execute(step.tx),
    )
    const { rows } = await sql<{ isUnplaced: boolean }>`
      select ${isUnplaced(sql`lo.id`)} as "isUnplaced" from learning_object lo where lo.id = ${objectId}`.execute(
      step.tx,
    )
    return { isUnplaced: rows[0]?.isUnplaced === true }
  })
}

export interface ObjectEdit {
  readonly courseId: string
  readonly objectId: string
  /** The revision that was edited. */
  readonly baseRevisionId: string
  readonly content: ObjectTexts
}

/** Name, objective, keywords, exercise, questions; merged with what somebody else saved meanwhile. */
export function editObject(db: LibraryDb, actor: Actor, edit: ObjectEdit): Promise<Outcome<null>> {
  const { courseId, objectId, baseRevisionId } = edit
  return carryOut(db, { actor, operation: 'edit object', courseId, inputs: { objectId } }, async step => {
    const object = await requireOpenObject(step, courseId, objectId)
    await requireBase(step, { table: 'learning_object', rowId: objectId, revisionId: baseRevisionId })
    const base = await readObjectRevision(step, baseRevisionId)
    const theirs = { ...edit.content, pageIds: base.pageIds }
    requireContent(theirs)
    const merged = mergeObject(base, await readObjectRevision(step, object.revisionId), theirs)
    if (!merged.ok) {
      throw new Refused('stale', 'Somebody else has changed this meanwhile. Choose which is to stay.', merged.conflicts)
    }
    await reviseObject(step, { id: objectId, revisionId: object.revisionId }, merged.value)
    return null
  })
}

export function protectObject(
  db: LibraryDb,
  actor: Actor,
  place: { readonly courseId: string; readonly objectId: string },
  isProtected: boolean,
): Promise<Outcome<null>> {
  const { courseId, objectId } = place
  return carryOut(
    db,
    { actor, operation: 'protect object', courseId, inputs: { objectId, isProtected } },
    async step => {
      await requireObject(step, courseId, objectId)
      if (!isProtected) await requireLifting(step, objectId)
      await sql`update learning_object set is_protected = ${isProtected} where id = ${objectId}`.execute(step.tx)
      return null
    },
  )
}
