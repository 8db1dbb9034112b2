import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { LibraryDb } from '../library/index.ts'

const MOST = 10
const MINUTES = 15

/** `free` · `held`: not before a quarter of an hour is over · `held-now`: the same, and this attempt is the one that brought it about. */
export type AttemptVerdict = 'free' | 'held-now' | 'held'

/**
 * Counts one attempt at an account, and says whether it may be made. Counted before the password is looked at, in one statement:
 * a hundred attempts at once are a hundred, on however many processes.
 */
export async function countAttempt(db: LibraryDb, email: string): Promise<AttemptVerdict> {
  const { rows } = await sql<{ failures: number }>`
    insert into sign_in_failure as f (account_hash, failures, started_at) values (${toHash(email)}, 1, now())
    on conflict (account_hash) do update set
      failures = case when f.started_at < now() - make_interval(mins => ${MINUTES}) then 1 else f.failures + 1 end,
      started_at = case when f.started_at < now() - make_interval(mins => ${MINUTES}) then now() else f.started_at end
    returning failures`.execute(db)
  const beyond = (rows[0]?.failures ?? 0) - MOST
  if (beyond <= 0) return 'free'
  return beyond === 1 ? 'held-now' : 'held'
}

/** Somebody proved to be who they are. */
export async function forgetAttempts(db: LibraryDb, email: string): Promise<void> {
  await sql`delete from sign_in_failure
    where account_hash = ${toHash(email)} or started_at < now() - make_interval(mins => ${MINUTES})`.execute(db)
}

/** Half of what is typed there is somebody's password. */
function toHash(email: string): Buffer {
  return createHash('sha256').update(email.trim().toLowerCase()).digest()
}
