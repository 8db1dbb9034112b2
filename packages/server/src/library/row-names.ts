import { type RawBuilder, sql } from 'kysely'
import type { LibraryDb } from './carry-out.ts'

/** What people call a row of the journal `t`: as it was before, else after, else as it is or last was. */
export function rowName(t: RawBuilder<unknown>): RawBuilder<string | null> {
  const page = fieldOf(t, 'current_revision_id', sql`page`)
  const object = fieldOf(t, 'current_revision_id', sql`learning_object`)
  const placed = fieldOf(t, 'learning_object_id', sql`placement`)
  return sql`case ${t}.row_table
    when 'page' then (select r.title from page_revision r where r.id = ${page}::uuid)
    when 'learning_object' then (select r.name from learning_object_revision r where r.id = ${object}::uuid)
    when 'placement' then (select r.name from learning_object o join learning_object_revision r
      on r.id = o.current_revision_id where o.id = ${placed}::uuid)
    when 'course_author' then (select w.name from person w where w.id = ${fieldOf(t, 'person_id', sql`course_author`)}::uuid)
    when 'course_module' then ${fieldOf(t, 'name', sql`course_module`)}
    when 'course_style' then ${fieldOf(t, 'name', sql`course_style`)}
    when 'media_asset' then ${fieldOf(t, 'name', sql`media_asset`)}
    when 'resource' then ${fieldOf(t, 'name', sql`resource`)}
    when 'glossary_term' then ${fieldOf(t, 'name', sql`glossary_term`)}
  end`
}

/** A row that went has its last value in the entry of its going. */
function fieldOf(t: RawBuilder<unknown>, field: string, table: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql`coalesce(${t}.before ->> ${sql.lit(field)}, ${t}.after ->> ${sql.lit(field)},
    (select to_jsonb(now_) ->> ${sql.lit(field)} from ${table} now_ where now_.id = ${t}.row_id),
    (select last_.before ->> ${sql.lit(field)} from change_row last_
      where last_.row_id = ${t}.row_id and last_.before ? ${sql.lit(field)} order by last_.sequence desc limit 1))`
}

export interface NamedRow {
  readonly table: string
  readonly rowId: string
  /** `null`: it has none, as a place in an order. */
  readonly name: string | null
}

/** The same rows, with what people call them now. */
export async function nameRows(
  db: LibraryDb,
  rows: readonly { readonly table: string; readonly rowId: string }[],
): Promise<readonly NamedRow[]> {
  if (rows.length === 0) return []
  const found = await sql<NamedRow>`
    select t.row_table as "table", t.row_id as "rowId", ${rowName(sql`t`)} as name
    from (select r."table" as row_table, r."rowId" as row_id, null::jsonb as before, null::jsonb as after, n
      from rows from (jsonb_to_recordset(${JSON.stringify(rows)}) as ("table" text, "rowId" uuid)) with ordinality
        as r ("table", "rowId", n)) t order by t.n`.execute(db)
  return found.rows
}
