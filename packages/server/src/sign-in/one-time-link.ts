import { createHash, randomBytes } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'

/** `first` makes the administrator of a new library · `demo` asks for no password. */
export type LinkPurpose = 'first' | 'invitation' | 'reset' | 'demo'

export interface OneTimeLink {
  /** Told once, to whoever hands it over; it is kept nowhere. */
  readonly token: string
  /** An instant in ISO 8601. */
  readonly expiresAt: string
}

export interface LinkWish {
  readonly workspaceId: string
  readonly personId: string
  readonly purpose: LinkPurpose
  /** `null`: the server, at its start. */
  readonly createdBy: string | null
}

const HOURS: Readonly<Record<LinkPurpose, number>> = { first: 24, invitation: 7 * 24, reset: 24, demo: 24 }

/** A link for one person. One made for the same person earlier no longer works, but for those that the server printed. */
export async function createLink(db: Kysely<Schema>, wish: LinkWish): Promise<OneTimeLink> {
  const { workspaceId, personId, purpose, createdBy } = wish
  const token = randomBytes(32).toString('base64url')
  if (createdBy !== null) await endLinks(db, personId)
  const { rows } = await sql<{ expiresAt: string }>`
    insert into one_time_link (workspace_id, person_id, purpose, token_hash, created_by, expires_at)
    values (${workspaceId}, ${personId}, ${purpose}, ${toTokenHash(token)}, ${createdBy},
      now() + make_interval(hours => ${HOURS[purpose]}))
    returning to_json(expires_at) #>> '{}' as "expiresAt"`.execute(db)
  return { token, expiresAt: rows[0]?.expiresAt ?? '' }
}

/** None that is out there works any more. */
export async function endLinks(db: Kysely<Schema>, personId: string): Promise<void> {
  await sql`update one_time_link set used_at = now() where person_id = ${personId} and used_at is null`.execute(db)
}

export interface LinkFacts {
  readonly name: string
  readonly email: string
  readonly workspace: string
  readonly purpose: LinkPurpose
  /** An instant in ISO 8601. */
  readonly expiresAt: string
}

/** Whom a link is for; nothing of one that was used, replaced, is over, or never was. */
export async function findLink(db: Kysely<Schema>, token: string): Promise<LinkFacts | undefined> {
  const { rows } = await sql<LinkFacts>`
    select p.name, p.email, w.name as workspace, l.purpose, to_json(l.expires_at) #>> '{}' as "expiresAt"
    from one_time_link l join person p on p.id = l.person_id join workspace w on w.id = l.workspace_id
    where l.token_hash = ${toTokenHash(token)} and l.used_at is null and l.expires_at > now()
      and p.deactivated_at is null`.execute(db)
  return rows[0]
}

export interface UsedLink {
  readonly workspaceId: string
  readonly personId: string
  readonly purpose: LinkPurpose
}

/** Of two uses at once the second waits for the first, and finds it used. */
export async function takeLink(db: Kysely<Schema>, token: string): Promise<UsedLink | undefined> {
  const { rows } = await sql<UsedLink>`
    update one_time_link l set used_at = now() from person p
    where p.id = l.person_id and p.deactivated_at is null
      and l.token_hash = ${toTokenHash(token)} and l.used_at is null and l.expires_at > now()
    returning l.workspace_id as "workspaceId", l.person_id as "personId", l.purpose`.execute(db)
  return rows[0]
}

/** A token is random enough that a plain hash cannot be guessed back. */
function toTokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
