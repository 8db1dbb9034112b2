import type { CopyReport, OperationName } from '@recourse/core/library'
import { sql } from 'kysely'
import type { Actor, LibraryDb, Outcome, Step } from './carry-out.ts'
import { Refused } from './refusal.ts'

interface Request {
  readonly actor: Actor
  readonly operation: OperationName
  readonly key: string | undefined
}

/** What the first request of this key made, else the work; two at once end with one course (library §1.5 *A7*). */
export async function withRequestKey(
  db: LibraryDb,
  request: Request,
  work: () => Promise<Outcome<CopyReport>>,
): Promise<Outcome<CopyReport>> {
  return (await findDone(db, request)) ?? finish(db, request, work)
}

async function finish(
  db: LibraryDb,
  request: Request,
  work: () => Promise<Outcome<CopyReport>>,
): Promise<Outcome<CopyReport>> {
  const outcome = await work()
  // The other one was faster: keepRequest refused this one.
  return outcome.ok || outcome.reason !== 'already-there' ? outcome : ((await findDone(db, request)) ?? outcome)
}

async function findDone(db: LibraryDb, { actor, operation, key }: Request): Promise<Outcome<CopyReport> | undefined> {
  if (key === undefined) return undefined
  const { rows } = await sql<{ changeId: string; operation: string; personId: string; report: CopyReport }>`
    select c.id as "changeId", c.operation, c.person_id as "personId", c.report
    from request_key k join change_log c on c.id = k.change_id
    where k.workspace_id = ${actor.workspaceId} and k.key = ${key}`.execute(db)
  const found = rows[0]
  if (found === undefined) return undefined
  if (found.operation === operation && found.personId === actor.personId) {
    return { ok: true, changeId: found.changeId, value: found.report }
  }
  const message = 'This request key stands for another request. Send the new one with a key of its own.'
  return { ok: false, reason: 'invalid', message, details: null }
}

export async function keepRequest({ tx, actor, changeId }: Step, key: string): Promise<void> {
  const { rows } = await sql`
    select key from request_key where workspace_id = ${actor.workspaceId} and key = ${key}`.execute(tx)
  if (rows.length > 0) throw new Refused('already-there', 'This request has been carried out.')
  await sql`
    insert into request_key (workspace_id, key, change_id) values (${actor.workspaceId}, ${key}, ${changeId})`.execute(
    tx,
  )
}
