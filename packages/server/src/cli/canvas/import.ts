import { Command } from 'commander'
import type { CommandContext } from '../command-context.ts'
import type { Act } from '../program.ts'
import { addChoiceOptions } from './choice-options.ts'
import { addCourseOptions, addWaitOption } from './course-options.ts'
import { type ImportOptions, importCollections } from './import-collections.ts'

const EXAMPLES = `
Examples:
  $ recourse canvas import https://canvas.example.edu/courses/42 --proceed
  $ recourse canvas import https://canvas.example.edu/courses/42 --proceed --dates shift --publish --visible
  $ recourse canvas import https://canvas.example.edu/courses/42 --proceed --pair 81=4711 --pair 'Old exam=none'
  $ recourse canvas import https://canvas.example.edu/courses/42 --proceed --rename 'Week 1=Topic 1' --park-unmatched
  $ recourse canvas import https://canvas.example.edu/courses/42 --proceed --dry-run --json

Without --proceed (or --refresh, --keep-own) nothing is written, nor while the plan needs a person:
then it is said which option would let it through. Exit codes: 0 done, 3 needs a person,
4 nothing to import, 5 Canvas is still copying, 1 an error.`

export function addImport(canvas: Command, context: CommandContext, act: Act): void {
  const command = new Command('import')
    .description("bring last term's Collections over")
    .optionsGroup('Acts:')
    .option('--proceed', "bring last term's Collections over, if the plan is clean or safe or everything is accepted")
    .option('--keep-own', "put this course's own Collections back, which a copy has replaced")
    .option('--refresh', 'start again with empty Collections (asks first)')
    .option('--yes', 'do not ask: what --refresh takes away is known')
    .option('--dry-run', 'say what would be written, write nothing')
    .addHelpText('after', EXAMPLES)
  canvas.addCommand(
    addCourseOptions(addWaitOption(addChoiceOptions(command))).action((url: string, options: ImportOptions) =>
      act(() => importCollections(url, options, context)),
    ),
  )
}
