import type { Refusal, RefusalReason } from '../../library/index.ts'
import { toHarmless } from '../../render/harmless.ts'
import type { Sheet } from '../../render/sheet.ts'
import { sheetText } from '../../render/sheet-text.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitCode, exitCodes } from '../exit-code.ts'

export interface LibraryResult {
  readonly command: string
  readonly sheet: Sheet
  /** What `--json` holds besides version, command and exit code. */
  readonly data: object
}

interface Output {
  readonly json?: boolean
}

export function presentDone(
  { command, sheet, data }: LibraryResult,
  { json }: Output,
  { terminal }: CommandContext,
): ExitCode {
  const document = { version: 1, command, exitCode: exitCodes.done, ...data }
  terminal.print(
    json === true ? `${JSON.stringify(document, null, 2)}\n` : sheetText(sheet, { ...terminal, all: true }),
  )
  return exitCodes.done
}

/** What a person can decide; all other refusals are errors. */
const decidable: ReadonlySet<RefusalReason> = new Set([
  'already-there',
  'confirm',
  'in-use',
  'moved-on',
  'protected',
  'stale',
])

/** Nothing was changed; `next` says how to go on where this command has a way. */
export function presentRefusal(
  command: string,
  { reason, message, details }: Refusal,
  { json, next = '' }: Output & { readonly next?: string },
  { terminal }: CommandContext,
): ExitCode {
  const exitCode = decidable.has(reason) ? exitCodes.person : exitCodes.error
  terminal.say(`${terminal.sayColors.red('recourse:')} ${toHarmless(`${message} ${next}`.trim())}`)
  const document = { version: 1, command, exitCode, error: { kind: reason, message, next, details } }
  if (json === true) terminal.print(`${JSON.stringify(document, null, 2)}\n`)
  return exitCode
}
