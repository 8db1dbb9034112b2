import { CliError } from './cli-error.ts'

/** What Canvas's own tokens look like, and the long random words that other installations give out. */
const TOKEN = /^\d+~[A-Za-z0-9]{20,}$|^[A-Za-z0-9]{64}$/
const TOKEN_OPTION = /^--(access[-_]?)?token(=|$)/i
const TOKEN_IN_ADDRESS = /[?&](access_token|api_key)=/i

/**
 * Looked at before anything else does, so that no error message can repeat the token: other people on the machine
 * see a running command's arguments, and the shell's history keeps them.
 */
export function refuseTokens(words: readonly string[]): void {
  if (!words.some(isToken)) return
  throw new CliError(
    'usage',
    'An access token is not taken as an argument: others on this machine could read it, and the shell would keep it in its history.',
    'Set CANVAS_TOKEN, use --token-file FILE, or leave both out and type it when asked. If this one was real, delete it in Canvas.',
  )
}

function isToken(word: string): boolean {
  const value = word.replace(/^--[a-z-]+=/, '')
  return TOKEN.test(value) || TOKEN_OPTION.test(word) || TOKEN_IN_ADDRESS.test(word)
}
