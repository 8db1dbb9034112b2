import { sql } from 'kysely'
import { type Actor, carryOut, type LibraryDb, type Outcome, type Step } from './carry-out.ts'
import { keepTargets } from './keep-targets.ts'
import { copyOne } from './objects.ts'
import { Refused } from './refusal.ts'
import { requireObject } from './require.ts'

interface ObjectPlace {
  readonly courseId: string
  readonly objectId: string
}

/** Makes a Learning Object separate here; it looks as before (library §1.3 *T26*). */
export function detachObject(db: LibraryDb, actor: Actor, place: ObjectPlace): Promise<Outcome<{ objectId: string }>> {
  const { courseId, objectId } = place
  return carryOut(db, { actor, operation: 'detach object', courseId, inputs: { objectId } }, async step => {
    const object = await requireObject(step, courseId, objectId)
    const copyId = await copyOne(step, { objectId, keepsStyles: true, keepsBatch: true })
    await point(step, object.placementId, copyId)
    await movePins(
      step,
      courseId,
      sql`select id, copied_id(${step.changeId}, id) from page where learning_object_id = ${objectId}`,
    )
    return { objectId: copyId }
  })
}

async function point({ tx }: Step, placementId: string, objectId: string): Promise<void> {
  await sql`update placement set learning_object_id = ${objectId} where id = ${placementId}`.execute(tx)
}

/** Pins of this course go along with the pages that they are of and lead to. */
async function movePins({ tx }: Step, courseId: string, pairs: ReturnType<typeof sql>): Promise<void> {
  await sql`
    with pair (old, new) as (${pairs})
    update reference_pin pin set page_id = coalesce((select new from pair where old = pin.page_id), pin.page_id),
      target_id = coalesce((select new from pair where old = pin.target_id), pin.target_id)
    where pin.course_id = ${courseId} and exists (select from pair where old in (pin.page_id, pin.target_id))`.execute(
    tx,
  )
}

/**
 * Back to the Learning Object it was made of, which may have moved on. One that was changed here needs `discardsMine`; it stays
 * among the unplaced ones (library §1.3 *T27*, library §1.7 *Detach*).
 */
export function reattachObject(
  db: LibraryDb,
  actor: Actor,
  { courseId, objectId, discardsMine = false }: ObjectPlace & { readonly discardsMine?: boolean },
): Promise<Outcome<{ objectId: string }>> {
  return carryOut(
    db,
    { actor, operation: 'reattach object', courseId, inputs: { objectId, discardsMine } },
    async step => {
      const object = await requireObject(step, courseId, objectId)
      const originId = await requireOrigin(step, courseId, objectId)
      if (!discardsMine && (await isChanged(step, objectId))) {
        const message = 'This Learning Object was changed here. Discard the changes, or keep it as one of its own.'
        throw new Refused('stale', message, { choices: ['discard mine', 'keep as new'] })
      }
      await keepTargets(step, [courseId], async () => {
        await movePins(
          step,
          courseId,
          sql`select id, origin_id from page where learning_object_id = ${objectId} and origin_id is not null`,
        )
        await point(step, object.placementId, originId)
      })
      return { objectId: originId }
    },
  )
}

async function requireOrigin({ tx }: Step, courseId: string, objectId: string): Promise<string> {
  const { rows } = await sql<{ originId: string; isHere: boolean }>`
    select o.id as "originId",
      exists (select from placement pl where pl.course_id = ${courseId} and pl.learning_object_id = o.id) as "isHere"
    from learning_object lo join learning_object o on o.id = lo.origin_id and o.trashed_at is null
    where lo.id = ${objectId}`.execute(tx)
  const origin = rows[0]
  if (origin === undefined) throw new Refused('not-found', 'This Learning Object was not made of another one.')
  if (origin.isHere)
    throw new Refused('already-there', 'This course holds the original too. Remove one of them instead.')
  return origin.originId
}

async function isChanged({ tx }: Step, objectId: string): Promise<boolean> {
  const { rows } = await sql`
    select from learning_object lo where lo.id = ${objectId} and (lo.current_revision_id <> lo.base_revision_id
      or exists (select from page p where p.learning_object_id = lo.id and p.current_revision_id is distinct from p.base_revision_id))`.execute(
    tx,
  )
  return rows.length > 0
}
