import { reportHtml } from '../render/report-html.ts'
import type { Sheet } from '../render/sheet.ts'
import { sheetText } from '../render/sheet-text.ts'
import { instantWords } from '../render/words.ts'
import { CliError } from './cli-error.ts'
import type { CommandContext } from './command-context.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { checkTextFile, writeTextFile } from './text-file.ts'

/** How the person wants the result. */
export interface OutputOptions {
  readonly json?: boolean
  readonly all?: boolean
  readonly report?: string
}

/** The same result in words and in data. */
export interface Result {
  readonly command: string
  readonly exitCode: ExitCode
  readonly sheet: Sheet
  /** For the report, where it holds more than the terminal. */
  readonly reportSheet?: Sheet
  /** What `--json` holds besides version, command and exit code. */
  readonly data: object
  readonly courseUrl: string
}

/** Before anything is done: a report that cannot be written should not be found out after an import. */
export async function checkOutput({ report }: OutputOptions): Promise<void> {
  if (report !== undefined) await checkTextFile(report)
}

export async function present(result: Result, options: OutputOptions, context: CommandContext): Promise<ExitCode> {
  const { terminal } = context
  if (options.json === true) terminal.print(resultJson(result))
  else terminal.print(sheetText(result.sheet, { ...terminal, all: options.all === true }))
  if (options.report === undefined) return result.exitCode
  const footer = `Made by Recourse ${context.version} on ${instantWords(context.now().toISOString())}.`
  const html = reportHtml(result.reportSheet ?? result.sheet, { courseUrl: result.courseUrl, footer })
  return (await saveReport(options.report, html, context)) ? result.exitCode : exitCodes.error
}

/** What was done is done and printed: a report that fails after it is said beside it, not instead of it. */
async function saveReport(path: string, html: string, { terminal }: CommandContext): Promise<boolean> {
  try {
    await writeTextFile(path, html)
    terminal.say(`The report is in ${path}.`)
    return true
  } catch (error) {
    if (!(error instanceof CliError)) throw error
    terminal.say(`${terminal.sayColors.red('recourse:')} ${error.message} ${error.next}`)
    return false
  }
}

/** `next` holds the commands that a person is told, so that a script can show them too. */
function resultJson({ command, exitCode, data, sheet }: Result): string {
  const next = sheet.sections.flatMap(({ commands = [] }) => commands)
  return `${JSON.stringify({ version: 1, command, exitCode, ...data, next }, null, 2)}\n`
}
