import { Command } from 'commander'
import { addCheck } from './canvas/check.ts'
import { addClaytons } from './canvas/claytons.ts'
import { addHistory } from './canvas/history.ts'
import { addImport } from './canvas/import.ts'
import { addParked } from './canvas/parked.ts'
import { addRestore } from './canvas/restore.ts'
import type { CommandContext } from './command-context.ts'
import { addDb } from './db/add-db.ts'
import type { ExitCode } from './exit-code.ts'
import { addLibrary } from './library/add-library.ts'
import { addPeople } from './people/add-people.ts'
import { addServe } from './serve.ts'
import { addUserscript } from './userscript/build.ts'

/** Runs one command and answers its exit code. */
export type Act = (work: () => Promise<ExitCode>) => Promise<void>

const EXAMPLES = `
Examples:
  $ recourse sandbox                                  a stand-in Canvas to try things in
  $ recourse serve                                    the library, at http://localhost:8643
  $ recourse library import soil.imscc                a Canvas export becomes a course of it
  $ recourse canvas check https://canvas.example.edu/courses/42
  $ recourse canvas import https://canvas.example.edu/courses/42 --proceed

More: recourse canvas --help, recourse library --help, recourse serve --help,
recourse db --help, recourse sandbox --help`

const CANVAS_EXAMPLES = `
Examples:
  $ export CANVAS_TOKEN=…                             never as an argument
  $ recourse canvas check https://canvas.example.edu/courses/42
  $ recourse canvas import https://canvas.example.edu/courses/42 --proceed --dates shift
  $ recourse canvas history https://canvas.example.edu/courses/42
  $ recourse canvas claytons https://canvas.example.edu/courses/42 --check

Exit codes:
  0  clean, safe or done      3  needs a person           130  interrupted
  1  an error                 4  nothing to import
  5  Canvas is still copying`

/** The whole command line; `act` receives what the chosen command does. */
export function createProgram(context: CommandContext, act: Act): Command {
  const program = new Command('recourse')
    .description('Copy a course and have it still work.')
    .version(context.version, '-V, --version')
    .option('--no-color', 'no colours (as NO_COLOR=1)')
    .addHelpText('after', EXAMPLES)
  const canvas = program
    .command('canvas')
    .description('Canvas Collections in a course that Canvas copied')
    .addHelpText('after', CANVAS_EXAMPLES)
  for (const add of [addCheck, addImport, addHistory, addRestore, addParked, addClaytons]) add(canvas, context, act)
  addPeople(program, context, act)
  addServe(program, context, act)
  addLibrary(program, context, act)
  addDb(program, context, act)
  addUserscript(program, context, act)
  return program
}
