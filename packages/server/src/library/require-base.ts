import { sql } from 'kysely'
import type { Step } from './carry-out.ts'
import { Refused } from './refusal.ts'

interface Base {
  readonly table: 'page' | 'learning_object'
  readonly rowId: string
  readonly revisionId: string
}

/** That a save began with a revision that the row itself has or had: another one is nobody's to merge with, or to be shown. */
export async function requireBase({ tx }: Step, { table, rowId, revisionId }: Base): Promise<void> {
  const { rows } = await sql`
    select from ${sql.table(table)} t where t.id = ${rowId} and (${revisionId}::uuid in (t.current_revision_id, t.base_revision_id)
      or exists (select from change_row c where c.row_id = t.id and c.row_table = ${table}
        and ${revisionId} in (c.before ->> 'current_revision_id', c.after ->> 'current_revision_id')))`.execute(tx)
  if (rows.length > 0) return
  throw new Refused(
    'invalid',
    'The version that this was made from is none of this. Open it again, and make the change there.',
  )
}
