import type { Sheet } from '../../render/sheet.ts'
import { sheetText } from '../../render/sheet-text.ts'
import type { CommandContext } from '../command-context.ts'
import type { ExitCode } from '../exit-code.ts'

export interface DatabaseResult {
  readonly command: string
  readonly exitCode: ExitCode
  readonly sheet: Sheet
  /** What `--json` holds besides version, command and exit code. */
  readonly data: object
}

export interface DatabaseOutput {
  readonly json?: boolean
}

export function presentDatabase(
  { command, exitCode, sheet, data }: DatabaseResult,
  { json }: DatabaseOutput,
  { terminal }: CommandContext,
): ExitCode {
  const document = { version: 1, command, exitCode, ...data }
  terminal.print(
    json === true ? `${JSON.stringify(document, null, 2)}\n` : sheetText(sheet, { ...terminal, all: true }),
  )
  return exitCode
}
