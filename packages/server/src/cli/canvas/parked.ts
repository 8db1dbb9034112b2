import { listParked, type ParkedChoices, type ParkedOutcome, settleParked } from '@recourse/canvas'
import type { CourseModule, ModuleId, ParkedRow } from '@recourse/core'
import { Command, Option } from 'commander'
import { parseHtml } from '../../read-html.ts'
import { describeNoPage, describeParkedList, describeSettled } from '../../render/describe-parked.ts'
import { outcomeJson } from '../../render/outcome-json.ts'
import type { Sheet } from '../../render/sheet.ts'
import { CliError } from '../cli-error.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import { failureExitCode } from '../failure-exit-code.ts'
import { checkOutput, present } from '../output.ts'
import type { Act } from '../program.ts'
import { addCourseOptions, type CourseOptions, collect } from './course-options.ts'
import { type OpenCourse, openCourse } from './open-course.ts'
import { resolvePair, type Sides } from './resolve-pair.ts'
import { UNSURE, whileWriting } from './while-writing.ts'

interface ParkedOptions extends CourseOptions {
  readonly give?: readonly string[]
  readonly discard?: readonly string[]
}

const EXAMPLES = `
Examples:
  $ recourse canvas parked https://canvas.example.edu/courses/42
  $ recourse canvas parked https://canvas.example.edu/courses/42 --give 'Old exam=4711'
  $ recourse canvas parked https://canvas.example.edu/courses/42 --discard 'Week 13'

Without --give and --discard nothing is written. Exit codes: 0 listed or done,
3 needs a person, 4 there is no configuration, 1 an error.`

export function addParked(canvas: Command, context: CommandContext, act: Act): void {
  const command = new Command('parked')
    .description('entries that imports kept for later: list them, give them to a module, or let go of them')
    .addOption(new Option('--give <entry=module>', 'give an entry to a module').argParser(collect))
    .addOption(new Option('--discard <entry>', 'let go of an entry').argParser(collect))
    .addHelpText('after', EXAMPLES)
  canvas.addCommand(
    addCourseOptions(command).action((url: string, options: ParkedOptions) => act(() => parked(url, options, context))),
  )
}

async function parked(url: string, options: ParkedOptions, context: CommandContext): Promise<ExitCode> {
  await checkOutput(options)
  const course = await openCourse(url, options, context)
  const list = await listParked(course.canvas, course.address.courseId, { parseHtml, signal: context.signal })
  if (!list.ok) return presentOutcome(list, describeNoPage(list, course.setting), options, course, context)
  const choices = toChoices(options, list.rows, list.modules)
  if (Object.keys(choices).length > 0) return settle(choices, options, course, context)
  const sheet = describeParkedList(list.rows, course.setting)
  const result = { command: 'parked', exitCode: exitCodes.done, sheet, courseUrl: course.address.url }
  return present({ ...result, data: { parked: list.rows } }, options, context)
}

async function settle(
  choices: ParkedChoices,
  options: ParkedOptions,
  course: OpenCourse,
  context: CommandContext,
): Promise<ExitCode> {
  const { canvas, address } = course
  const editing = { parseHtml, signal: context.signal }
  const outcome = await whileWriting(
    () => settleParked(canvas, address.courseId, choices, editing),
    () => UNSURE,
  )
  return presentOutcome(outcome, describeSettled(outcome, course.setting), options, course, context)
}

function presentOutcome(
  outcome: ParkedOutcome,
  sheet: Sheet,
  options: ParkedOptions,
  course: OpenCourse,
  context: CommandContext,
): Promise<ExitCode> {
  const exitCode = outcome.ok ? exitCodes.done : failureExitCode(outcome)
  const result = { command: 'parked', exitCode, sheet, courseUrl: course.address.url }
  return present({ ...result, data: { outcome: outcomeJson(outcome) } }, options, context)
}

function toChoices(
  { give = [], discard = [] }: ParkedOptions,
  rows: readonly ParkedRow[],
  modules: readonly CourseModule[],
): ParkedChoices {
  const entries = rows.flatMap(aliases)
  const sides = { option: '--give', holder: 'kept for later is', entries, modules }
  const gifts = give.map(text => toGift(text, sides))
  const discards = discard.map(text => [findEntry(text, entries), null] as const)
  return Object.fromEntries([...gifts, ...discards])
}

/** To none is not a gift: letting go is said by its own name. */
function toGift(text: string, sides: Sides): readonly [string, ModuleId] {
  const { key, oldName, module } = resolvePair(text, sides)
  if (module !== null) return [key, module.id]
  throw new CliError('usage', `--give “${text}” names no module.`, `--discard lets go of “${oldName}”.`)
}

/** An entry goes by the name it had, the key it had, and its own key, which is unique. */
function aliases({
  parkedKey,
  parked: { entry },
}: ParkedRow): readonly { readonly key: string; readonly name: string }[] {
  return [entry.name, entry.key].map(name => ({ key: parkedKey, name }))
}

function findEntry(text: string, entries: ReturnType<typeof aliases>): string {
  const keys = new Set(entries.filter(({ key, name }) => key === text || name === text).map(({ key }) => key))
  const [key, other] = keys
  if (key !== undefined && other === undefined) return key
  const what = other === undefined ? 'kept for later is no such entry' : 'this fits several entries'
  const next = other === undefined ? 'Without options, parked lists them.' : `Say it by key: ${[...keys].join(', ')}.`
  throw new CliError('usage', `--discard “${text}”: ${what}.`, next)
}
