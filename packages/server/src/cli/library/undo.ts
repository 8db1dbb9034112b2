import type { Command } from 'commander'
import { line } from '../../render/sheet.ts'
import { CliError } from '../cli-error.ts'
import type { CommandContext } from '../command-context.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Act } from '../program.ts'
import { libraryCommand } from './library-command.ts'
import { type LibraryOptions, withLibrary } from './open-library.ts'
import { presentDone, presentRefusal } from './present-library.ts'

const EXAMPLES = `
Examples:
  $ recourse library history "Soil Science 101"        names of changes
  $ recourse library undo 5e0c2f6a-… --dry-run
  $ recourse library undo 5e0c2f6a-… --the-rest        leaves what was changed since

In every course that shows it; an undo can be undone in turn.
Exit codes: 0 done, 3 some of it was changed since (--the-rest), or it is undone already, 1 an error.`

interface UndoOptions extends LibraryOptions {
  readonly theRest?: boolean
  readonly dryRun?: boolean
}

export function addUndo(library: Command, context: CommandContext, act: Act): void {
  const command = libraryCommand('undo', 'take a change back, in every course', EXAMPLES)
    .argument('<change>', 'its id')
    .option('--the-rest', 'what was changed since stays, the rest is undone')
    .option('--dry-run', 'say what it would do, and keep nothing')
  library.addCommand(
    command.action((change: string, options: UndoOptions) => act(() => undo(change, options, context))),
  )
}

async function undo(changeId: string, options: UndoOptions, context: CommandContext): Promise<ExitCode> {
  if (!/^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i.test(changeId)) {
    throw new CliError('usage', `${changeId} is no id of a change.`, 'Ids are in recourse library history.')
  }
  const { undoChange } = await import('../../library/index.ts')
  const { dryRun: isDryRun = false, theRest: takesTheRest = false } = options
  return withLibrary(options, context, async ({ db, actor }) => {
    const outcome = await undoChange(db, actor, { changeId, takesTheRest, isDryRun })
    if (!outcome.ok) {
      const next = outcome.reason === 'moved-on' ? 'For the rest, add --the-rest.' : ''
      return presentRefusal('library undo', outcome, { ...options, next }, context)
    }
    const { movedOn } = outcome.value
    const left =
      movedOn.length === 0
        ? ''
        : ` ${movedOn.length} things that were changed since ${isDryRun ? 'would stay' : 'stay'} as they are.`
    const verdict = line(
      `The change ${isDryRun ? 'can be' : 'is'} undone.${left}`,
      movedOn.length === 0 ? 'good' : 'caution',
    )
    const sheet = { title: 'Undo', verdict, facts: [], sections: [] }
    const data = { isDryRun, undone: changeId, changeId: isDryRun ? null : outcome.changeId, movedOn }
    return presentDone({ command: 'library undo', sheet, data }, options, context)
  })
}
