import { Kysely, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
import type { Schema } from './schema.ts'

/** Typed queries and the connections under them. */
export interface Connections extends AsyncDisposable {
  readonly db: Kysely<Schema>
  readonly pool: Pool
  readonly url: string
}

/** Nothing is connected before the first query. */
export function connect(url: string, max = 10): Connections {
  const pool = new Pool({ connectionString: url, max, application_name: 'recourse' })
  // An idle connection that breaks is replaced by the next query; unheard, the event would end the process.
  pool.on('error', () => undefined)
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  return { db, pool, url, [Symbol.asyncDispose]: () => db.destroy() }
}
