import type { ImportChoices, ImportPlan, ReadyPlan } from '@recourse/core'
import { describePlan } from '../../render/describe-plan.ts'
import { lossWords } from '../../render/describe-verdict.ts'
import { planJson } from '../../render/plan-json.ts'
import { CliError } from '../cli-error.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitCode, exitCodes, planExitCode } from '../exit-code.ts'
import { checkOutput, present } from '../output.ts'
import { carryOut } from './carry-out.ts'
import type { ChoiceOptions } from './choice-options.ts'
import type { CourseOptions, WaitOptions } from './course-options.ts'
import { drawPlan } from './draw-plan.ts'
import { presentDryRun } from './dry-run.ts'
import { type OpenCourse, openCourse, withChoices } from './open-course.ts'
import { waitIfAsked } from './wait-if-asked.ts'

export interface ImportOptions extends CourseOptions, WaitOptions, ChoiceOptions {
  readonly proceed?: boolean
  readonly refresh?: boolean
  readonly keepOwn?: boolean
  readonly yes?: boolean
  readonly dryRun?: boolean
}

/** Reads, decides, and acts only where an act was named and the plan allows it. */
export async function importCollections(
  url: string,
  options: ImportOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const action = toAction(options)
  warnOfWeekdays(options.dates, context)
  await checkOutput(options)
  const course = withChoices(await openCourse(url, options, context), options)
  await waitIfAsked(course, options, context)
  const { plan } = await drawPlan(course, options, action ?? 'proceed', context)
  if (plan.kind !== 'ready' || !plan.mayProceed || !plan.mayEdit) return presentPlan(plan, options, course, context)
  if (options.dryRun === true) return presentDryRun(plan, options, course, context)
  if (action === null) return presentUndecided(plan, options, course, context)
  if (action === 'refresh' && !(await confirmRefresh(plan, options, context)))
    return presentPlan(plan, options, course, context, exitCodes.person)
  return carryOut(plan, options, course, context)
}

/** `null`: no act was named. */
function toAction({ proceed, refresh, keepOwn }: ImportOptions): ImportChoices['action'] | null {
  if (refresh === true && (proceed === true || keepOwn === true)) {
    const other = proceed === true ? '--proceed' : '--keep-own'
    throw new CliError('usage', `--refresh and ${other} exclude each other.`, 'Choose one: nothing was written.')
  }
  if (refresh === true) return 'refresh'
  if (keepOwn === true) return 'keep-own'
  return proceed === true ? 'proceed' : null
}

function warnOfWeekdays(dates: ChoiceOptions['dates'], { terminal }: CommandContext): void {
  if (dates?.kind === 'shift' && dates.days !== null && dates.days % 7 !== 0)
    terminal.say(`recourse: ${dates.days} days are no whole weeks: every date gets another weekday.`)
}

function presentPlan(
  plan: ImportPlan,
  options: ImportOptions,
  { address, setting }: OpenCourse,
  context: CommandContext,
  exitCode: ExitCode = refusalCode(plan),
): Promise<ExitCode> {
  if (plan.kind === 'ready') context.terminal.say('recourse: Nothing was written.')
  const sheet = describePlan(plan, setting)
  const result = { command: 'import', exitCode, sheet, data: { plan: planJson(plan) }, courseUrl: address.url }
  return present(result, options, context)
}

/** A plan that may not be carried out is never a success of `import`, whatever its verdict. */
function refusalCode(plan: ImportPlan): ExitCode {
  return plan.kind === 'ready' ? exitCodes.person : planExitCode(plan)
}

/** Clean or safe, and nobody said to go on. */
function presentUndecided(
  plan: ReadyPlan,
  options: ImportOptions,
  course: OpenCourse,
  context: CommandContext,
): Promise<ExitCode> {
  context.terminal.say('recourse: Add --proceed to bring it over.')
  return presentPlan(plan, options, course, context, exitCodes.person)
}

/** The second confirmation, which names the loss (design *Words*). */
async function confirmRefresh(plan: ReadyPlan, { yes }: ImportOptions, context: CommandContext): Promise<boolean> {
  const { terminal, signal } = context
  if (yes === true) return true
  const loss = `Refresh starts again with empty Collections. ${lossWords(plan.loss)}`
  if (!terminal.interactive) {
    terminal.say(`recourse: ${loss} Add --yes to do it.`)
    return false
  }
  terminal.say(loss)
  const answer = await terminal.ask('Type refresh to do it:', { hidden: false, signal })
  return answer.trim().toLowerCase() === 'refresh'
}
