import { sql } from 'kysely'
import { recordAudit } from '../audit/record-audit.ts'
import type { Actor, LibraryDb } from '../library/index.ts'
import { createLink, type OneTimeLink } from '../sign-in/one-time-link.ts'
import { type PeopleOutcome, refusePeople } from './people-outcome.ts'

/** A link with which a person chooses a new password; for one who has never come, their invitation again. */
export async function makeResetLink(
  db: LibraryDb,
  actor: Actor,
  personId: string,
): Promise<PeopleOutcome<OneTimeLink>> {
  const { workspaceId } = actor
  return db.transaction().execute(async tx => {
    const { rows } = await sql<{ isActive: boolean; hasSignedIn: boolean }>`
      select deactivated_at is null as "isActive",
        exists (select from sign_in_account a where a.person_id = p.id) as "hasSignedIn"
      from person p where id = ${personId} and workspace_id = ${workspaceId} for update`.execute(tx)
    const person = rows[0]
    if (person === undefined) return refusePeople('not-found', 'There is no such person. Look them up under People.')
    if (!person.isActive) return refusePeople('invalid', 'This person is deactivated. Activate them first.')
    const purpose = person.hasSignedIn ? 'reset' : 'invitation'
    const link = await createLink(tx, { workspaceId, personId, purpose, createdBy: actor.personId })
    const details = { purpose }
    await recordAudit(tx, { workspaceId, personId: actor.personId, action: 'link-made', targetId: personId, details })
    return { ok: true, value: link }
  })
}
