import { Command } from 'commander'
import { describePlan } from '../../render/describe-plan.ts'
import { planJson } from '../../render/plan-json.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitCode, planExitCode } from '../exit-code.ts'
import { checkOutput, present } from '../output.ts'
import type { Act } from '../program.ts'
import { addPageOption, type ChoiceOptions } from './choice-options.ts'
import { addCourseOptions, addWaitOption, type CourseOptions, type WaitOptions } from './course-options.ts'
import { drawPlan } from './draw-plan.ts'
import { openCourse, withChoices } from './open-course.ts'
import { waitIfAsked } from './wait-if-asked.ts'

type CheckOptions = CourseOptions & WaitOptions & Pick<ChoiceOptions, 'page'>

const EXAMPLES = `
Examples:
  $ recourse canvas check https://canvas.example.edu/courses/42
  $ recourse canvas check https://canvas.example.edu/courses/42 --report plan.html
  $ recourse canvas check https://canvas.example.edu/courses/42 --wait 30 --json

Nothing is written. Exit codes: 0 clean or safe, 3 needs a person,
4 nothing to import, 5 Canvas is still copying, 1 an error.`

export function addCheck(canvas: Command, context: CommandContext, act: Act): void {
  const command = new Command('check').description('say what an import would do').addHelpText('after', EXAMPLES)
  canvas.addCommand(
    addCourseOptions(addWaitOption(addPageOption(command))).action((url: string, options: CheckOptions) =>
      act(() => check(url, options, context)),
    ),
  )
}

async function check(url: string, options: CheckOptions, context: CommandContext): Promise<ExitCode> {
  await checkOutput(options)
  const course = withChoices(await openCourse(url, options, context), options)
  await waitIfAsked(course, options, context)
  const { plan } = await drawPlan(course, options, 'proceed', context)
  const sheet = describePlan(plan, course.setting)
  const result = { command: 'check', exitCode: planExitCode(plan), sheet, data: { plan: planJson(plan) } }
  return present({ ...result, courseUrl: course.address.url }, options, context)
}
