import { readHistory } from '@recourse/canvas'
import { Command, InvalidArgumentError, Option } from 'commander'
import { parseHtml } from '../../read-html.ts'
import { describeHistory } from '../../render/describe-history.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import { checkOutput, present } from '../output.ts'
import type { Act } from '../program.ts'
import { addCourseOptions, type CourseOptions } from './course-options.ts'
import { openCourse, withPage } from './open-course.ts'

interface HistoryOptions extends CourseOptions {
  readonly page?: string
  readonly limit?: number
}

const EXAMPLES = `
Examples:
  $ recourse canvas history https://canvas.example.edu/courses/42
  $ recourse canvas history https://canvas.example.edu/courses/42 --limit 100 --json

Exit codes: 0 listed, 4 there is no such page, 1 an error.`

export function addHistory(canvas: Command, context: CommandContext, act: Act): void {
  const command = new Command('history')
    .description('saved versions of the configuration page, and what each holds')
    .option('--page <slug>', 'another page than Canvas Collections Configuration')
    .addOption(new Option('--limit <number>', 'look into so many versions').default(20).argParser(parseCount))
    .addHelpText('after', EXAMPLES)
  canvas.addCommand(
    addCourseOptions(command).action((url: string, options: HistoryOptions) =>
      act(() => history(url, options, context)),
    ),
  )
}

export function parseCount(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It takes a number from 1.')
  return Number(text)
}

async function history(url: string, options: HistoryOptions, context: CommandContext): Promise<ExitCode> {
  await checkOutput(options)
  const { page, limit } = options
  const course = withPage(await openCourse(url, options, context), page)
  const found = await readHistory(course.canvas, course.address.courseId, {
    parseHtml,
    signal: context.signal,
    ...(page !== undefined && { slug: page }),
    ...(limit !== undefined && { limit }),
  })
  const exitCode = found === undefined ? exitCodes.nothing : exitCodes.done
  const sheet = describeHistory(found, course.setting)
  const data = { page: found === undefined ? null : pageJson(found.page), versions: found?.versions ?? [] }
  return present({ command: 'history', exitCode, sheet, data, courseUrl: course.address.url }, options, context)
}

function pageJson({ id, url, title, isPublished }: { id: string; url: string; title: string; isPublished: boolean }) {
  return { pageId: id, slug: url, title, published: isPublished }
}
