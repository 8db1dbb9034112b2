import type { TouchedRow } from '@recourse/core/library'
import { sql } from 'kysely'
import type { Step } from './carry-out.ts'

/** Rows come back after what they need, and go before it. */
const order = [
  'course',
  'course_module',
  'course_style',
  'course_author',
  'learning_object',
  'page',
  'placement',
  'reference_pin',
]

export function rowOrder(rows: readonly TouchedRow[]): readonly TouchedRow[] {
  const rank = ({ table, before }: TouchedRow): number =>
    before === null ? 100 - order.indexOf(table) : order.indexOf(table)
  return [...rows].sort((a, b) => rank(a) - rank(b))
}

/** Sets back the fields that an operation set; a row it made goes, one it took away comes back. */
export async function restoreRow({ tx }: Step, { table, rowId, before, after }: TouchedRow): Promise<void> {
  const rows = sql.table(table)
  if (before === null) {
    await unmake(tx, table, rowId)
    return
  }
  const values = JSON.stringify(before)
  if (after === null) {
    await sql`insert into ${rows} select * from jsonb_populate_record(null::${rows}, ${values})`.execute(tx)
    return
  }
  const names = Object.keys(before).filter(name => name !== 'version')
  if (names.length === 0) return
  const list = sql.join(names.map(name => sql.ref(name)))
  await sql`
    update ${rows} set (${list}) = row(${sql.join(names.map(name => sql`r.${sql.ref(name)}`))})
    from jsonb_populate_record(null::${rows}, ${values}) r where ${rows}.id = ${rowId}`.execute(tx)
}

/** Revisions and journal go on naming pages, LOs and library items: those are put away. */
async function unmake(tx: Step['tx'], table: string, rowId: string): Promise<void> {
  switch (table) {
    case 'page':
      await sql`update page set learning_object_id = null where id = ${rowId}`.execute(tx)
      return
    case 'learning_object':
    case 'media_asset':
    case 'resource':
    case 'glossary_term':
      await sql`update ${sql.table(table)} set trashed_at = now() where id = ${rowId}`.execute(tx)
      return
    default:
      await sql`delete from ${sql.table(table)} where id = ${rowId}`.execute(tx)
  }
}

/** Where rows go that are put away, and come from again. */
const trashable: ReadonlySet<string> = new Set(['learning_object', 'media_asset', 'resource', 'glossary_term'])

/** Made by the operation, or brought back: it goes to the trash when that is undone. */
export function goesToTrash({ table, before }: TouchedRow): boolean {
  return trashable.has(table) && (before === null || (before.trashed_at ?? null) !== null)
}

/** What stands in the way of rows that are themselves as the operation left them: others need them, or took their place. */
export async function findObstacles({ tx }: Step, ready: readonly TouchedRow[]): Promise<readonly TouchedRow[]> {
  const ids = ready.map(({ rowId }) => rowId)
  const { rows } = await sql<{ id: string }>`
    with row as (select * from jsonb_to_recordset(${JSON.stringify(ready)}) as r ("table" text, "rowId" uuid, before jsonb, after jsonb))
    select "rowId" as id from row where "table" = 'course_module' and before is null
      and exists (select from placement pl where pl.module_id = "rowId" and not pl.id = any(${ids}::uuid[]))
    union all select "rowId" from row where "table" = 'learning_object' and before is null
      and exists (select from placement pl where pl.learning_object_id = "rowId" and not pl.id = any(${ids}::uuid[]))
    union all select "rowId" from row where "table" = 'placement' and before is not null
      and exists (select from placement pl where pl.id <> "rowId"
        and pl.course_id = (select coalesce(before ->> 'course_id', mine.course_id::text)::uuid from (select) x left join placement mine on mine.id = "rowId")
        and pl.learning_object_id = (before ->> 'learning_object_id')::uuid)
    union all select "rowId" from row where "table" = 'placement' and before ? 'module_id'
      and not exists (select from course_module m where m.id = (before ->> 'module_id')::uuid)
      and not (before ->> 'module_id')::uuid = any(${ids}::uuid[])
    union all select "rowId" from row where "table" = 'course_style' and after is null
      and exists (select from course_style s where s.course_id = (before ->> 'course_id')::uuid and s.key = before ->> 'key')
    union all select "rowId" from row where "table" = 'course_author' and after is null
      and exists (select from course_author a where a.course_id = (before ->> 'course_id')::uuid and a.person_id = (before ->> 'person_id')::uuid)`.execute(
    tx,
  )
  const blocked = new Set(rows.map(({ id }) => id))
  return ready.filter(({ rowId }) => blocked.has(rowId))
}
