import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { line } from '../../render/sheet.ts'
import { sheetText } from '../../render/sheet-text.ts'
import { CliError } from '../cli-error.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import type { Act } from '../program.ts'
import { checkTextFile, writeTextFile } from '../text-file.ts'
import { addHosts } from './add-hosts.ts'

const EXAMPLES = `
Examples:
  $ recourse userscript build --host canvas.example.edu
  $ recourse userscript build --host canvas.example.edu --host *.canvas.example.org --output /tmp/recourse.user.js

Tampermonkey runs the script where its header says: on https://*.instructure.com/courses/… and on the hosts named here.
A script for Canvas's Theme Editor needs no host: it runs where Canvas puts it.`

const BUILT = fileURLToPath(new URL('../../../../userscript/dist/recourse.user.js', import.meta.url))

interface BuildOptions {
  readonly host?: readonly string[]
  readonly output: string
  readonly json?: boolean
}

export function addUserscript(program: Command, context: CommandContext, act: Act): void {
  program
    .command('userscript')
    .description('the script that runs inside Canvas')
    .command('build')
    .description('write the userscript for the hosts of your Canvas')
    .option('--host <name...>', 'a host that it runs on besides *.instructure.com')
    .option('--output <file>', 'where to write it; one that is there is replaced', 'recourse.user.js')
    .option('--json', 'the result as JSON')
    .addHelpText('after', EXAMPLES)
    .action((options: BuildOptions) => act(() => build(options, context)))
}

async function build({ host = [], output, json }: BuildOptions, { terminal }: CommandContext): Promise<ExitCode> {
  await checkTextFile(output)
  const script = addHosts(await readBuilt(), host)
  await writeTextFile(output, script)
  const hosts = [...script.matchAll(/^\/\/ @match\s+https:\/\/([^/]+)\//gm)].flatMap(([, name]) => name ?? [])
  const sheet = {
    title: 'Userscript',
    verdict: line(`The script is in ${output}. It runs on ${hosts.join(', ')}.`, 'good'),
    facts: [],
    sections: [],
  }
  const document = { version: 1, command: 'userscript build', exitCode: exitCodes.done, file: output, hosts }
  terminal.print(
    json === true ? `${JSON.stringify(document, null, 2)}\n` : sheetText(sheet, { ...terminal, all: true }),
  )
  return exitCodes.done
}

async function readBuilt(): Promise<string> {
  try {
    return await readFile(BUILT, 'utf8')
  } catch (cause) {
    const next = 'Run "npm run build" in the folder of Recourse, then this command again.'
    throw new CliError('file', 'The userscript is not built.', next, { cause })
  }
}
