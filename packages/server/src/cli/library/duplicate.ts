import type { Command } from 'commander'
import type { CommandContext } from '../command-context.ts'
import type { Act } from '../program.ts'
import { addCopyOptions, type CopyOptions, copy } from './copy.ts'
import { libraryCommand } from './library-command.ts'

const EXAMPLES = `
Examples:
  $ recourse library duplicate "Soil Science 101" --dry-run
  $ recourse library duplicate 3fa1b2 --title "Soil Science 101, autumn" --only-me

Pictures, resources and glossary terms stay common to all courses. Pages lose their Course Style; the answer lists them.

Exit codes: 0 done, 1 an error.`

export function addDuplicate(library: Command, context: CommandContext, act: Act): void {
  const command = addCopyOptions(
    libraryCommand('duplicate', 'copy a course that is independent: new Learning Objects', EXAMPLES),
  )
  library.addCommand(
    command.action((course: string, options: CopyOptions) => act(() => copy('duplicate', course, options, context))),
  )
}
