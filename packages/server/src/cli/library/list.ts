import { type Command, Option } from 'commander'
import { cell, line, type Sheet } from '../../render/sheet.ts'
import { instantWords } from '../../render/words.ts'
import { parseCount } from '../canvas/history.ts'
import type { CommandContext } from '../command-context.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Act } from '../program.ts'
import { libraryCommand } from './library-command.ts'
import { type LibraryOptions, withLibrary } from './open-library.ts'
import { presentDone } from './present-library.ts'

const EXAMPLES = `
Examples:
  $ recourse library list
  $ recourse library list --search soil --kind share --limit 200
  $ recourse library list --trash --json

Exit codes: 0 listed, 1 an error.`

interface ListOptions extends LibraryOptions {
  readonly search?: string
  readonly kind?: 'original' | 'share' | 'duplicate'
  readonly mine?: boolean
  readonly trash?: boolean
  readonly limit: number
}

export function addList(library: Command, context: CommandContext, act: Act): void {
  const command = libraryCommand('list', 'courses that one may open', EXAMPLES)
    .option('--search <words>', 'all of them in the title')
    .addOption(new Option('--kind <kind>', 'made new, or copied by').choices(['original', 'share', 'duplicate']))
    .option('--mine', 'those that one is an author of')
    .option('--trash', 'those in the trash')
    .addOption(new Option('--limit <number>', 'so many at most').default(50).argParser(parseCount))
  library.addCommand(command.action((options: ListOptions) => act(() => list(options, context))))
}

async function list(options: ListOptions, context: CommandContext): Promise<ExitCode> {
  const { listCourses } = await import('../../library/index.ts')
  const { search, kind, mine = false, trash = false, limit } = options
  return withLibrary(options, context, async ({ db, actor }) => {
    const query = {
      isMine: mine,
      isTrashed: trash,
      limit,
      ...(search !== undefined && { search }),
      ...(kind && { kind }),
    }
    const found = await listCourses(db, actor, query)
    return presentDone({ command: 'library list', sheet: describe(found), data: found }, options, context)
  })
}

type Found = Awaited<ReturnType<typeof import('../../library/index.ts')['listCourses']>>

function describe({ rows, total }: Found): Sheet {
  const verdict = total === 0 ? line('No course was found.', 'quiet') : line(`${rows.length} of ${total} courses.`)
  const columns = ['Id', 'Title', 'Kind', 'Shared', 'Authors', 'Changed']
  const table = {
    columns,
    rows: rows.map(row => [
      cell(row.courseId.slice(0, 8)),
      cell(row.title),
      cell(row.kind),
      cell(`${row.objectsShared} of ${row.objectsTotal}`),
      cell(row.authors.map(({ name }) => name).join(', ')),
      cell(instantWords(new Date(row.changedAt).toISOString())),
    ]),
  }
  return {
    title: 'Courses',
    verdict,
    facts: [],
    sections: total === 0 ? [] : [{ title: 'Courses', count: total, lines: [], table }],
  }
}
