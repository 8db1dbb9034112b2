import { type Command, InvalidArgumentError, Option } from 'commander'
import type { OutputOptions } from '../output.ts'

/** Options that every command about a course takes. */
export interface CourseOptions extends OutputOptions {
  readonly tokenFile?: string
  readonly verbose?: boolean
}

export interface WaitOptions {
  /** Minutes. */
  readonly wait?: number
}

export function addCourseOptions(command: Command): Command {
  return command
    .argument('<url>', 'address of the course, as the browser shows it')
    .optionsGroup('Result:')
    .option('--json', 'one JSON document on standard output instead of text')
    .option('--report <file>', 'also write a report: one HTML file to read, print or send')
    .option('--all', 'long tables in full')
    .optionsGroup('Access:')
    .option('--token-file <file>', 'file that holds the access token (else CANVAS_TOKEN, else you are asked)')
    .option('--verbose', 'say every request on standard error, without tokens')
}

export function addWaitOption(command: Command): Command {
  return command.addOption(
    new Option('--wait <minutes>', 'while Canvas is still copying, wait for it up to so long').argParser(parseMinutes),
  )
}

function parseMinutes(text: string): number {
  const minutes = Number(text)
  if (text.trim() === '' || !Number.isFinite(minutes) || minutes < 0)
    throw new InvalidArgumentError('It takes a number of minutes.')
  return minutes
}

/** `--option VALUE` more than once. */
export function collect(text: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), text]
}
