import { access, rename, rm } from 'node:fs/promises'
import { type Command, Option } from 'commander'
import { line } from '../../render/sheet.ts'
import { count } from '../../render/words.ts'
import { CliError } from '../cli-error.ts'
import type { CommandContext } from '../command-context.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Act } from '../program.ts'
import { findCourse } from './find-course.ts'
import { libraryCommand } from './library-command.ts'
import { type LibraryOptions, withLibrary } from './open-library.ts'
import { presentDone, presentRefusal } from './present-library.ts'

const EXAMPLES = `
Examples:
  $ recourse library export "Soil Science 101" --format imscc --output soil.imscc     to be opened in Canvas
  $ recourse library export 3fa1b2 --format archive --output soil.zip                 to come back, or go elsewhere

imscc is a Common Cartridge 1.3; what Canvas has no place for is said. An archive holds everything under its ids: imported
here again, it shares its Learning Objects instead of doubling them. A file that is there is not replaced.

Exit codes: 0 done, 1 an error.`

interface ExportOptions extends LibraryOptions {
  readonly format: 'imscc' | 'archive'
  readonly output: string
}

export function addExport(library: Command, context: CommandContext, act: Act): void {
  const command = libraryCommand('export', 'write a course to a file', EXAMPLES)
    .argument('<course>', 'its id, the start of it, or its title')
    .addOption(
      new Option('--format <format>', 'for Canvas, or everything').choices(['imscc', 'archive']).makeOptionMandatory(),
    )
    .requiredOption('--output <file>', 'a new file')
  library.addCommand(
    command.action((course: string, options: ExportOptions) => act(() => take(course, options, context))),
  )
}

async function take(words: string, options: ExportOptions, context: CommandContext): Promise<ExitCode> {
  const { format, output } = options
  await requireNew(output)
  const { exportCourse } = await import('../../content/export/export-course.ts')
  return withLibrary(options, context, async library => {
    const { courseId } = await findCourse(library, words)
    const draft = `${output}.part-${process.pid}`
    try {
      const wishes = { courseId, format, program: context.version, now: context.now() }
      const found = await exportCourse(library.db, library.actor, wishes, draft)
      if (!found.ok) return presentRefusal('library export', found, options, context)
      await rename(draft, output)
      const { title, pages, files, notes } = found.value
      const verdict = line(`“${title}” is in ${output}: ${count(pages, 'page')}, ${count(files, 'file')}.`, 'good')
      const left = { title: 'Not in the file', count: notes.length, lines: notes.map(note => line(note)) }
      const sheet = { title: 'Export', verdict, facts: [], sections: notes.length > 0 ? [left] : [] }
      return presentDone(
        { command: 'library export', sheet, data: { courseId, file: output, ...found.value } },
        options,
        context,
      )
    } catch (error) {
      throw toFileFault(error, output) ?? error
    } finally {
      await rm(draft, { force: true })
    }
  })
}

async function requireNew(file: string): Promise<void> {
  const isThere = await access(file).then(
    () => true,
    () => false,
  )
  if (isThere) throw new CliError('file', `There is a file ${file} already.`, 'Name another one, or move it away.')
}

/** What the file system says names its call; what the database says does not. */
function toFileFault(error: unknown, file: string): CliError | undefined {
  if (!(error instanceof Error && 'syscall' in error && 'path' in error)) return undefined
  return new CliError('file', `The file ${file} cannot be written: ${error.message}.`, 'Name another file.', {
    cause: error,
  })
}
