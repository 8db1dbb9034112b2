import { Command, CommanderError } from 'commander'
import { DoorError } from './door-error.ts'
import { addDoorOptions, type DoorOptions } from './door-options.ts'
import { openSandbox, type ReadyLine } from './open-sandbox.ts'
import { welcome } from './welcome.ts'

/** One call of the door: its words after `recourse`, where its output goes, and when it is to end. */
export interface DoorCall {
  readonly words: readonly string[]
  readonly print: (text: string) => void
  readonly say: (text: string) => void
  /** Aborted to close the sandbox. */
  readonly signal: AbortSignal
}

const examples = `
Examples:
  $ recourse sandbox --port 8642
  $ recourse sandbox --port 0 --no-demo --cartridge export.imscc
  $ recourse sandbox --copy-speed 2000 --links string --throttle

When it is ready, one line of JSON is printed: the address, people with passwords
and tokens, and the courses. Everything else goes to standard error.`

/** Runs until the signal; answers the exit code. Every expected failure is one sentence on standard error. */
export async function runDoor(call: DoorCall): Promise<number> {
  try {
    await createProgram(call).parseAsync([...call.words], { from: 'user' })
    return 0
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode
    if (!(error instanceof DoorError)) throw error
    call.say(`recourse: ${error.message}\n`)
    return 1
  }
}

function createProgram(call: DoorCall): Command {
  const { print, say } = call
  const program = new Command('recourse').exitOverride().configureOutput({
    writeOut: print,
    writeErr: say,
    outputError: (text, write) => write(text.replace(/^error: (.)/, (_, first) => `recourse: ${first.toUpperCase()}`)),
  })
  const sandbox = program
    .command('sandbox')
    .description('A stand-in Canvas in memory, for trying things out and for tests.')
  addDoorOptions(sandbox)
    .option('--no-demo', 'without the demo courses')
    .addHelpText('after', examples)
    .action((options: DoorOptions) => run(call, options, toLine))
  const demo = program.command('demo').description('The sandbox with its demo courses, and what to try with them.')
  addDoorOptions(demo).action((options: Omit<DoorOptions, 'demo'>) => run(call, { ...options, demo: true }, welcome))
  return program
}

function toLine(ready: ReadyLine): string {
  return `${JSON.stringify(ready)}\n`
}

async function run(call: DoorCall, options: DoorOptions, describe: (ready: ReadyLine) => string): Promise<void> {
  const { ready, close } = await openSandbox(options, line => call.say(`${line}\n`))
  if (!call.signal.aborted) {
    call.print(describe(ready))
    await aborted(call.signal)
  }
  await close()
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
