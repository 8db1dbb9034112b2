import { access } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Command } from 'commander'
import { describeImport } from '../../render/describe-import.ts'
import { CliError } from '../cli-error.ts'
import type { CommandContext } from '../command-context.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Act } from '../program.ts'
import { libraryCommand } from './library-command.ts'
import { type LibraryOptions, withLibrary } from './open-library.ts'
import { presentDone, presentRefusal } from './present-library.ts'

const EXAMPLES = `
Examples:
  $ recourse library import soil.imscc --dry-run       what it would become; nothing is kept
  $ recourse library import soil.imscc --title "Soil Science 101"
  $ recourse library import soil.zip --apart           an open archive, with Learning Objects of its own

Takes a Canvas export, a Common Cartridge 1.1 to 1.3, or an open archive of recourse library export. All of it or nothing;
every part of the file is in the answer, with what it became or why not.

Exit codes: 0 done, 3 the file was imported before (--again makes another course), 1 an error.`

interface ImportOptions extends LibraryOptions {
  readonly title?: string
  readonly again?: boolean
  readonly apart?: boolean
  readonly dryRun?: boolean
}

export function addImport(library: Command, context: CommandContext, act: Act): void {
  const command = libraryCommand('import', 'make a course of a Canvas export or an open archive', EXAMPLES)
    .argument('<file>', 'a file .imscc or .zip')
    .option('--title <title>', 'of the course, instead of that in the file')
    .option('--again', 'although the same file was imported before')
    .option('--apart', 'of an archive: make Learning Objects anew that are in this library')
    .option('--dry-run', 'say what it would become, and keep nothing')
  library.addCommand(command.action((file: string, options: ImportOptions) => act(() => bring(file, options, context))))
}

async function bring(file: string, options: ImportOptions, context: CommandContext): Promise<ExitCode> {
  await access(file).catch((cause: unknown) => {
    throw new CliError('file', `The file ${file} cannot be read.`, 'Check its name.', { cause })
  })
  const { importCourse } = await import('../../content/import/import-course.ts')
  const { title, again = false, apart = false, dryRun = false } = options
  return withLibrary(options, context, async ({ db, actor }) => {
    const flags = { isAgain: again, isApart: apart, isDryRun: dryRun }
    const wishes = { file, fileName: basename(file), ...flags, ...(title !== undefined && { title }) }
    const outcome = await importCourse(db, actor, wishes)
    if (!outcome.ok) {
      const next = outcome.reason === 'already-there' ? 'To do that, add --again.' : ''
      return presentRefusal('library import', outcome, { ...options, next }, context)
    }
    const { value: report, changeId } = outcome
    const sheet = describeImport(report, { isDryRun: dryRun, program: context.program })
    const data = { isDryRun: dryRun, changeId: dryRun ? null : changeId, report }
    return presentDone({ command: 'library import', sheet, data }, options, context)
  })
}
