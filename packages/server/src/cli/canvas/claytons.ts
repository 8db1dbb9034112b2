import { readClaytonsFacts, writeClaytons } from '@recourse/canvas'
import {
  type ClaytonsChoices,
  type ClaytonsPlan,
  defaultClaytonsChoices,
  planClaytons,
  type ReadyClaytons,
} from '@recourse/core'
import { Command, Option } from 'commander'
import { parseHtml } from '../../read-html.ts'
import { claytonsPlanJson } from '../../render/claytons-json.ts'
import { describeClaytonsOutcome, describeClaytonsPlan } from '../../render/describe-claytons.ts'
import { claytonsExitCode, claytonsPlanExitCode } from '../claytons-exit-code.ts'
import type { CommandContext } from '../command-context.ts'
import type { ExitCode } from '../exit-code.ts'
import { checkOutput, present } from '../output.ts'
import type { Act } from '../program.ts'
import { addCourseOptions, addWaitOption, type CourseOptions, collect, type WaitOptions } from './course-options.ts'
import { type OpenCourse, openCourse } from './open-course.ts'
import { waitIfAsked } from './wait-if-asked.ts'

interface ClaytonsOptions extends CourseOptions, WaitOptions {
  readonly collection?: readonly string[]
  readonly navigation?: ClaytonsChoices['navigation']
  readonly check?: boolean
  readonly dryRun?: boolean
  readonly replaceEdited?: boolean
  readonly publish?: boolean
}

const EXAMPLES = `
Examples:
  $ recourse canvas claytons https://canvas.example.edu/courses/42 --check
  $ recourse canvas claytons https://canvas.example.edu/courses/42 --navigation pages --publish
  $ recourse canvas claytons https://canvas.example.edu/courses/42 --collection "Weeks" --dry-run

What stands around the cards on a page is left as it is. What somebody changed in the cards by
hand is kept and said; --replace-edited writes over it. Canvas keeps every version.
Exit codes: 0 all up to date or written, 3 needs a person (with --check also: out of date),
4 nothing to write, 5 Canvas is still copying, 1 an error.`

export function addClaytons(canvas: Command, context: CommandContext, act: Act): void {
  const command = new Command('claytons')
    .description('write the static pages (Claytons) of the collections')
    .optionsGroup('What:')
    .addOption(
      new Option('--collection <name>', 'only this one, also if it is hidden; may be repeated').argParser(collect),
    )
    .addOption(
      new Option('--navigation <kind>', 'between collections; else each page keeps what it has').choices([
        'none',
        'pages',
        'tabs',
      ]),
    )
    .option('--publish', 'publish the pages that are written (new ones are unpublished else)')
    .option('--replace-edited', 'also write over what somebody changed by hand')
    .option('--check', 'write nothing; exit code 3 where a page is out of date')
    .option('--dry-run', 'write nothing; with --json also say what would be written')
    .addHelpText('after', EXAMPLES)
  canvas.addCommand(
    addCourseOptions(addWaitOption(command)).action((url: string, options: ClaytonsOptions) =>
      act(() => claytons(url, options, context)),
    ),
  )
}

async function claytons(url: string, options: ClaytonsOptions, context: CommandContext): Promise<ExitCode> {
  await checkOutput(options)
  const course = withClaytonsChoices(await openCourse(url, options, context), options)
  await waitIfAsked(course, options, context)
  const plan = await drawClaytons(course, options, context)
  const mayWrite = options.check !== true && options.dryRun !== true
  if (plan.kind === 'ready' && mayWrite) return carryOut(plan, options, course, context)
  const result = {
    command: 'claytons',
    exitCode: claytonsPlanExitCode(plan, { isCheck: options.check === true }),
    sheet: describeClaytonsPlan(plan, course.setting),
    data: { plan: claytonsPlanJson(plan, { withBodies: options.dryRun === true }) },
  }
  return present({ ...result, courseUrl: course.address.url }, options, context)
}

async function drawClaytons(
  { canvas, address }: OpenCourse,
  { collection, navigation, replaceEdited = false, publish = false }: ClaytonsOptions,
  { terminal, signal }: CommandContext,
): Promise<ClaytonsPlan> {
  terminal.progress(`Reading course ${address.courseId} …`)
  const facts = await readClaytonsFacts(canvas, address.courseId, { parseHtml, signal })
  const given = { collections: collection ?? null, navigation: navigation ?? 'keep', replaceEdited, publish } as const
  return planClaytons(facts, { ...defaultClaytonsChoices, ...given }, parseHtml)
}

async function carryOut(
  plan: ReadyClaytons,
  options: ClaytonsOptions,
  { canvas, address, setting }: OpenCourse,
  context: CommandContext,
): Promise<ExitCode> {
  const { terminal, signal } = context
  const outcome = await writeClaytons(canvas, plan, {
    parseHtml,
    stop: signal,
    onProgress: ({ done, total, title }) => terminal.progress(`Page ${done + 1} of ${total}: ${title} …`),
  })
  const result = {
    command: 'claytons',
    exitCode: claytonsExitCode(outcome),
    sheet: describeClaytonsOutcome(outcome, plan, setting),
    data: { plan: claytonsPlanJson(plan, { withBodies: false }), outcome },
  }
  return present({ ...result, courseUrl: address.url }, options, context)
}

/** The next command repeats what was chosen. */
function withClaytonsChoices(course: OpenCourse, options: ClaytonsOptions): OpenCourse {
  const choices = [
    ...(options.collection ?? []).flatMap(name => ['--collection', name]),
    ...(options.navigation === undefined ? [] : ['--navigation', options.navigation]),
    ...(options.publish === true ? ['--publish'] : []),
  ]
  return { ...course, setting: { ...course.setting, choices } }
}
