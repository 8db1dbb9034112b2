import type { Fetch } from '@recourse/canvas'
import { type Command, CommanderError } from 'commander'
import { toHarmless } from '../render/harmless.ts'
import { CliError } from './cli-error.ts'
import type { CommandContext } from './command-context.ts'
import { describeError, type ErrorWords } from './describe-error.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { createProcessTerminal, type Streams } from './process-terminal.ts'
import { createProgram } from './program.ts'
import { refuseTokens } from './refuse-tokens.ts'

/** One call of the command: everything it may touch. */
export interface Invocation {
  /** Words after `recourse`. */
  readonly words: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly streams: Streams
  readonly fetch: Fetch
  readonly now: () => Date
  readonly platform: string
  readonly version: string
  /** Aborted by `interrupt`. */
  readonly stop: AbortController
}

/** Never throws: every end has an exit code, and every error one line on standard error. */
export async function runCli(invocation: Invocation): Promise<ExitCode> {
  const context = toContext(invocation)
  try {
    refuseTokens(invocation.words)
    return await parseAndRun(invocation.words, context)
  } catch (error) {
    return helpExitCode(error) ?? fail(describeError(error), invocation.words, context)
  }
}

function toContext({ words, env, streams, fetch, now, platform, version, stop }: Invocation): CommandContext {
  const interrupt = () => interruptBy(stop)
  const plain = words.includes('--no-color')
  return {
    terminal: createProcessTerminal(streams, { env, plain, interrupt }),
    fetch,
    now,
    signal: stop.signal,
    env,
    canvasToken: env.CANVAS_TOKEN,
    // npm says so to what `npx` starts; the proposed commands should work as the last one did.
    program: env.npm_command === 'exec' ? 'npx recourse' : 'recourse',
    platform,
    version,
  }
}

/** What Ctrl-C does: everything under way ends, and the command says how far it got. */
export function interruptBy(stop: AbortController): void {
  stop.abort(new CliError('interrupted', 'Interrupted.', 'Nothing has been written.'))
}

async function parseAndRun(words: readonly string[], context: CommandContext): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.done
  const program = createProgram(context, async work => {
    exitCode = await work()
  })
  for (const command of family(program)) {
    command
      .exitOverride()
      .configureOutput(toOutput(context))
      .configureHelp(helpStyle(context))
      .showSuggestionAfterError()
  }
  await program.parseAsync([...words], { from: 'user' })
  return exitCode
}

function family(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(family)]
}

/** Usage errors are said by `fail`, like all others. */
function toOutput({ terminal }: CommandContext) {
  return {
    writeOut: terminal.print,
    writeErr: (text: string) => terminal.say(text.trimEnd()),
    outputError: () => undefined,
  }
}

const WIDEST_HELP = 100

function helpStyle({ terminal }: CommandContext) {
  return { showGlobalOptions: true, helpWidth: Math.min(terminal.width, WIDEST_HELP) }
}

/** Help that was asked for is a result; help instead of a command that is missing is not. */
function helpExitCode(error: unknown): ExitCode | undefined {
  if (!(error instanceof CommanderError)) return undefined
  if (error.exitCode === 0) return exitCodes.done
  return error.code === 'commander.help' ? exitCodes.error : undefined
}

function fail(words: ErrorWords, given: readonly string[], { terminal }: CommandContext): ExitCode {
  const { kind, exitCode } = words
  const [message, next] = [toHarmless(words.message), toHarmless(words.next)]
  terminal.say(`${terminal.sayColors.red('recourse:')} ${message} ${next}`)
  if (given.includes('--json')) {
    const document = { version: 1, exitCode, error: { kind, message: words.message, next: words.next } }
    terminal.print(`${JSON.stringify(document, null, 2)}\n`)
  }
  return exitCode
}
