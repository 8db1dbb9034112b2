import type { ClientBase } from 'pg'
import { z } from 'zod'
import { DatabaseError } from './database-error.ts'

const OLDEST = 15
const NEWEST = 18

const answer = z.tuple([z.object({ version: z.coerce.number(), words: z.string(), encoding: z.string() })])

const ASK = `select current_setting('server_version_num') as version, current_setting('server_version') as words,
  current_setting('server_encoding') as encoding`

/** Major version of a server that Recourse can use; throws for any other. */
export async function requireSupported(client: ClientBase): Promise<number> {
  const [{ version, words, encoding }] = answer.parse((await client.query(ASK)).rows)
  const major = Math.floor(version / 10_000)
  if (major < OLDEST || major > NEWEST) {
    const message = `The server of DATABASE_URL is PostgreSQL ${words}; Recourse uses ${OLDEST} to ${NEWEST}.`
    throw new DatabaseError('version', message, 'Give it another one, or unset DATABASE_URL: Recourse brings its own.')
  }
  if (encoding !== 'UTF8') {
    const message = `The database of DATABASE_URL is encoded in ${encoding}, which cannot hold every text.`
    throw new DatabaseError(
      'version',
      message,
      "Make one with: create database recourse encoding 'UTF8' template template0",
    )
  }
  return major
}
