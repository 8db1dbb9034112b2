import type { Command } from 'commander'
import type { Manifest } from '../../database/backup/manifest.ts'
import { line } from '../../render/sheet.ts'
import { instantWords, numberWords } from '../../render/words.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import type { Act } from '../program.ts'
import { databaseFacts, databaseJson, type Where } from './database-facts.ts'
import { type DatabaseOutput, presentDatabase } from './present-database.ts'

const EXAMPLES = `
Examples:
  $ RECOURSE_DATA=/srv/recourse-new recourse db restore library-2027-01-31.zip
  $ DATABASE_URL=postgresql://recourse@db.example.edu/empty recourse db restore library-2027-01-31.zip

All of it or nothing, and only into an empty database, of any PostgreSQL that Recourse uses. The tables are brought up to
date. Exit codes: 0 done, 1 an error.`

export function addRestore(db: Command, context: CommandContext, act: Act): void {
  db.command('restore')
    .argument('<file>', 'what recourse db backup wrote')
    .description('bring a backup into an empty database')
    .option('--json', 'the result as JSON')
    .addHelpText('after', EXAMPLES)
    .action((file: string, options: DatabaseOutput) => act(() => restore(file, options, context)))
}

async function restore(file: string, options: DatabaseOutput, context: CommandContext): Promise<ExitCode> {
  const { openBackup, readMigrations, restoreBackup, withConnection, withDatabase } = await import(
    '../../database/index.ts'
  )
  // Before a database is made for it.
  await using backup = await openBackup(file)
  return await withDatabase({ env: context.env, tables: 'as-is' }, async database => {
    await withConnection(database.pool, client => restoreBackup(client, backup, readMigrations(), context.signal))
    return presentRestored(backup.manifest, database, options, context)
  })
}

function presentRestored(
  { tables, createdAt, migrations }: Manifest,
  where: Where,
  options: DatabaseOutput,
  context: CommandContext,
): ExitCode {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  const sheet = {
    title: 'Restore',
    verdict: line(`${numberWords(rows)} rows of ${tables.length} tables were brought back.`, 'good'),
    facts: [...databaseFacts(where), { label: 'As of', text: instantWords(createdAt) }],
    sections: [],
  }
  const data = { ...databaseJson(where), rows, createdAt, schema: migrations.length }
  return presentDatabase({ command: 'db restore', exitCode: exitCodes.done, sheet, data }, options, context)
}
