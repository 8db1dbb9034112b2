import type { Command } from 'commander'
import { sql } from 'kysely'
import type { LibraryDb, Reached } from '../../library/index.ts'
import { cell, line } from '../../render/sheet.ts'
import { CliError } from '../cli-error.ts'
import type { CommandContext } from '../command-context.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Act } from '../program.ts'
import { libraryCommand } from './library-command.ts'
import { type LibraryOptions, withLibrary } from './open-library.ts'
import { presentDone } from './present-library.ts'

const EXAMPLES = `
Examples:
  $ recourse library where-used 5e0c2f6a-…             a Learning Object, page, media asset, resource or glossary term
  $ recourse library where-used 5e0c2f6a-… --json

Which courses would show a change of it; those that one may not open are counted. Exit codes: 0 answered, 1 an error.`

export function addWhereUsed(library: Command, context: CommandContext, act: Act): void {
  const command = libraryCommand('where-used', 'which courses show a thing', EXAMPLES).argument('<id>', 'of the thing')
  library.addCommand(
    command.action((id: string, options: LibraryOptions) => act(() => whereUsed(id, options, context))),
  )
}

async function whereUsed(id: string, options: LibraryOptions, context: CommandContext): Promise<ExitCode> {
  const { readReach } = await import('../../library/index.ts')
  return withLibrary(options, context, async ({ db, actor }) => {
    const thing = await findThing(db, actor.workspaceId, id)
    const reach = await readReach(db, actor, thing)
    const { courses, hidden } = reach
    const count = courses.length + hidden
    const verdict = line(
      `${count} ${count === 1 ? 'course shows' : 'courses show'} this ${words[thing.kind]}${hidden > 0 ? `, ${hidden} of them not open to this person` : ''}.`,
    )
    const rows = courses.map(({ courseId, title }) => [cell(courseId), cell(title)])
    const section = { title: 'Courses', count: courses.length, lines: [], table: { columns: ['Id', 'Title'], rows } }
    const sheet = { title: 'Where used', verdict, facts: [], sections: rows.length > 0 ? [section] : [] }
    return presentDone({ command: 'library where-used', sheet, data: { ...thing, ...reach } }, options, context)
  })
}

const words = {
  object: 'Learning Object',
  page: 'page',
  media: 'media asset',
  resource: 'resource',
  term: 'glossary term',
} as const

async function findThing(db: LibraryDb, workspaceId: string, id: string): Promise<Reached> {
  const { rows } = await sql<Reached>`
    select kind, id from (select 'object' as kind, id, workspace_id from learning_object union all select 'page', id, workspace_id from page
      union all select 'media', id, workspace_id from media_asset union all select 'resource', id, workspace_id from resource
      union all select 'term', id, workspace_id from glossary_term) thing
    where id::text = lower(${id}) and workspace_id = ${workspaceId}`.execute(db)
  if (rows[0] !== undefined) return rows[0]
  const next = 'Ids are in the answers of recourse library show --json.'
  throw new CliError('usage', `Nothing in this library has the id ${id}.`, next)
}
