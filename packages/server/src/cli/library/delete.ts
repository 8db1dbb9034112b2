import type { Command } from 'commander'
import { line } from '../../render/sheet.ts'
import { count } from '../../render/words.ts'
import type { CommandContext } from '../command-context.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Act } from '../program.ts'
import { findCourse } from './find-course.ts'
import { libraryCommand } from './library-command.ts'
import { type LibraryOptions, withLibrary } from './open-library.ts'
import { presentDone, presentRefusal } from './present-library.ts'

const EXAMPLES = `
Examples:
  $ recourse library delete "Soil Science 101" --dry-run
  $ recourse library delete 3fa1b2

Puts a course into the trash, with the Learning Objects that no other course holds; shared ones stay where else they are. The
answer says how to take it back. Exit codes: 0 done, 1 an error.`

interface DeleteOptions extends LibraryOptions {
  readonly dryRun?: boolean
}

export function addDelete(library: Command, context: CommandContext, act: Act): void {
  const command = libraryCommand('delete', 'put a course into the trash', EXAMPLES)
    .argument('<course>', 'its id, the start of it, or its title')
    .option('--dry-run', 'say what it would do, and keep nothing')
  library.addCommand(
    command.action((course: string, options: DeleteOptions) => act(() => trash(course, options, context))),
  )
}

async function trash(words: string, options: DeleteOptions, context: CommandContext): Promise<ExitCode> {
  const { readOutline, trashCourse } = await import('../../library/index.ts')
  const { dryRun: isDryRun = false } = options
  return withLibrary(options, context, async library => {
    const { courseId, title } = await findCourse(library, words)
    const outline = await readOutline(library.db, library.actor, courseId)
    const outcome = await trashCourse(library.db, library.actor, courseId, isDryRun)
    if (!outcome.ok) return presentRefusal('library delete', outcome, options, context)
    const objects = outline.ok ? outline.value.modules.flatMap(module => module.objects) : []
    const shared = objects.filter(({ reach }) => reach.courses.length + reach.hidden > 0).length
    const counts = { shared, own: objects.length - shared }
    const undo = { purpose: 'take it back', command: `${context.program} library undo ${outcome.changeId}` }
    const sheet = {
      title: 'Delete',
      verdict: line(
        `“${title}” ${isDryRun ? 'would be' : 'is'} in the trash, with ${count(counts.own, 'Learning Object')}; ${shared} that other courses hold stay there.`,
        'good',
      ),
      facts: [{ label: 'Course', text: courseId }],
      sections: isDryRun ? [] : [{ title: 'Next', count: null, lines: [], commands: [undo] }],
    }
    const data = { isDryRun, courseId, changeId: isDryRun ? null : outcome.changeId, objects: counts }
    return presentDone({ command: 'library delete', sheet, data }, options, context)
  })
}
