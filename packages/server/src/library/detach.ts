import { type RawBuilder, sql } from 'kysely'
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
    const pages = sql`select id, copied_id(${step.changeId}, id) from page where learning_object_id = ${objectId}`
    await exchange(step, { courseId, placementId: object.placementId, objectId: copyId, pages })
    return { objectId: copyId }
  })
}

interface Exchange {
  readonly courseId: string
  readonly placementId: string
  readonly objectId: string
  /** Each page with the one that takes its place. */
  readonly pages: RawBuilder<unknown>
}

/** Puts a Learning Object in the place of another one: links of and to its pages lead on (library §1.7). */
async function exchange(step: Step, { courseId, placementId, objectId, pages }: Exchange): Promise<void> {
  const { rows } = await sql<PagePair>`select * from (${pages}) pair (old, new)`.execute(step.tx)
  const work = async (): Promise<void> => {
    await movePins(step, courseId, rows)
    await sql`update placement set learning_object_id = ${objectId} where id = ${placementId}`.execute(step.tx)
  }
  await keepTargets(step, [courseId], work, new Map(rows.map(({ old, new: successor }) => [old, successor])))
}

interface PagePair {
  readonly old: string
  readonly new: string
}

/** Pins of this course go along with the pages that they are of and lead to, but in the place of another one. */
async function movePins({ tx }: Step, courseId: string, pairs: readonly PagePair[]): Promise<void> {
  await sql`
    with pair as (select * from jsonb_to_recordset(${JSON.stringify(pairs)}) as r (old uuid, new uuid)),
    moved as (
      select pin.id, coalesce(source.new, pin.page_id) as page_id, coalesce(target.new, pin.target_id) as target_id
      from reference_pin pin left join pair source on source.old = pin.page_id left join pair target on target.old = pin.target_id
      where pin.course_id = ${courseId} and (source.old is not null or target.old is not null)
    )
    update reference_pin pin set page_id = moved.page_id, target_id = moved.target_id from moved
    where pin.id = moved.id and not exists (select from reference_pin other where other.id <> pin.id
      and other.course_id = pin.course_id and other.page_id = moved.page_id and other.link_key = pin.link_key
      and other.stored_id = pin.stored_id)`.execute(tx)
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
      const pages = sql`select id, origin_id from page where learning_object_id = ${objectId} and origin_id is not null`
      await exchange(step, { courseId, placementId: object.placementId, objectId: originId, pages })
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

/** Its texts, its pages, what these say, or a Course Style of theirs that the origin's page does not have today. */
async function isChanged({ tx }: Step, objectId: string): Promise<boolean> {
  const { rows } = await sql`
    select from learning_object lo where lo.id = ${objectId} and (lo.current_revision_id <> lo.base_revision_id
      or exists (select from page p left join page o on o.id = p.origin_id where p.learning_object_id = lo.id
        and (p.current_revision_id is distinct from p.base_revision_id
          or (p.style_key is distinct from o.style_key and ${isRestyled}))))`.execute(tx)
  return rows.length > 0
}

/** Of a page `p`: its style is not the one that it was made with. */
const isRestyled = sql`exists (
  select from (select r.before ->> 'style_key' as style_key from change_row r
    where r.row_id = p.id and r.before ? 'style_key' order by r.sequence limit 1) made
  where made.style_key is distinct from p.style_key)`
