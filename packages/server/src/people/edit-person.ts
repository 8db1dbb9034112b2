import type { Role } from '@recourse/core/library'
import { type Kysely, sql } from 'kysely'
import { type AuditAction, recordAudit } from '../audit/record-audit.ts'
import type { Schema } from '../database/schema.ts'
import type { Actor, LibraryDb } from '../library/index.ts'
import { endLinks } from '../sign-in/one-time-link.ts'
import { type PeopleOutcome, refusePeople } from './people-outcome.ts'

/** What is left out stays. */
export interface PersonEdit {
  readonly name?: string | undefined
  readonly role?: Role | undefined
  readonly isActive?: boolean | undefined
}

interface PersonBefore {
  readonly name: string
  readonly role: Role
  readonly isActive: boolean
}

/** Another name or role, in or out. Whoever is out is out at once: their sessions and links have ended. */
export async function editPerson(
  db: LibraryDb,
  actor: Actor,
  personId: string,
  edit: PersonEdit,
): Promise<PeopleOutcome<null>> {
  return db.transaction().execute(async tx => {
    const administrators = await lockAdministrators(tx, actor.workspaceId)
    const before = await findBefore(tx, actor.workspaceId, personId)
    if (before === undefined) return refusePeople('not-found', 'There is no such person. Look them up under People.')
    const after = {
      name: edit.name?.trim() ?? before.name,
      role: edit.role ?? before.role,
      isActive: edit.isActive ?? before.isActive,
    }
    const administers = after.isActive && after.role === 'administrator'
    if (!administers && administrators.every(id => id === personId) && administrators.length > 0) {
      return refusePeople('in-use', 'This is the last administrator. Make somebody else one first.')
    }
    await save(tx, personId, after)
    for (const [action, details] of listChanges(before, after)) {
      const entry = { workspaceId: actor.workspaceId, personId: actor.personId, action, targetId: personId, details }
      await recordAudit(tx, entry)
    }
    return { ok: true, value: null }
  })
}

/** Two people who take the role from each other at once: the second one waits, and is refused. */
async function lockAdministrators(tx: Kysely<Schema>, workspaceId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from person where workspace_id = ${workspaceId} and role = 'administrator' and deactivated_at is null
    order by id for update`.execute(tx)
  return rows.map(({ id }) => id)
}

async function findBefore(tx: Kysely<Schema>, workspaceId: string, id: string): Promise<PersonBefore | undefined> {
  const { rows } = await sql<PersonBefore>`
    select name, role, deactivated_at is null as "isActive" from person
    where id = ${id} and workspace_id = ${workspaceId} for update`.execute(tx)
  return rows[0]
}

async function save(tx: Kysely<Schema>, personId: string, { name, role, isActive }: PersonBefore): Promise<void> {
  await sql`update person set name = ${name}, role = ${role}, updated_at = now(),
    deactivated_at = case when ${isActive} then null else coalesce(deactivated_at, now()) end
    where id = ${personId}`.execute(tx)
  if (isActive) return
  await sql`delete from sign_in_session where person_id = ${personId}`.execute(tx)
  await endLinks(tx, personId)
}

type Change = readonly [AuditAction, Readonly<Record<string, string>>]

function listChanges(before: PersonBefore, after: PersonBefore): readonly Change[] {
  const changes: Change[] = []
  if (before.name !== after.name) changes.push(['person-renamed', {}])
  if (before.role !== after.role) changes.push(['role-changed', { from: before.role, to: after.role }])
  if (before.isActive && !after.isActive) changes.push(['person-deactivated', {}])
  if (!before.isActive && after.isActive) changes.push(['person-reactivated', {}])
  return changes
}
