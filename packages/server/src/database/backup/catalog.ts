import { type ClientBase, escapeIdentifier } from 'pg'
import { z } from 'zod'

/** A table of ours, and its columns that hold something of their own. */
export interface CatalogTable {
  readonly name: string
  readonly columns: readonly string[]
}

const tables = z.array(z.object({ name: z.string(), columns: z.array(z.string()) }))

/** Without the ledger of migrations, which is not data. */
export async function readTables(client: ClientBase): Promise<readonly CatalogTable[]> {
  const { rows } = await client.query(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relpersistence = 'p'
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and c.relname <> 'schema_migration'
    group by c.oid, c.relname order by c.relname`)
  return tables.parse(rows)
}

const sequences = z.array(z.object({ name: z.string(), last: z.string() }))

/** Those that have given out a number. */
export async function readSequences(client: ClientBase) {
  const { rows } = await client.query(`
    select sequencename as name, last_value::text as last from pg_sequences
    where schemaname = current_schema() and last_value is not null order by sequencename`)
  return sequences.parse(rows)
}

/** `"table" ("a", "b")` */
export function toCopyTarget({ name, columns }: CatalogTable): string {
  return `${escapeIdentifier(name)} (${columns.map(escapeIdentifier).join(', ')})`
}

const names = z.array(z.object({ name: z.string() })).transform(rows => rows.map(({ name }) => name))

/** Every table anywhere that is not the server's own, written so that it can be asked. */
export async function readEveryTable(client: ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'f', 'm') and n.nspname not in ('pg_catalog', 'information_schema')
      and n.nspname not like 'pg\\_%' and c.relname <> 'schema_migration'
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by 1`)
  return names.parse(rows)
}
