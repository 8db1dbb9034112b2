import { sql } from 'kysely'
import { recordAudit } from '../audit/record-audit.ts'
import type { LibraryDb } from '../library/index.ts'
import { createLink, endLinks, type OneTimeLink } from '../sign-in/one-time-link.ts'
import { type PeopleOutcome, refusePeople } from './people-outcome.ts'

/** Whoever makes it; `null`: who runs the server. */
export interface LinkMaker {
  readonly workspaceId: string
  readonly personId: string | null
}

/** A link with which a person chooses a new password; for one who has never come, their invitation again. */
export async function makeResetLink(
  db: LibraryDb,
  maker: LinkMaker,
  personId: string,
): Promise<PeopleOutcome<OneTimeLink>> {
  const { workspaceId } = maker
  return db.transaction().execute(async tx => {
    const { rows } = await sql<{ isActive: boolean; hasSignedIn: boolean }>`
      select deactivated_at is null as "isActive",
        exists (select from sign_in_account a where a.person_id = p.id) as "hasSignedIn"
      from person p where id = ${personId} and workspace_id = ${workspaceId} for update`.execute(tx)
    const person = rows[0]
    if (person === undefined) return refusePeople('not-found', 'There is no such person. Look them up under People.')
    if (!person.isActive) return refusePeople('invalid', 'This person is deactivated. Activate them first.')
    const purpose = person.hasSignedIn ? 'reset' : 'invitation'
    await endLinks(tx, personId)
    const link = await createLink(tx, { workspaceId, personId, purpose, createdBy: maker.personId })
    const details = { purpose }
    await recordAudit(tx, { workspaceId, personId: maker.personId, action: 'link-made', targetId: personId, details })
    return { ok: true, value: link }
  })
}
