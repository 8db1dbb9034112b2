import type { TouchedRow } from '@recourse/core/library'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor, LibraryDb, Step } from './carry-out.ts'

export interface ChangeEntry {
  readonly operation: string
  readonly courseId: string | null
  readonly isUndone: boolean
}

export async function readEntry(db: LibraryDb, actor: Actor, changeId: string): Promise<ChangeEntry | undefined> {
  const { rows } = await sql<ChangeEntry>`
    select c.operation, c.course_id as "courseId",
      exists (select from change_log u where u.undoes = c.id) as "isUndone"
    from change_log c where c.id = ${changeId} and c.workspace_id = ${actor.workspaceId}`.execute(db)
  return rows[0]
}

const fields = z.record(z.string(), z.unknown()).nullable()
const touched = z.object({ table: z.string(), rowId: z.string(), before: fields, after: fields })

/** Each row once: as it was before the operation, as it was after, as it is. */
export async function readTouched(step: Step, changeId: string): Promise<readonly TouchedRow[]> {
  const { rows } = await sql`
    select row_table as "table", row_id as "rowId", before, after from change_row
    where change_id = ${changeId} order by sequence`.execute(step.tx)
  const byRow = new Map<string, z.infer<typeof touched>>()
  for (const row of z.array(touched).parse(rows)) {
    const key = `${row.table} ${row.rowId}`
    byRow.set(key, join(byRow.get(key), row))
  }
  const current = await readCurrent(step, [...byRow.values()])
  return [...byRow.values()]
    .filter(({ before, after }) => before !== null || after !== null)
    .map(row => ({ ...row, current: current.get(`${row.table} ${row.rowId}`) ?? null }))
}

type Touched = z.infer<typeof touched>

/** Two changes of one row by one operation are one: the earliest before, the latest after. */
function join(first: Touched | undefined, second: Touched): Touched {
  if (first === undefined) return second
  const { before } = first
  if (second.after === null) return { ...second, before: before === null ? null : { ...second.before, ...before } }
  if (before === null) return { ...second, before: null, after: { ...first.after, ...second.after } }
  return { ...second, before: { ...second.before, ...before }, after: { ...first.after, ...second.after } }
}

async function readCurrent(
  { tx }: Step,
  rows: readonly Touched[],
): Promise<ReadonlyMap<string, Record<string, unknown>>> {
  const found = new Map<string, Record<string, unknown>>()
  for (const table of new Set(rows.map(row => row.table))) {
    const ids = rows.filter(row => row.table === table).map(({ rowId }) => rowId)
    const answer = await sql<{ id: string; row: Record<string, unknown> }>`
      select t.id, to_jsonb(t) as row from ${sql.table(table)} t where t.id = any(${ids}::uuid[])`.execute(tx)
    for (const { id, row } of answer.rows) found.set(`${table} ${id}`, row)
  }
  return found
}
