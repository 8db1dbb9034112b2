import type { Command } from 'commander'
import { line } from '../../render/sheet.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import type { Act } from '../program.ts'
import { databaseFacts, databaseJson, migrationName } from './database-facts.ts'
import { type DatabaseOutput, presentDatabase } from './present-database.ts'

const EXAMPLES = `
Examples:
  $ recourse db migrate
  $ DATABASE_URL=postgresql://recourse@db.example.edu/recourse recourse db migrate

Recourse does the same by itself whenever it opens the database. Exit codes: 0 up to date, 1 an error.`

export function addMigrate(db: Command, context: CommandContext, act: Act): void {
  db.command('migrate')
    .description('make the tables, or bring them up to date')
    .option('--json', 'the result as JSON')
    .addHelpText('after', EXAMPLES)
    .action((options: DatabaseOutput) => act(() => migrateTables(options, context)))
}

async function migrateTables(options: DatabaseOutput, context: CommandContext): Promise<ExitCode> {
  const { withDatabase, withConnection, migrate, readMigrations } = await import('../../database/index.ts')
  return withDatabase({ env: context.env, tables: 'as-is' }, async database => {
    const applied = await withConnection(database.pool, client => migrate(client, readMigrations()))
    const names = applied.map(migrationName)
    const verdict = names.length === 0 ? 'It was up to date.' : `It is up to date now: ${names.join(', ')}.`
    const sheet = { title: 'Migrate', verdict: line(verdict, 'good'), facts: databaseFacts(database), sections: [] }
    const data = { ...databaseJson(database), applied: names }
    return presentDatabase({ command: 'db migrate', exitCode: exitCodes.done, sheet, data }, options, context)
  })
}
