import type { Role } from '@recourse/core/library'
import { sql } from 'kysely'
import { recordAudit } from '../audit/record-audit.ts'
import type { Actor, LibraryDb } from '../library/index.ts'
import { createLink, type OneTimeLink } from '../sign-in/one-time-link.ts'
import { type PeopleOutcome, refusePeople } from './people-outcome.ts'

export interface Invitation {
  readonly email: string
  readonly name: string
  readonly role: Role
}

export interface Invited extends OneTimeLink {
  readonly personId: string
}

/** Makes a person and the link that lets them in. */
export async function invitePerson(
  db: LibraryDb,
  actor: Actor,
  { email, name, role }: Invitation,
): Promise<PeopleOutcome<Invited>> {
  const { workspaceId } = actor
  return db.transaction().execute(async tx => {
    const { rows } = await sql<{ personId: string }>`
      insert into person (workspace_id, email, name, role) values (${workspaceId}, ${email.trim()}, ${name.trim()}, ${role})
      on conflict (workspace_id, lower(email)) do nothing returning id as "personId"`.execute(tx)
    const made = rows[0]
    if (made === undefined) {
      return refusePeople('already-there', 'There is somebody with this address already. Find them under People.')
    }
    const { personId } = made
    const link = await createLink(tx, { workspaceId, personId, purpose: 'invitation', createdBy: actor.personId })
    const details = { role }
    await recordAudit(tx, {
      workspaceId,
      personId: actor.personId,
      action: 'person-invited',
      targetId: personId,
      details,
    })
    return { ok: true, value: { ...link, personId } }
  })
}
