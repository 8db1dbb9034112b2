import { applyImport, type ReadyPlan } from '@recourse/core'
import { parseHtml } from '../../read-html.ts'
import { describePlan } from '../../render/describe-plan.ts'
import { writtenPage } from '../../render/plan-facts.ts'
import { planJson } from '../../render/plan-json.ts'
import { line, type Section } from '../../render/sheet.ts'
import { count, numberWords } from '../../render/words.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import { type OutputOptions, present } from '../output.ts'
import type { OpenCourse } from './open-course.ts'

/** The same plan, applied in memory: what an import would write, to the letter, but for its time and copied files. */
export async function presentDryRun(
  plan: ReadyPlan,
  options: OutputOptions,
  { address, setting }: OpenCourse,
  context: CommandContext,
): Promise<ExitCode> {
  const applied = applyImport(plan, { at: context.now().toISOString(), copiedFiles: {} }, parseHtml)
  const sheet = describePlan(plan, setting)
  const sections = [writtenSection(plan, applied.length), ...sheet.sections]
  const written = applied.ok ? { body: applied.html, configuration: applied.configuration } : null
  const exitCode = applied.ok ? exitCodes.done : exitCodes.person
  const result = { command: 'import', exitCode, courseUrl: address.url, sheet: { ...sheet, sections } }
  const data = { plan: planJson(plan), dryRun: { slug: writtenPage(plan.page).slug, length: applied.length, written } }
  return present({ ...result, data }, options, context)
}

function writtenSection(plan: ReadyPlan, length: number): Section {
  const { choices, after } = plan
  const page = writtenPage(plan.page)
  const published = page.published || choices.publish ? 'published' : 'not published'
  const copied = plan.images.filter(({ act }) => act === 'copy').length
  const size = `${numberWords(length)} of ${numberWords(plan.size.limit)} characters`
  return {
    title: 'Would be written',
    count: null,
    meaning: 'a dry run: nothing was',
    lines: [
      line(`The page “${page.title}” (${page.slug}), ${published}: ${size}.`),
      line(
        `${count(after.collections.length, 'collection')}, ${count(after.modules.length, 'module')}, ${after.parked.length} kept for later, visible to ${visibilityWords[after.visibility]}.`,
      ),
      ...(copied === 0
        ? []
        : [line(`Before that ${count(copied, 'image')} would be copied into the folder Canvas Collections.`)]),
    ],
  }
}

const visibilityWords: Readonly<Record<ReadyPlan['after']['visibility'], string>> = {
  'no-one': 'no one',
  students: 'students',
  teachers: 'teachers',
  all: 'everybody',
}
