import { sql } from 'kysely'
import type { Actor, LibraryDb } from '../../library/index.ts'
import { CliError } from '../cli-error.ts'
import type { CommandContext } from '../command-context.ts'
import type { ExitCode } from '../exit-code.ts'

export interface LibraryOptions {
  /** E-mail address of whoever acts. */
  readonly as?: string
  readonly json?: boolean
}

/** The library as one of its people works in it. */
export interface OpenLibrary {
  readonly db: LibraryDb
  readonly actor: Actor
}

export async function withLibrary(
  { as }: LibraryOptions,
  { env }: CommandContext,
  work: (library: OpenLibrary) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { withDatabase } = await import('../../database/index.ts')
  return withDatabase({ env }, async ({ db }) => work({ db, actor: await findActor(db, as) }))
}

async function findActor(db: LibraryDb, email: string | undefined): Promise<Actor> {
  const { rows } = await sql<Actor>`
    select workspace_id as "workspaceId", id as "personId", role from person
    where deactivated_at is null and (case when ${email ?? null}::text is null then role = 'administrator'
      else lower(email) = lower(${email ?? null}) end)
    order by created_at, id limit 1`.execute(db)
  if (rows[0] !== undefined) return rows[0]
  if (email !== undefined) {
    const next = 'Give the e-mail address that they sign in with, or leave --as out.'
    throw new CliError('usage', `Nobody active in this library has the address ${email}.`, next)
  }
  const message = 'This library has no administrator yet, so nobody could act in it.'
  throw new CliError('usage', message, 'Start it once with recourse serve: that makes the first one.')
}
