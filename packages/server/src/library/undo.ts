import {
  findOperation,
  mergeObject,
  mergePage,
  planUndo,
  type Reach,
  type TouchedRow,
  type UndoPlan,
} from '@recourse/core/library'
import { sql } from 'kysely'
import { type Actor, carryOut, type LibraryDb, type Outcome, type Step } from './carry-out.ts'
import { insertObjectRevision, insertPageRevision, readObjectRevision, readPageRevision } from './content.ts'
import { readChangeReach } from './read-change-reach.ts'
import { Refused } from './refusal.ts'
import { requireUnneeded } from './require-unneeded.ts'
import { findObstacles, restoreRow, rowOrder } from './restore-row.ts'
import { type NamedRow, nameRows } from './row-names.ts'
import { type ChangeEntry, readEntry, readTouched } from './touched-rows.ts'
import { requireUndoRights } from './undo-rights.ts'

export interface Undone extends MovedOn {
  /** Courses that show what was taken back. */
  readonly reach: Reach
}

interface MovedOn {
  /** Rows left as they are, because they moved on. */
  readonly movedOn: readonly NamedRow[]
}

export interface UndoWishes {
  readonly changeId: string
  /** What moved on stays, the rest is undone; else it is all or nothing. */
  readonly takesTheRest?: boolean
  readonly isDryRun?: boolean
}

/** Takes an operation back in every course that shows it; an operation of its own (library §1.7 *Journal*). */
export async function undoChange(db: LibraryDb, actor: Actor, wishes: UndoWishes): Promise<Outcome<Undone>> {
  const { changeId, isDryRun = false } = wishes
  const entry = await readEntry(db, actor, changeId)
  if (entry === undefined) {
    return { ok: false, reason: 'not-found', message: 'There is no such change to undo.', details: null }
  }
  const act = {
    actor,
    operation: 'undo',
    courseId: entry.courseId,
    inputs: wishes,
    undoes: changeId,
    isDryRun,
  } as const
  return carryOut(db, act, async step => {
    const inverse = findOperation(entry.operation)?.inverse
    const touched = await readTouched(step, changeId)
    await requireUndoRights(step, entry, touched)
    await claim(step, changeId)
    if (inverse === 'none') throw final()
    const undone = await (inverse === 'trash' ? trashCopy(step, entry) : undoRows(step, touched, wishes))
    return { ...undone, reach: await readChangeReach(step) }
  })
}

function final(): Refused {
  return new Refused('moved-on', 'This cannot be taken back. A proposal is accepted or declined; another may be made.')
}

/** Two who undo the same at once: the later one sees, tried again, that it is done. */
async function claim({ tx, actor, changeId }: Step, undone: string): Promise<void> {
  const entry = await readEntry(tx, actor, undone)
  if (entry?.isUndone === true) throw new Refused('already-there', 'This was undone before. Undo that undoing instead.')
  await sql`update change_log set undoes = ${undone} where id = ${changeId}`.execute(tx)
}

async function trashCopy({ tx }: Step, { courseId }: ChangeEntry): Promise<MovedOn> {
  const { rows } = await sql`
    update course set trashed_at = now() where id = ${courseId} and trashed_at is null returning id`.execute(tx)
  if (rows.length === 0) throw new Refused('moved-on', 'The copy is in the trash already.')
  return { movedOn: [] }
}

async function undoRows(
  step: Step,
  touched: readonly TouchedRow[],
  { changeId, takesTheRest = false }: UndoWishes,
): Promise<MovedOn> {
  const plan = planUndo(touched)
  await requireUnneeded(step, changeId, plan.ready)
  const merged = await mergeRows(step, plan)
  const obstacles = await findObstacles(step, plan.ready)
  const movedOn = [...plan.movedOn, ...merged.movedOn, ...obstacles]
  const names = await nameRows(step.tx, movedOn)
  if (movedOn.length > 0 && !takesTheRest) {
    throw new Refused('moved-on', 'Some of this was changed since. Undo the rest, or nothing.', names)
  }
  const ready = [...plan.ready, ...merged.rows].filter(row => !obstacles.includes(row))
  if (movedOn.length > 0 && ready.length === 0) {
    throw new Refused('moved-on', 'All of this was changed since: nothing of it is left to undo.', names)
  }
  for (const row of rowOrder(withoutPagesOfUnmade(ready))) await restoreRow(step, row)
  await requireWhole(step)
  return { movedOn: names }
}

/** A Learning Object that goes as it came takes its pages along. */
function withoutPagesOfUnmade(rows: readonly TouchedRow[]): readonly TouchedRow[] {
  const unmade = new Set<unknown>(
    rows.filter(({ table, before }) => table === 'learning_object' && before === null).map(({ rowId }) => rowId),
  )
  return rows.filter(
    ({ table, before, after }) => table !== 'page' || before !== null || !unmade.has(after?.learning_object_id),
  )
}

interface MergedRows {
  readonly rows: readonly TouchedRow[]
  readonly movedOn: readonly TouchedRow[]
}

async function mergeRows(step: Step, { toMerge }: UndoPlan): Promise<MergedRows> {
  const rows: TouchedRow[] = []
  const movedOn: TouchedRow[] = []
  for (const row of toMerge) {
    const revision = await mergeRevision(step, row)
    if (revision === undefined) movedOn.push(row)
    else rows.push({ ...row, before: { ...row.before, current_revision_id: revision } })
  }
  return { rows, movedOn }
}

/** Base is what the operation left, ours what there is now, theirs what there was before. */
async function mergeRevision(step: Step, { table, before, after, current }: TouchedRow): Promise<string | undefined> {
  const id = (fields: TouchedRow['before']): string => String(fields?.current_revision_id)
  if (table === 'page') {
    const [base, ours, theirs] = [
      await readPageRevision(step, id(after)),
      await readPageRevision(step, id(current)),
      await readPageRevision(step, id(before)),
    ]
    const merged = mergePage(base, ours, theirs)
    return merged.ok ? insertPageRevision(step, merged.value) : undefined
  }
  const [base, ours, theirs] = [
    await readObjectRevision(step, id(after)),
    await readObjectRevision(step, id(current)),
    await readObjectRevision(step, id(before)),
  ]
  const merged = mergeObject(base, ours, theirs)
  return merged.ok ? insertObjectRevision(step, merged.value) : undefined
}

/** A page stands in the Learning Object that lists it, the one that it left included, or what was to be undone is not. */
async function requireWhole({ tx, changeId }: Step): Promise<void> {
  const { rows } = await sql`
    with object as (
      select row_id as id from change_row where change_id = ${changeId} and row_table = 'learning_object'
      union select p.learning_object_id from change_row t join page p on p.id = t.row_id
        where t.change_id = ${changeId} and t.row_table = 'page'
      union select (before ->> 'learning_object_id')::uuid from change_row
        where change_id = ${changeId} and row_table = 'page' and before ->> 'learning_object_id' is not null
    )
    select from object o join learning_object lo on lo.id = o.id
    join learning_object_revision r on r.id = lo.current_revision_id
    where array(select unnest(r.page_ids) order by 1) <> array(select id from page where learning_object_id = lo.id order by 1)`.execute(
    tx,
  )
  if (rows.length > 0) throw new Refused('moved-on', 'Its pages were moved since: this can no longer be undone.')
}
