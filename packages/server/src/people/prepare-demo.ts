import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'
import { createDemoLibrary, type LibraryDb } from '../library/index.ts'
import { createLink } from '../sign-in/one-time-link.ts'
import { DEMO_PASSWORD, type DemoPerson, demoPeople } from './demo-guests.ts'
import { ensureWorkspace } from './first-start.ts'

/** Somebody to try the library as. */
export interface DemoGuest extends DemoPerson {
  /** Of a link that signs them in, once. */
  readonly token: string
}

/** Demo courses and people, made once; a link for each of them, new at every start. `undefined`: it is a library that somebody uses, and stays as it is. */
export async function prepareDemo(
  db: LibraryDb,
  hashPassword: (password: string) => Promise<string>,
): Promise<readonly DemoGuest[] | undefined> {
  const hash = await hashPassword(DEMO_PASSWORD)
  const prepared = await db.transaction().execute(async tx => {
    const workspaceId = await ensureWorkspace(tx, 'Demo library')
    if (await isUsed(tx, workspaceId)) return undefined
    const ensure = (person: DemoPerson) => ensureGuest(tx, workspaceId, person, hash)
    return {
      workspaceId,
      administrator: await ensure(demoPeople.administrator),
      author: await ensure(demoPeople.author),
      colleague: await ensure(demoPeople.colleague),
      reviewer: await ensure(demoPeople.reviewer),
    }
  })
  if (prepared === undefined) return undefined
  const { workspaceId, ...ids } = prepared
  const made = await createDemoLibrary(db, workspaceId, ids)
  if (made !== undefined) await letReview(db, workspaceId, made.europeId, ids.reviewer)
  return [
    await toGuest(db, workspaceId, ids.administrator, demoPeople.administrator),
    await toGuest(db, workspaceId, ids.author, demoPeople.author),
    await toGuest(db, workspaceId, ids.colleague, demoPeople.colleague),
    await toGuest(db, workspaceId, ids.reviewer, demoPeople.reviewer),
  ]
}

/** There are people, and none of them is the demo's administrator. */
async function isUsed(db: Kysely<Schema>, workspaceId: string): Promise<boolean> {
  const { rows } = await sql<{ isUsed: boolean }>`
    select count(*) > 0 and not bool_or(email = ${demoPeople.administrator.email}) as "isUsed"
    from person where workspace_id = ${workspaceId}`.execute(db)
  return rows[0]?.isUsed ?? false
}

async function ensureGuest(
  db: Kysely<Schema>,
  workspaceId: string,
  { name, email, role }: DemoPerson,
  hash: string,
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    with guest as (
      insert into person (workspace_id, email, name, role) values (${workspaceId}, ${email}, ${name}, ${role})
      on conflict (workspace_id, lower(email)) do update set email = excluded.email returning id
    ), way as (
      insert into sign_in_account (person_id, provider_id, account_id, password)
      select id, 'credential', id, ${hash} from guest on conflict (provider_id, account_id) do nothing
    )
    select id from guest`.execute(db)
  return rows[0]?.id ?? ''
}

async function letReview(db: LibraryDb, workspaceId: string, courseId: string, personId: string): Promise<void> {
  await sql`insert into course_author (workspace_id, course_id, person_id)
    values (${workspaceId}, ${courseId}, ${personId}) on conflict do nothing`.execute(db)
}

async function toGuest(db: LibraryDb, workspaceId: string, personId: string, person: DemoPerson): Promise<DemoGuest> {
  const { token } = await createLink(db, { workspaceId, personId, purpose: 'demo', createdBy: null })
  return { ...person, token }
}
