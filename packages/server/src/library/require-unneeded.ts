import type { ItemKind, TouchedRow } from '@recourse/core/library'
import { sql } from 'kysely'
import type { Step } from './carry-out.ts'
import { requireUnused } from './items.ts'
import { Refused } from './refusal.ts'
import { goesToTrash } from './restore-row.ts'
import { nameRows } from './row-names.ts'

const kinds: ReadonlyMap<string, ItemKind> = new Map([
  ['media_asset', 'media'],
  ['resource', 'resource'],
  ['glossary_term', 'term'],
])

/**
 * What an undoing puts into the trash is needed by nobody: an item of the library is on no page (library §1.3 *T32*), and a
 * Learning Object holds nothing that was done since the change, for that would go with it (library §1.7 *Journal*).
 */
export async function requireUnneeded(step: Step, changeId: string, ready: readonly TouchedRow[]): Promise<void> {
  const going = ready.filter(goesToTrash)
  for (const { table, rowId } of going) {
    const kind = kinds.get(table)
    const instead = 'Delete it in the library, and choose there what they are to show.'
    if (kind !== undefined) await requireUnused(step, { kind, itemId: rowId }, instead)
  }
  const changed = await listChangedSince(step, changeId, going, ready)
  if (changed.length === 0) return
  const message = 'This brought a Learning Object that was worked on since. Take it out of the course instead.'
  throw new Refused('moved-on', message, await nameRows(step.tx, changed))
}

interface ChangedRow {
  readonly table: string
  readonly rowId: string
}

/** Learning Objects among those that go, and their pages, but what is again as the change made it. */
async function listChangedSince(
  { tx }: Step,
  changeId: string,
  going: readonly TouchedRow[],
  ready: readonly TouchedRow[],
): Promise<readonly ChangedRow[]> {
  const objectIds = going.filter(({ table }) => table === 'learning_object').map(({ rowId }) => rowId)
  if (objectIds.length === 0) return []
  const asMade = ready.filter(({ before }) => before === null).map(({ rowId }) => rowId)
  const { rows } = await sql<ChangedRow>`
    with row as (
      select 'learning_object' as "table", id from learning_object where id = any(${objectIds}::uuid[])
      union all select 'page', id from page where learning_object_id = any(${objectIds}::uuid[])
    )
    select "table", id as "rowId" from row where not id = any(${asMade}::uuid[]) and exists (select from change_row later
      where later.row_id = row.id and later.sequence > (select max(sequence) from change_row where change_id = ${changeId}))
    order by "table", id`.execute(tx)
  return rows
}
