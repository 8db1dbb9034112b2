import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type ClientBase, escapeIdentifier } from 'pg'
import { z } from 'zod'
import { readTables } from './backup/catalog.ts'
import { toDataFolder } from './data-folder.ts'
import { findPending, readApplied } from './migrate.ts'
import { type Migration, readMigrations } from './migrations.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Tables as they stand. */
export interface DatabaseStatus {
  readonly bytes: number
  /** Migrations that the tables have had. */
  readonly schema: number
  /** Migrations that are to come. */
  readonly pending: readonly Migration[]
  readonly tables: readonly { readonly name: string; readonly rows: number }[]
}

/** The data folder, where there is no embedded database in it yet; looking makes none. */
export function findMissing(env: Environment): string | undefined {
  const folder = toDataFolder(env)
  const isOwn = env.DATABASE_URL !== undefined && env.DATABASE_URL !== ''
  return isOwn || existsSync(join(folder, 'postgres')) ? undefined : folder
}

const size = z.tuple([z.object({ bytes: z.coerce.number() })])
const count = z.tuple([z.object({ rows: z.coerce.number() })])

export async function readStatus(client: ClientBase): Promise<DatabaseStatus> {
  const applied = await readApplied(client)
  const [{ bytes }] = size.parse((await client.query('select pg_database_size(current_database()) as bytes')).rows)
  const tables = []
  for (const { name } of await readTables(client)) {
    const answer = await client.query(`select count(*) as rows from ${escapeIdentifier(name)}`)
    tables.push({ name, rows: count.parse(answer.rows)[0].rows })
  }
  return { bytes, schema: applied.length, pending: findPending(applied, readMigrations()), tables }
}
