import { pipeline } from 'node:stream/promises'
import { type ClientBase, escapeIdentifier } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { z } from 'zod'
import { type CatalogTable, toCopyTarget } from './catalog.ts'
import type { Backup } from './open-backup.ts'

const foreignKeys = z.array(z.object({ table: z.string(), name: z.string(), definition: z.string() }))

/**
 * Tables that refer to one another have no order to be filled in. Instead of asking the server to look away, which only a
 * superuser may, the foreign keys are taken off and put on again, which checks every row.
 */
export async function withoutForeignKeys(client: ClientBase, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query(`
    select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace and conparentid = 0`)
  const keys = foreignKeys.parse(rows)
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${name}`)
  await work()
  for (const { table, name, definition } of keys) {
    await client.query(`alter table ${table} add constraint ${name} ${definition}`)
  }
}

/** Answers how many rows came in. Triggers do not fire: what they did is in the rows. */
export async function loadTable(client: ClientBase, backup: Backup, table: CatalogTable): Promise<number> {
  const name = escapeIdentifier(table.name)
  await client.query(`alter table ${name} disable trigger user`)
  const copy = client.query(copyFrom(`copy ${toCopyTarget(table)} from stdin`))
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  await Promise.all([pipeline(readable, copy), backup.writeRows(table.name, writable)])
  await client.query(`alter table ${name} enable trigger user`)
  return copy.rowCount
}
