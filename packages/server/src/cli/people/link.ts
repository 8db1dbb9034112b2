import type { Command } from 'commander'
import { CliError } from '../cli-error.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import type { Act } from '../program.ts'

const EXAMPLES = `
Examples:
  $ recourse people link ada@example.edu
  $ RECOURSE_URL=https://library.example.edu recourse people link ada@example.edu

For an administrator who has no password any more and nobody to ask. The server may run meanwhile. Links made before no
longer work; this one does for a day. It is written into the audit log. Exit codes: 0 done, 1 an error.`

interface LinkOptions {
  readonly json?: boolean
}

export function addLink(people: Command, context: CommandContext, act: Act): void {
  people
    .command('link')
    .argument('<e-mail>', 'of a person of the library')
    .description('a link with which somebody chooses a new password, once')
    .option('--json', 'the result as JSON')
    .addHelpText('after', EXAMPLES)
    .action((email: string, options: LinkOptions) => act(() => makeLink(email, options, context)))
}

async function makeLink(email: string, { json }: LinkOptions, context: CommandContext): Promise<ExitCode> {
  const { findPersonByEmail, makeResetLink, parseServeSettings, withDatabase } = await import('../../people/index.ts')
  const { publicUrl = 'http://localhost:8643' } = parseServeSettings(context.env)
  const made = await withDatabase({ env: context.env }, async ({ db }) => {
    const person = await findPersonByEmail(db, email)
    if (person === undefined) throw nobody(email)
    return makeResetLink(db, { workspaceId: person.workspaceId, personId: null }, person.personId)
  })
  if (!made.ok) throw new CliError('usage', made.message, 'An administrator does that under People.')
  const { token, expiresAt } = made.value
  const url = `${publicUrl}/links/${token}`
  const document = { version: 1, command: 'people link', exitCode: exitCodes.done, url, expiresAt }
  context.terminal.print(json === true ? `${JSON.stringify(document, null, 2)}\n` : `${url}\n`)
  return exitCodes.done
}

function nobody(email: string): CliError {
  return new CliError(
    'usage',
    `There is nobody with the address ${email}.`,
    'Check it, and which database it is: recourse db status.',
  )
}
