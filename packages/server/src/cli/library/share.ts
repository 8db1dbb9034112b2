import type { Command } from 'commander'
import type { CommandContext } from '../command-context.ts'
import type { Act } from '../program.ts'
import { addCopyOptions, type CopyOptions, copy } from './copy.ts'
import { libraryCommand } from './library-command.ts'

const EXAMPLES = `
Examples:
  $ recourse library share "Soil Science 101" --dry-run
  $ recourse library share 3fa1b2 --title "Soil Science 101, autumn" --only-me

A change of a Learning Object or page in one of the courses is seen in both; modules, order and titles are each one’s own.

Exit codes: 0 done, 1 an error.`

export function addShare(library: Command, context: CommandContext, act: Act): void {
  const command = addCopyOptions(
    libraryCommand('share', 'copy a course that stays in step: the same Learning Objects', EXAMPLES),
  )
  library.addCommand(
    command.action((course: string, options: CopyOptions) => act(() => copy('share', course, options, context))),
  )
}
