import type { Command } from 'commander'
import type { CommandContext } from '../command-context.ts'
import type { Act } from '../program.ts'
import { addDelete } from './delete.ts'
import { addDuplicate } from './duplicate.ts'
import { addExport } from './export.ts'
import { addHistory } from './history.ts'
import { addImport } from './import.ts'
import { addList } from './list.ts'
import { addShare } from './share.ts'
import { addShow } from './show.ts'
import { addUndo } from './undo.ts'
import { addWhereUsed } from './where-used.ts'

const EXAMPLES = `
Examples:
  $ recourse library import soil.imscc --dry-run       what a Canvas export would become
  $ recourse library list
  $ recourse library share "Soil Science 101" --title "Soil Science 101, autumn"
  $ recourse library export 3fa1b2 --format archive --output soil.zip

A course is named by its id, the start of its id, or its exact title. The database is that of recourse db --help; a running
server sees at once what is done here.

Exit codes: 0 done, 3 a person has to decide (nothing was changed), 1 an error.`

/** What each command does is loaded when it is called: all others need nothing of a database. */
export function addLibrary(program: Command, context: CommandContext, act: Act): void {
  const library = program
    .command('library')
    .description('courses of the library: in, out, copied')
    .addHelpText('after', EXAMPLES)
  const all = [
    addImport,
    addExport,
    addList,
    addShow,
    addShare,
    addDuplicate,
    addWhereUsed,
    addHistory,
    addDelete,
    addUndo,
  ]
  for (const add of all) add(library, context, act)
}
