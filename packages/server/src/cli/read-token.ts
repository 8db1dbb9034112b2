import { readFile } from 'node:fs/promises'
import { CliError } from './cli-error.ts'
import type { Terminal } from './terminal.ts'

export interface TokenSource {
  readonly tokenFile: string | undefined
  /** `CANVAS_TOKEN`. */
  readonly fromEnvironment: string | undefined
  /** Whom the token will be shown to, and nobody else. */
  readonly origin: string
}

const NEXT = 'Make one in Canvas (Account, Settings, New Access Token) and set CANVAS_TOKEN, or use --token-file FILE.'

/** From a file if one is named, else the environment, else the person. */
export async function readToken(source: TokenSource, terminal: Terminal, signal: AbortSignal): Promise<string> {
  if (source.tokenFile !== undefined) return checkToken(await readTokenFile(source.tokenFile), source.tokenFile)
  if ((source.fromEnvironment ?? '') !== '') return checkToken(source.fromEnvironment ?? '', 'CANVAS_TOKEN')
  if (!terminal.interactive) throw new CliError('token', `There is no access token for ${source.origin}.`, NEXT)
  return checkToken(
    await terminal.ask(`Access token for ${source.origin}:`, { hidden: true, signal }),
    'What was typed',
  )
}

async function readTokenFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new CliError('file', `The token file ${path} cannot be read.`, 'Check its name and who may read it.', {
      cause,
    })
  }
}

/** Printable ASCII in one word, which is what a header can carry. The message never repeats it. */
function checkToken(text: string, from: string): string {
  const token = text.trim()
  if (/^[\x21-\x7e]+$/.test(token)) return token
  const what = token === '' ? 'is empty' : 'holds more than one word'
  throw new CliError('token', `${from} ${what}: that is no access token.`, NEXT)
}
