import { Kysely, PostgresDialect } from 'kysely'
import type { Pool, PoolClient } from 'pg'
import type { Schema } from './schema.ts'

/**
 * Whatever is done with the database handed over is taken back in the end, transactions that were committed in it included:
 * they are savepoints of one. It has one connection, so nothing runs beside anything else.
 */
export async function takenBack<T>(pool: Pool, work: (db: Kysely<Schema>) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin isolation level repeatable read')
    return await work(new Kysely<Schema>({ dialect: new PostgresDialect({ pool: toPool(client) }) }))
  } finally {
    await client.query('rollback')
    client.release()
  }
}

function toPool(client: PoolClient) {
  const lent = new Proxy(client, {
    get: (target, name) => {
      if (name === 'release') return () => undefined
      if (name === 'query')
        return (text: unknown, ...rest: readonly unknown[]) =>
          Reflect.apply(target.query, target, [nest(text), ...rest])
      return Reflect.get(target, name)
    },
  })
  return { connect: async () => lent, end: async () => undefined, options: {} }
}

function nest(text: unknown): unknown {
  if (typeof text !== 'string') return text
  if (/^(begin|start transaction)\b/i.test(text)) return 'savepoint nested'
  if (/^commit\b/i.test(text)) return 'release savepoint nested'
  return /^rollback$/i.test(text.trim()) ? 'rollback to savepoint nested' : text
}
