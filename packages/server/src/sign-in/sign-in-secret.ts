import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { LibraryDb } from '../library/index.ts'

/** What cookies are signed with: made by the first process that asks, and the same for all after it. */
export async function getSignInSecret(db: LibraryDb): Promise<string> {
  const made = randomBytes(32).toString('base64url')
  await sql`insert into sign_in_secret (secret) values (${made}) on conflict do nothing`.execute(db)
  const { rows } = await sql<{ secret: string }>`select secret from sign_in_secret`.execute(db)
  const secret = rows[0]?.secret
  if (secret === undefined) throw new Error('The secret of signing in was not kept.')
  return secret
}
