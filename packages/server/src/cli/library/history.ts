import { type Command, Option } from 'commander'
import { cell, line } from '../../render/sheet.ts'
import { count, instantWords } from '../../render/words.ts'
import { parseCount } from '../canvas/history.ts'
import type { CommandContext } from '../command-context.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Act } from '../program.ts'
import { findCourse } from './find-course.ts'
import { libraryCommand } from './library-command.ts'
import { type LibraryOptions, withLibrary } from './open-library.ts'
import { presentDone } from './present-library.ts'

const EXAMPLES = `
Examples:
  $ recourse library history "Soil Science 101"
  $ recourse library history 3fa1b2 --limit 500 --json

What changed in a course, wherever it was done, last first. Exit codes: 0 listed, 1 an error.`

interface HistoryOptions extends LibraryOptions {
  readonly limit: number
}

export function addHistory(library: Command, context: CommandContext, act: Act): void {
  const command = libraryCommand('history', 'what changed in a course', EXAMPLES)
    .argument('<course>', 'its id, the start of it, or its title')
    .addOption(new Option('--limit <number>', 'so many at most').default(100).argParser(parseCount))
  library.addCommand(
    command.action((course: string, options: HistoryOptions) => act(() => history(course, options, context))),
  )
}

async function history(words: string, options: HistoryOptions, context: CommandContext): Promise<ExitCode> {
  const { listHistory } = await import('../../library/index.ts')
  return withLibrary(options, context, async library => {
    const { courseId, title } = await findCourse(library, words)
    const entries = await listHistory(library.db, library.actor, { courseId, limit: options.limit })
    const rows = entries.map(({ changeId, operation, at, isUndone }) => [
      cell(instantWords(new Date(at).toISOString())),
      cell(operation),
      cell(isUndone ? 'undone' : ''),
      cell(changeId, 'quiet'),
    ])
    const table = { columns: ['When', 'What', '', 'Change'], rows }
    const section = { title: 'Changes', count: rows.length, lines: [], table }
    const sheet = {
      title,
      verdict: line(`${count(rows.length, 'change')}.`),
      facts: [],
      sections: rows.length > 0 ? [section] : [],
    }
    return presentDone({ command: 'library history', sheet, data: { courseId, entries } }, options, context)
  })
}
