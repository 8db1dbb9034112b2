import { restoreRevision } from '@recourse/canvas'
import { Command, Option } from 'commander'
import { parseHtml } from '../../read-html.ts'
import { describeRestore } from '../../render/describe-restore.ts'
import { outcomeJson } from '../../render/outcome-json.ts'
import { toShellWord } from '../../render/shell-word.ts'
import { CliError } from '../cli-error.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import { failureExitCode } from '../failure-exit-code.ts'
import { checkOutput, present } from '../output.ts'
import type { Act } from '../program.ts'
import { addCourseOptions, type CourseOptions } from './course-options.ts'
import { parseCount } from './history.ts'
import { openCourse, withPage } from './open-course.ts'
import { UNSURE, whileWriting } from './while-writing.ts'

interface RestoreOptions extends CourseOptions {
  readonly revision?: number
  readonly page?: string
  readonly undoes?: number
  readonly force?: boolean
}

const EXAMPLES = `
Examples:
  $ recourse canvas history https://canvas.example.edu/courses/42
  $ recourse canvas restore https://canvas.example.edu/courses/42 --revision 3

Refused, with the difference, where somebody has worked on since the import; --force
restores all the same. Canvas keeps every version, so this too can be taken back.
Exit codes: 0 restored, 3 needs a person, 5 Canvas is still copying, 1 an error.`

export function addRestore(canvas: Command, context: CommandContext, act: Act): void {
  const command = new Command('restore')
    .description('bring a saved version of the configuration page back')
    .addOption(new Option('--revision <number>', 'which version, as history lists them').argParser(parseCount))
    .option('--page <slug>', 'another page than Canvas Collections Configuration')
    .addOption(
      new Option('--undoes <number>', 'the version to be taken back, as long as it is still the latest').argParser(
        parseCount,
      ),
    )
    .option('--force', 'also where somebody has worked on since the import')
    .addHelpText('after', EXAMPLES)
  canvas.addCommand(
    addCourseOptions(command).action((url: string, options: RestoreOptions) =>
      act(() => restore(url, options, context)),
    ),
  )
}

async function restore(url: string, options: RestoreOptions, context: CommandContext): Promise<ExitCode> {
  const { revision = askForRevision(url, context), page, undoes, force = false } = options
  await checkOutput(options)
  const course = withPage(await openCourse(url, options, context), page)
  const { canvas, address } = course
  const how = {
    parseHtml,
    signal: context.signal,
    force,
    ...(page !== undefined && { slug: page }),
    ...(undoes !== undefined && { undoes }),
  }
  const outcome = await whileWriting(
    () => restoreRevision(canvas, address.courseId, revision, how),
    () => UNSURE,
  )
  const exitCode = outcome.ok ? exitCodes.done : failureExitCode(outcome)
  const sheet = describeRestore(outcome, revision, course.setting)
  const result = { command: 'restore', exitCode, sheet, courseUrl: course.address.url }
  return present({ ...result, data: { outcome: outcomeJson(outcome) } }, options, context)
}

/** Which one is never guessed: the newest but one need not be what was there before the import. */
function askForRevision(url: string, { program, platform }: CommandContext): never {
  const history = `${program} canvas history ${toShellWord(url, platform)}`
  throw new CliError('usage', '--revision is missing: which version to bring back.', `${history} lists them.`)
}
