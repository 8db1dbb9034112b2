import type { Command } from 'commander'
import { line } from '../../render/sheet.ts'
import { numberWords } from '../../render/words.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import type { Act } from '../program.ts'
import { databaseFacts, databaseJson } from './database-facts.ts'
import { type DatabaseOutput, presentDatabase } from './present-database.ts'

const EXAMPLES = `
Examples:
  $ recourse db backup library-2027-01-31.zip
  $ DATABASE_URL=postgresql://recourse@db.example.edu/recourse recourse db backup /srv/backups/library.zip --json

The file holds everything as of one instant, while others go on working, and can be restored into any PostgreSQL that
Recourse uses. It holds personal data: only you may read it. One that is there is not replaced.
Exit codes: 0 done, 1 an error; 130 interrupted. Only a whole backup gets the name.`

export function addBackup(db: Command, context: CommandContext, act: Act): void {
  db.command('backup')
    .argument('<file>', 'a new file, usually .zip')
    .description('write everything that is in the database to a file')
    .option('--json', 'the result as JSON')
    .addHelpText('after', EXAMPLES)
    .action((file: string, options: DatabaseOutput) => act(() => backup(file, options, context)))
}

async function backup(file: string, options: DatabaseOutput, context: CommandContext): Promise<ExitCode> {
  const { saveBackup, withConnection, withDatabase } = await import('../../database/index.ts')
  const { env, version, now, signal } = context
  return withDatabase({ env, tables: 'as-is' }, async database => {
    const wishes = { program: version, postgres: database.major, createdAt: now(), signal }
    const manifest = await withConnection(database.pool, client => saveBackup(client, file, wishes))
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    const sheet = {
      title: 'Backup',
      verdict: line(`${numberWords(rows)} rows of ${manifest.tables.length} tables are in ${file}.`, 'good'),
      facts: databaseFacts(database),
      sections: [],
    }
    const data = { ...databaseJson(database), file, rows, schema: manifest.migrations.length }
    return presentDatabase({ command: 'db backup', exitCode: exitCodes.done, sheet, data }, options, context)
  })
}
