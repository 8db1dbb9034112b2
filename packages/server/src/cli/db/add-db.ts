import type { Command } from 'commander'
import type { CommandContext } from '../command-context.ts'
import type { Act } from '../program.ts'
import { addBackup } from './backup.ts'
import { addMigrate } from './migrate.ts'
import { addRestore } from './restore.ts'
import { addStatus } from './status.ts'

const EXAMPLES = `
Examples:
  $ recourse db status                                which database, and is it up to date
  $ recourse db backup library-2027-01-31.zip         everything, as of one instant
  $ RECOURSE_DATA=/srv/new recourse db restore library-2027-01-31.zip

The database is the one of DATABASE_URL (PostgreSQL 15 to 18), else an embedded PostgreSQL whose data are in
RECOURSE_DATA. A command beside a running server uses the server's.

Exit codes: 0 done or up to date, 3 migrations to come (status), 4 no database yet (status), 1 an error.`

/** What each command does is loaded when it is called: all others need nothing of a database. */
export function addDb(program: Command, context: CommandContext, act: Act): void {
  const db = program.command('db').description("the library's database").addHelpText('after', EXAMPLES)
  for (const add of [addStatus, addMigrate, addBackup, addRestore]) add(db, context, act)
}
