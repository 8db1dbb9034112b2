import { type ClientBase, escapeIdentifier, escapeLiteral } from 'pg'
import { DatabaseError } from '../database-error.ts'
import { applyMigration, findPending, inTransaction, lockTables, readApplied } from '../migrate.ts'
import type { Migration } from '../migrations.ts'
import { type CatalogTable, readEveryTable, readTables } from './catalog.ts'
import { loadTable, withoutForeignKeys } from './loading.ts'
import type { Backup } from './open-backup.ts'

/** All of it or nothing, into an empty database; then up to date. */
export async function restoreBackup(
  client: ClientBase,
  backup: Backup,
  migrations: readonly Migration[],
  signal?: AbortSignal,
): Promise<void> {
  const later = findPending(backup.manifest.migrations, migrations)
  await inTransaction(client, async () => {
    await lockTables(client)
    await requireEmpty(client)
    await applyUpTo(client, migrations, backup.manifest.migrations.length)
    await load(client, backup, signal)
    for (const migration of later) await applyMigration(client, migration)
  })
  await client.query('analyze')
}

async function requireEmpty(client: ClientBase): Promise<void> {
  for (const table of await readEveryTable(client)) {
    const { rowCount } = await client.query(`select from ${table} limit 1`)
    if (rowCount !== 0) throw notEmpty(table)
  }
}

function notEmpty(table: string): DatabaseError {
  const message = `The database is not empty: there are rows in ${table}.`
  const next = 'Restore into another one: set RECOURSE_DATA to a new folder, or DATABASE_URL to a new database.'
  return new DatabaseError('schema', message, next)
}

async function applyUpTo(client: ClientBase, migrations: readonly Migration[], version: number): Promise<void> {
  const applied = await readApplied(client)
  if (applied.length > version) {
    const message = `The database has tables of schema ${applied.length} already; the backup is of schema ${version}.`
    throw new DatabaseError('schema', message, 'Restore into a database without tables.')
  }
  for (const migration of findPending(applied, migrations.slice(0, version))) await applyMigration(client, migration)
}

async function load(client: ClientBase, backup: Backup, signal?: AbortSignal): Promise<void> {
  const { tables, sequences } = backup.manifest
  const here = await readTables(client)
  requireSame(here, tables)
  await withoutForeignKeys(client, async () => {
    if (here.length > 0) await client.query(`truncate ${here.map(({ name }) => escapeIdentifier(name)).join(', ')}`)
    for (const table of tables) {
      signal?.throwIfAborted()
      const count = await loadTable(client, backup, table)
      if (count !== table.rows) throw damaged(`${table.name} has ${count} rows instead of ${table.rows}`)
    }
  })
  for (const { name, last } of sequences) {
    await client.query(`select setval(${escapeLiteral(escapeIdentifier(name))}, $1)`, [last])
  }
}

/** A migration that is the same makes the same tables, unless somebody has changed them by hand. */
function requireSame(here: readonly CatalogTable[], there: readonly CatalogTable[]): void {
  const words = (tables: readonly CatalogTable[]) =>
    tables.map(({ name, columns }) => `${name} (${columns.toSorted().join(', ')})`).sort()
  const known = new Set(words(here))
  const odd = words(there).find(table => !known.has(table))
  if (odd !== undefined || here.length !== there.length) throw damaged(`its tables are not those of its schema: ${odd}`)
}

function damaged(why: string): DatabaseError {
  const message = `The backup cannot be restored: ${why}. Nothing was kept.`
  return new DatabaseError('file', message, 'Use another backup.')
}
