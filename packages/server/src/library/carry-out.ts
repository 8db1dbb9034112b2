import type { OperationName, Role } from '@recourse/core/library'
import { type Kysely, sql, Transaction } from 'kysely'
import type { Schema } from '../database/schema.ts'
import { announce } from './announce.ts'
import { toJson } from './clean-text.ts'
import { isConflict } from './is-conflict.ts'
import { type Refusal, Refused } from './refusal.ts'

export type LibraryDb = Kysely<Schema>

/** Who acts. */
export interface Actor {
  readonly workspaceId: string
  readonly personId: string
  readonly role: Role
}

export interface Act {
  readonly actor: Actor
  readonly operation: OperationName
  /** Where it is done; `null` for one in the library. */
  readonly courseId: string | null
  readonly inputs: object
  /** Everything is done, asked for its result, and taken back. */
  readonly isDryRun?: boolean
}

/** What an operation works with; its transaction sees one saved state of everything. */
export interface Step {
  readonly tx: Transaction<Schema>
  readonly actor: Actor
  readonly changeId: string
}

export interface Done<T> {
  readonly ok: true
  readonly changeId: string
  readonly value: T
}

export type Outcome<T> = Done<T> | Refusal

const ATTEMPTS = 12

/**
 * One operation, all of it or nothing, in one REPEATABLE READ transaction, with one entry in the journal (library §1.7).
 * One that met another in the same rows is tried again, and then sees what the other one did.
 */
export async function carryOut<T>(db: LibraryDb, act: Act, work: (step: Step) => Promise<T>): Promise<Outcome<T>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptOnce(db, act, work)
    } catch (error) {
      if (error instanceof Refused) return error.refusal
      if (db.isTransaction || !isConflict(error) || attempt === ATTEMPTS) throw error
    }
  }
}

async function attemptOnce<T>(db: LibraryDb, act: Act, work: (step: Step) => Promise<T>): Promise<Done<T>> {
  let done: Done<T> | undefined
  try {
    await inOwnTransaction(db, async tx => {
      const step = { tx, actor: act.actor, changeId: await openEntry(tx, act) }
      done = { ok: true, changeId: step.changeId, value: await work(step) }
      await announce(tx, step.changeId)
      if (act.isDryRun === true) throw new TakenBack()
    })
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error
  }
  if (done === undefined) throw new Error(`The operation ${act.operation} ended without a result.`)
  return done
}

/** One among several (together.ts) is taken back by itself, without ending the others. */
async function inOwnTransaction(db: LibraryDb, work: (tx: Transaction<Schema>) => Promise<void>): Promise<void> {
  if (!(db instanceof Transaction)) return db.transaction().setIsolationLevel('repeatable read').execute(work)
  await sql`savepoint operation`.execute(db)
  try {
    await work(db)
    await sql`release savepoint operation`.execute(db)
  } catch (error) {
    await sql`rollback to savepoint operation`.execute(db)
    throw error
  }
}

async function openEntry(tx: Transaction<Schema>, act: Act): Promise<string> {
  const { actor, operation, courseId, inputs } = act
  const { rows } = await sql<{ id: string }>`
    insert into change_log (workspace_id, operation, course_id, person_id, inputs)
    select ${actor.workspaceId}, ${operation}, (select id from course where id = ${courseId}), ${actor.personId},
      ${toJson(inputs)}
    returning id`.execute(tx)
  const id = rows[0]?.id ?? ''
  await sql`select set_config('recourse.change', ${id}, true)`.execute(tx)
  return id
}

class TakenBack extends Error {}
