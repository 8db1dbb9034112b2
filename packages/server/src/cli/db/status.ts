import type { Command } from 'commander'
import type { DatabaseStatus } from '../../database/read-status.ts'
import { line, type Sheet } from '../../render/sheet.ts'
import { numberWords } from '../../render/words.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import type { Act } from '../program.ts'
import { databaseFacts, databaseJson, migrationName, type Where } from './database-facts.ts'
import { type DatabaseOutput, presentDatabase } from './present-database.ts'

const EXAMPLES = `
Examples:
  $ recourse db status
  $ recourse db status --json

Changes nothing. Exit codes: 0 up to date, 3 migrations to come, 4 no database yet, 1 an error.`

const COMMAND = 'db status'

export function addStatus(db: Command, context: CommandContext, act: Act): void {
  db.command('status')
    .description('which database it is, what is in it, and whether its tables are up to date')
    .option('--json', 'the result as JSON')
    .addHelpText('after', EXAMPLES)
    .action((options: DatabaseOutput) => act(() => status(options, context)))
}

async function status(options: DatabaseOutput, context: CommandContext): Promise<ExitCode> {
  const { findMissing, readStatus, withConnection, withDatabase } = await import('../../database/index.ts')
  const missing = findMissing(context.env)
  if (missing !== undefined) return presentMissing(missing, options, context)
  return withDatabase({ env: context.env, tables: 'as-is' }, async database => {
    const found = await withConnection(database.pool, readStatus)
    const exitCode = found.pending.length === 0 ? exitCodes.done : exitCodes.person
    const data = { ...databaseJson(database), ...found, pending: found.pending.map(migrationName) }
    return presentDatabase({ command: COMMAND, exitCode, sheet: describe(found, database), data }, options, context)
  })
}

function presentMissing(folder: string, options: DatabaseOutput, context: CommandContext): ExitCode {
  const verdict = line('There is no database yet. The first command that needs one makes it.', 'quiet')
  const sheet = { title: 'Database', verdict, facts: [{ label: 'Data folder', text: folder }], sections: [] }
  const result = { command: COMMAND, exitCode: exitCodes.nothing, sheet, data: { database: null, dataFolder: folder } }
  return presentDatabase(result, options, context)
}

function describe({ bytes, schema, pending, tables }: DatabaseStatus, where: Where): Sheet {
  const names = pending.map(migrationName).join(', ')
  const verdict =
    pending.length === 0 ? line('Up to date.', 'good') : line(`To come: ${names}. Run: recourse db migrate`, 'caution')
  const megabytes = `${(bytes / 1_000_000).toFixed(1)} MB`
  return {
    title: 'Database',
    verdict,
    facts: [...databaseFacts(where), { label: 'Schema', text: String(schema) }, { label: 'Size', text: megabytes }],
    sections: tables.length === 0 ? [] : [{ title: 'Rows', count: null, lines: [], table: rowsTable(tables) }],
  }
}

function rowsTable(tables: DatabaseStatus['tables']) {
  const rows = tables.map(({ name, rows }) => [{ text: name }, { text: numberWords(rows) }])
  return { columns: ['Table', 'Rows'], rows }
}
