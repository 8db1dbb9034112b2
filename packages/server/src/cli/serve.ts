import type { Command } from 'commander'
import type { Ready } from '../serve/index.ts'
import { CliError } from './cli-error.ts'
import type { CommandContext } from './command-context.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import type { Act } from './program.ts'

const EXAMPLES = `
Examples:
  $ recourse serve                                    for yourself, at http://localhost:8643
  $ recourse serve --port 9000 --host 0.0.0.0         for everybody who reaches this machine
  $ RECOURSE_URL=https://library.example.edu RECOURSE_PROXIES=1 recourse serve
  $ RECOURSE_DATA=/tmp/demo recourse serve --demo     with courses and people to try it on
  $ DATABASE_URL=postgresql://recourse@db.example.edu/recourse recourse serve

The first start prints a link that makes you the administrator. Ctrl-C lets requests under way come to their end.

Environment:
  RECOURSE_URL           the address that people type; behind a proxy it has to be said
  RECOURSE_PROXIES       how many proxies stand in front: their X-Forwarded-For is believed, nobody else's
  RECOURSE_NAME, RECOURSE_ADMIN_EMAIL
                         of a new library: what it is called, its administrator's address
  RECOURSE_SECRET        what cookies are signed with, instead of the one in the database
  RECOURSE_OIDC_ISSUER, RECOURSE_OIDC_CLIENT_ID, RECOURSE_OIDC_CLIENT_SECRET, RECOURSE_OIDC_NAME
                         signing in by OpenID Connect too; its redirect address is RECOURSE_URL/api/auth/callback/oidc
  DATABASE_URL, RECOURSE_DATA
                         where the data are, as in recourse db --help`

interface ServeOptions {
  readonly port: string
  readonly host: string
  readonly demo?: boolean
  readonly json?: boolean
}

export function addServe(program: Command, context: CommandContext, act: Act): void {
  program
    .command('serve')
    .description('the library in the browser: the web app and its API')
    .option('--port <number>', 'where to listen; 0 takes a free one', '8643')
    .option('--host <address>', 'on which address of this machine', '127.0.0.1')
    .option('--demo', 'with courses and people to try it on; a library that is in use is left alone')
    .option('--json', 'say where it is as JSON, on one line')
    .addHelpText('after', EXAMPLES)
    .action((options: ServeOptions) => act(() => serve(options, context)))
}

async function serve(options: ServeOptions, context: CommandContext): Promise<ExitCode> {
  const place = { port: parsePort(options.port), host: options.host }
  const { ListenError, parseServeSettings, serveLibrary } = await import('../serve/index.ts')
  const { env, signal, terminal } = context
  const onReady = (ready: Ready): void => terminal.print(options.json === true ? toJson(ready) : toWords(ready))
  try {
    const settings = parseServeSettings(env)
    const isDemo = options.demo === true
    await serveLibrary({ place, settings, env, isDemo, signal, say: terminal.say, onReady })
  } catch (error) {
    if (!(error instanceof ListenError)) throw error
    throw new CliError('usage', error.message, error.next, { cause: error })
  }
  return exitCodes.done
}

const HIGHEST = 65_535

function parsePort(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= HIGHEST) return Number(text)
  throw new CliError('usage', `--port is “${text}”.`, `It is a whole number from 0 to ${HIGHEST}.`)
}

function toJson(ready: Ready): string {
  return `${JSON.stringify({ version: 1, command: 'serve', ...ready })}\n`
}

function toWords({ url, database, firstLink, guests }: Ready): string {
  const first =
    firstLink === undefined
      ? []
      : [
          '',
          'Nobody administers it yet. Whoever opens this link, within a day, becomes its administrator:',
          `  ${firstLink.url}`,
        ]
  const demo = guests.flatMap(guest => [
    '',
    `${guest.name}, ${guest.role}: ${guest.does}`,
    `  ${guest.url}`,
    `  or ${guest.email} / ${guest.password}`,
  ])
  const lines = [
    `The library is at ${url}`,
    `Its data are in ${database}`,
    ...first,
    ...demo,
    '',
    'Ctrl-C stops it.',
    '',
  ]
  return lines.join('\n')
}
