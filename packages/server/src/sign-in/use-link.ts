import { type Kysely, sql } from 'kysely'
import { recordAudit } from '../audit/record-audit.ts'
import type { Schema } from '../database/schema.ts'
import type { LibraryDb, Refusal } from '../library/index.ts'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './create-sign-in.ts'
import { forgetAttempts } from './failure-limit.ts'
import { findPersonByEmail } from './find-person.ts'
import { endLinks, findLink, type LinkFacts, takeLink, type UsedLink } from './one-time-link.ts'

export interface LinkUse {
  readonly token: string
  /** Of the person's choice; not asked for by a link of purpose `demo`. */
  readonly password?: string | undefined
  /** The administrator of a new library says who they are. */
  readonly name?: string | undefined
  readonly email?: string | undefined
  readonly ipAddress: string | null
}

export interface LinkTools {
  readonly db: LibraryDb
  readonly hashPassword: (password: string) => Promise<string>
}

type LinkOutcome = { readonly ok: true; readonly personId: string } | Refusal

/** Sets the password that a link allows. The link is used up, and every session of before is over, or nothing has happened. */
export async function useLink({ db, hashPassword }: LinkTools, use: LinkUse): Promise<LinkOutcome> {
  const facts = await findLink(db, use.token)
  if (facts === undefined) return gone()
  const isDemo = facts.purpose === 'demo'
  const problem = isDemo ? undefined : findPasswordProblem(use.password)
  if (problem !== undefined) return { ok: false, reason: 'invalid', message: problem, details: null }
  if (facts.purpose === 'first' && (await isTaken(db, facts, use.email))) return taken()
  const hash = isDemo || use.password === undefined ? undefined : await hashPassword(use.password)
  return db.transaction().execute(async tx => {
    const link = await takeLink(tx, use.token)
    if (link === undefined) return gone()
    if (hash !== undefined) await letIn(tx, link, hash)
    if (hash !== undefined) await forgetAttempts(tx, facts.email)
    if (link.purpose === 'first') await introduce(tx, link, use)
    const { workspaceId, personId, purpose } = link
    const details = { purpose }
    await recordAudit(tx, { workspaceId, personId, action: 'link-used', details, ipAddress: use.ipAddress })
    return { ok: true, personId }
  })
}

/** The same for all of them: nobody learns which links there were. */
export function gone(): Refusal {
  const message =
    'This link does not work: it was used, replaced by a newer one, or its time is over. Ask an administrator for another.'
  return { ok: false, reason: 'not-found', message, details: null }
}

function taken(): Refusal {
  const message = 'Somebody else here has this address. Take another, or leave it out.'
  return { ok: false, reason: 'already-there', message, details: null }
}

async function isTaken(db: LibraryDb, { email: own }: LinkFacts, email: string | undefined): Promise<boolean> {
  return email !== undefined && email.toLowerCase() !== own && (await findPersonByEmail(db, email)) !== undefined
}

function findPasswordProblem(password: string | undefined): string | undefined {
  if (password === undefined || password.length < SHORTEST_PASSWORD) {
    return `A password has at least ${SHORTEST_PASSWORD} characters. A sentence is easy to keep in mind.`
  }
  if (password.length > LONGEST_PASSWORD) return `A password has at most ${LONGEST_PASSWORD} characters. Shorten it.`
  return undefined
}

/** As better-auth keeps a password: the account of provider `credential`, named after its person. */
async function letIn(tx: Kysely<Schema>, { personId }: UsedLink, hash: string): Promise<void> {
  await sql`insert into sign_in_account (person_id, provider_id, account_id, password)
    values (${personId}, 'credential', ${personId}, ${hash})
    on conflict (provider_id, account_id) do update set password = excluded.password, updated_at = now()`.execute(tx)
  await sql`delete from sign_in_session where person_id = ${personId}`.execute(tx)
  await endLinks(tx, personId)
}

async function introduce(tx: Kysely<Schema>, { personId }: UsedLink, { name, email }: LinkUse): Promise<void> {
  await sql`update person set name = coalesce(${name ?? null}, name), email = coalesce(${email ?? null}, email),
    updated_at = now() where id = ${personId}`.execute(tx)
}
