import { type ProceedOutcome, type ProceedProgress, proceedImport } from '@recourse/canvas'
import type { ReadyPlan } from '@recourse/core'
import { parseHtml } from '../../read-html.ts'
import { describeOutcome } from '../../render/describe-outcome.ts'
import { planSections } from '../../render/describe-plan.ts'
import { outcomeJson } from '../../render/outcome-json.ts'
import { planJson } from '../../render/plan-json.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import { failureExitCode } from '../failure-exit-code.ts'
import { type OutputOptions, present } from '../output.ts'
import type { OpenCourse } from './open-course.ts'
import { whileWriting } from './while-writing.ts'

/** Acts, and says what became of it; an interruption says how far it had come. */
export async function carryOut(
  plan: ReadyPlan,
  options: OutputOptions,
  course: OpenCourse,
  context: CommandContext,
): Promise<ExitCode> {
  const outcome = await proceed(plan, course, context)
  const sheet = describeOutcome(outcome, plan, course.setting)
  const full = { ...sheet, sections: [...sheet.sections, ...planSections(plan)] }
  const result = {
    command: 'import',
    exitCode: outcome.ok ? exitCodes.done : failureExitCode(outcome),
    courseUrl: course.address.url,
  }
  const data = { plan: planJson(plan), outcome: outcomeJson(outcome) }
  return present({ ...result, sheet, reportSheet: full, data }, options, context)
}

async function proceed(plan: ReadyPlan, course: OpenCourse, context: CommandContext): Promise<ProceedOutcome> {
  const { terminal, signal } = context
  let reached: ProceedProgress = { step: 'checking', done: 0, total: 0 }
  const onProgress = (progress: ProceedProgress): void => {
    reached = progress
    terminal.progress(progressWords(progress))
  }
  const write = () => proceedImport(course.canvas, plan, { parseHtml, signal, onProgress })
  return whileWriting(write, () => interruptedWords(reached))
}

function progressWords({ step, done, total }: ProceedProgress): string {
  switch (step) {
    case 'checking':
      return 'Checking that nothing has changed …'
    case 'locking':
      return 'Asking editors to wait …'
    case 'copying-files':
      return `Copying images: ${done} of ${total} …`
    case 'writing':
      return 'Writing the page …'
    default:
      return step satisfies never
  }
}

function interruptedWords({ step, done }: ProceedProgress): string {
  if (step === 'writing')
    return 'The page may have been written: run the same command again, which finishes or finds it done.'
  if (step === 'copying-files' && done > 0)
    return `The page is unchanged. ${done} of its images were copied already; running again uses them.`
  return 'The page is unchanged; nothing was written.'
}
