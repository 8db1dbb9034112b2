import { readImportFacts } from '@recourse/canvas'
import { type ImportChoices, type ImportFacts, type ImportPlan, planImport } from '@recourse/core'
import { parseHtml } from '../../read-html.ts'
import type { CommandContext } from '../command-context.ts'
import type { ChoiceOptions } from './choice-options.ts'
import { choosePairs, chooseWithoutPairs } from './choose.ts'
import type { OpenCourse } from './open-course.ts'

export interface DrawnPlan {
  readonly facts: ImportFacts
  readonly plan: ImportPlan
}

/** Reads the course once and draws the plan; names in `--pair` and `--rename` are looked up in what was read. */
export async function drawPlan(
  { canvas, address }: OpenCourse,
  options: ChoiceOptions,
  action: ImportChoices['action'],
  { terminal, signal }: CommandContext,
): Promise<DrawnPlan> {
  terminal.progress(`Reading course ${address.courseId} …`)
  const facts = await readImportFacts(canvas, address.courseId, { parseHtml, signal })
  const choices = chooseWithoutPairs(options, action, facts)
  const plan = planImport(facts, choices, parseHtml)
  if (plan.kind !== 'ready') return { facts, plan }
  const { pairs, renames, idle } = choosePairs(options, {
    option: '--pair',
    holder: "last term's Collections have",
    entries: plan.before.modules,
    modules: facts.modules,
  })
  for (const text of idle) terminal.say(`recourse: --rename “${text}” names nothing in this course, and was left out.`)
  return { facts, plan: planImport(facts, { ...choices, pairs, renames }, parseHtml) }
}
