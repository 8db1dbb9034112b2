import type { Role } from '@recourse/core/library'
import { sql } from 'kysely'
import type { Actor, LibraryDb } from '../library/index.ts'

export interface PersonRow {
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly isActive: boolean
  /** Has a password or another way to sign in; `false`: invited, and has not come yet. */
  readonly hasSignedIn: boolean
}

/** Everybody of the actor's workspace by name; the deactivated are shown to administrators alone. */
export async function listPeople(db: LibraryDb, { workspaceId, role }: Actor): Promise<readonly PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    select id as "personId", name, email, role, deactivated_at is null as "isActive",
      exists (select from sign_in_account a where a.person_id = p.id) as "hasSignedIn"
    from person p where workspace_id = ${workspaceId} and (deactivated_at is null or ${role === 'administrator'})
    order by lower(name), email`.execute(db)
  return rows
}
