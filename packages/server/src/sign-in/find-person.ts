import type { Role } from '@recourse/core/library'
import { type RawBuilder, sql } from 'kysely'
import type { LibraryDb } from '../library/index.ts'

export interface Person {
  readonly personId: string
  readonly workspaceId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly isActive: boolean
}

export function findPersonById(db: LibraryDb, personId: string): Promise<Person | undefined> {
  return findPerson(db, sql`id = ${personId}`)
}

/** However it is written. */
export function findPersonByEmail(db: LibraryDb, email: string): Promise<Person | undefined> {
  return findPerson(db, sql`email = ${email.trim().toLowerCase()}`)
}

async function findPerson(db: LibraryDb, condition: RawBuilder<unknown>): Promise<Person | undefined> {
  const { rows } = await sql<Person>`
    select id as "personId", workspace_id as "workspaceId", name, email, role, deactivated_at is null as "isActive"
    from person where ${condition}`.execute(db)
  return rows[0]
}
