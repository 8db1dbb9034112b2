import type { Role } from '@recourse/core/library'
import { sql } from 'kysely'
import type { Actor, LibraryDb } from '../library/index.ts'
import { type PeopleOutcome, refusePeople } from './people-outcome.ts'

export interface Me {
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  /** Its name. */
  readonly workspace: string
}

export async function readMe(db: LibraryDb, { personId }: Actor): Promise<PeopleOutcome<Me>> {
  const { rows } = await sql<Me>`
    select p.id as "personId", p.name, p.email, p.role, w.name as workspace
    from person p join workspace w on w.id = p.workspace_id where p.id = ${personId}`.execute(db)
  const me = rows[0]
  return me === undefined
    ? refusePeople('not-found', 'You are no longer here. Sign in again.')
    : { ok: true, value: me }
}
