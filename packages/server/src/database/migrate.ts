import type { ClientBase } from 'pg'
import { z } from 'zod'
import { DatabaseError } from './database-error.ts'
import type { Migration } from './migrations.ts'

/** A migration that the database has had. */
export interface AppliedMigration {
  readonly version: number
  readonly name: string
  readonly checksum: string
}

/** Any number, the same in every Recourse: whoever holds it changes the tables. */
const LOCK = 727_305_001

const row = z.object({ version: z.number(), name: z.string(), checksum: z.string() })

/**
 * Brings the tables up to date, each migration in a transaction of its own, and answers which ones were applied. Two at
 * once wait for each other. A database that a newer Recourse has changed, or whose migrations were others, is left alone.
 */
export async function migrate(client: ClientBase, migrations: readonly Migration[]): Promise<readonly Migration[]> {
  await client.query('select pg_advisory_lock($1)', [LOCK])
  try {
    const pending = findPending(await readApplied(client), migrations)
    for (const migration of pending) await inTransaction(client, () => applyMigration(client, migration))
    return pending
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK])
  }
}

/** Until the caller's transaction ends. */
export async function lockTables(client: ClientBase): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1)', [LOCK])
}

/** In the caller's transaction. */
export async function applyMigration(client: ClientBase, migration: Migration): Promise<void> {
  const { version, name, checksum } = migration
  await client.query(LEDGER)
  try {
    await client.query(migration.sql)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    const message = `Migration ${version} (${name}) could not be applied: ${reason}.`
    throw new DatabaseError('schema', message, 'Nothing of it was kept.', { cause })
  }
  await client.query('insert into schema_migration (version, name, checksum) values ($1, $2, $3)', [
    version,
    name,
    checksum,
  ])
}

const LEDGER = `
create table if not exists schema_migration (
  version integer primary key,
  name text not null,
  checksum text not null,
  applied_at timestamptz not null default now()
)`

export async function readApplied(client: ClientBase): Promise<readonly AppliedMigration[]> {
  const ledger = await client.query(`select to_regclass('schema_migration') is not null as exists`)
  if (!z.tuple([z.object({ exists: z.boolean() })]).parse(ledger.rows)[0].exists) return []
  const { rows } = await client.query('select version, name, checksum from schema_migration order by version')
  return z.array(row).parse(rows)
}

/** Throws where what was applied is not the beginning of what this Recourse has. */
export function findPending(
  applied: readonly AppliedMigration[],
  migrations: readonly Migration[],
): readonly Migration[] {
  applied.forEach((found, index) => {
    const known = migrations[index]
    if (known === undefined) throw newer(found, migrations.length)
    if (known.version !== found.version || known.checksum !== found.checksum) throw edited(found)
  })
  return migrations.slice(applied.length)
}

function newer({ version, name }: AppliedMigration, known: number): DatabaseError {
  const message = `The database is at schema ${version} (${name}); this Recourse knows ${known}.`
  return new DatabaseError('schema', message, 'A newer Recourse has used it: use that one.')
}

function edited({ version, name }: AppliedMigration): DatabaseError {
  const message = `Migration ${version} (${name}) of the database is not the one that this Recourse brings.`
  return new DatabaseError('schema', message, 'Use the Recourse that made this database, or another database.')
}

export async function inTransaction<T>(client: ClientBase, work: () => Promise<T>, begin = 'begin'): Promise<T> {
  await client.query(begin)
  try {
    const result = await work()
    await client.query('commit')
    return result
  } catch (error) {
    // A connection that broke has rolled back by itself, and says nothing of interest.
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}
