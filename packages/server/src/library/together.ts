import type { Transaction } from 'kysely'
import type { Schema } from '../database/schema.ts'
import type { LibraryDb } from './carry-out.ts'
import { isConflict } from './is-conflict.ts'

const ATTEMPTS = 12

/** Several operations, all of them or nothing. What the work throws takes everything back; it is tried again after a conflict. */
export async function together<T>(db: LibraryDb, work: (tx: Transaction<Schema>) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().setIsolationLevel('repeatable read').execute(work)
    } catch (error) {
      if (!isConflict(error) || attempt === ATTEMPTS) throw error
    }
  }
}
