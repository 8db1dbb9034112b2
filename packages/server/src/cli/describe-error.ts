import { CanvasError, type CanvasErrorKind } from '@recourse/canvas'
import { CommanderError } from 'commander'
import { DatabaseError } from '../database/database-error.ts'
import { SettingsError } from '../sign-in/sign-in-settings.ts'
import { CliError } from './cli-error.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'

/** An error as a person and a script get it: what was attempted, on what, and what to do next. */
export interface ErrorWords {
  readonly kind: string
  readonly message: string
  readonly next: string
  readonly exitCode: ExitCode
}

export function describeError(error: unknown): ErrorWords {
  if (error instanceof CliError) {
    const exitCode = error.kind === 'interrupted' ? exitCodes.interrupted : exitCodes.error
    return { kind: error.kind, message: error.message, next: error.next, exitCode }
  }
  if (error instanceof CanvasError) return describeCanvasError(error)
  if (error instanceof DatabaseError) {
    return { kind: `database-${error.kind}`, message: error.message, next: error.next, exitCode: exitCodes.error }
  }
  if (error instanceof SettingsError) {
    return { kind: 'usage', message: error.message, next: error.next, exitCode: exitCodes.error }
  }
  if (error instanceof CommanderError) return describeUsage(error)
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  const next = 'This is a defect of Recourse: please report it with the command and, if you can, --verbose.'
  return { kind: 'defect', message, next, exitCode: exitCodes.error }
}

/** What the command line adds to the errors' own advice. */
const nextSteps: Readonly<Record<CanvasErrorKind, string>> = {
  unauthenticated: 'A token goes into CANVAS_TOKEN, or into a file named with --token-file.',
  denied: 'Use the access token of somebody who teaches the course, or of an administrator.',
  missing: 'Check the address: open it in a browser, as the person whose token this is.',
  refused: 'Check the values in the command.',
  changed: 'Check again, then repeat.',
  'too-large': 'Make it smaller in Canvas, then repeat.',
  throttled: 'Where several commands share this token, run fewer of them at once.',
  down: 'Then repeat the command.',
  malformed: 'Give the address of a course as the browser shows it.',
}

function describeCanvasError(error: CanvasError): ErrorWords {
  const unsure = error.mayHaveActed ? 'It may have been saved all the same: look with recourse canvas history. ' : ''
  return {
    kind: error.kind,
    message: error.message,
    next: unsure + nextSteps[error.kind],
    exitCode: exitCodes.error,
  }
}

/** Commander's own words, less its prefix. */
function describeUsage(error: CommanderError): ErrorWords {
  const message = error.message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ')
  return { kind: 'usage', message: endSentence(message), next: 'See --help for examples.', exitCode: exitCodes.error }
}

function endSentence(text: string): string {
  const start = text.charAt(0).toUpperCase() + text.slice(1)
  return /[.?!)]$/.test(start) ? start : `${start}.`
}
