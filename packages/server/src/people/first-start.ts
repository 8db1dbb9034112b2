import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'
import type { LibraryDb } from '../library/index.ts'
import { createLink, type OneTimeLink } from '../sign-in/one-time-link.ts'

/** Any number: of several processes that start on a new database, one makes the workspace. */
const LOCK = 727_305_003

export interface FirstWishes {
  readonly workspaceName: string
  readonly adminEmail: string
}

/** As long as nobody administers the library, whoever starts it does. `undefined`: somebody can sign in and administer. */
export async function prepareFirstStart(db: LibraryDb, wishes: FirstWishes): Promise<OneTimeLink | undefined> {
  return db.transaction().execute(async tx => {
    const workspaceId = await ensureWorkspace(tx, wishes.workspaceName)
    if (await hasAdministrator(tx, workspaceId)) return undefined
    const personId = await ensureAdministrator(tx, workspaceId, wishes.adminEmail)
    return createLink(tx, { workspaceId, personId, purpose: 'first', createdBy: null })
  })
}

/** The one there is, else a new one of that name. Within a transaction: until its end nobody else prepares one. */
export async function ensureWorkspace(db: Kysely<Schema>, name: string): Promise<string> {
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(db)
  const { rows } = await sql<{ id: string }>`
    with found as (select id from workspace order by created_at limit 1),
    made as (insert into workspace (name) select ${name} where not exists (select from found) returning id)
    select id from found union all select id from made`.execute(db)
  return getId(rows)
}

/** One who has a way to sign in. */
async function hasAdministrator(db: LibraryDb, workspaceId: string): Promise<boolean> {
  const { rows } = await sql`
    select from person p join sign_in_account a on a.person_id = p.id
    where p.workspace_id = ${workspaceId} and p.role = 'administrator' and p.deactivated_at is null limit 1`.execute(db)
  return rows.length > 0
}

async function ensureAdministrator(db: LibraryDb, workspaceId: string, email: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    with found as (
      select id from person where workspace_id = ${workspaceId} and role = 'administrator' and deactivated_at is null
      order by created_at limit 1
    ), made as (
      insert into person (workspace_id, email, name, role)
      select ${workspaceId}, ${email}, 'Administrator', 'administrator' where not exists (select from found)
      on conflict (workspace_id, lower(email)) do update set role = 'administrator', deactivated_at = null
      returning id
    )
    select id from found union all select id from made`.execute(db)
  return getId(rows)
}

function getId(rows: readonly { readonly id: string }[]): string {
  const id = rows[0]?.id
  if (id === undefined) throw new Error('The first start made nothing.')
  return id
}
