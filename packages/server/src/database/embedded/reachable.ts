import { DatabaseError } from '../database-error.ts'
import type { Account } from './account.ts'
import { runProgram } from './run-program.ts'

/** Asked as the one who has to get there: permissions of every folder on the way count, and no rule of them is ours. */
export async function requireReachable(folder: string, account: Account, named = folder): Promise<void> {
  if (account.uid === undefined) return
  const { code } = await runProgram('/bin/sh', ['-c', 'cd -- "$1" && test -w .', 'sh', folder], account)
  if (code === 0) return
  const message = `PostgreSQL, which runs as user ${account.uid}, cannot get into ${named}.`
  throw new DatabaseError(
    'folder',
    message,
    'Set RECOURSE_DATA to a folder that every user may pass through, such as /var/lib/recourse.',
  )
}
