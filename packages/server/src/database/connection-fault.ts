import { DatabaseError } from './database-error.ts'
import { fullError } from './embedded/faults.ts'

/** `undefined`: no fault of the connection. The address is said without its password. */
export function toConnectionFault(error: unknown, place: string): DatabaseError | undefined {
  if (!(error instanceof Error)) return undefined
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (code === '53100') return fullError(place, { cause: error })
  const next = advice(code, error.message)
  if (next === undefined) return undefined
  const reason = error.message === '' ? code : error.message
  return new DatabaseError('unreachable', `The database ${place} cannot be used: ${reason}.`, next, { cause: error })
}

/** https://www.postgresql.org/docs/18/errcodes-appendix.html, and what Node says about connections. */
function advice(code: string, message: string): string | undefined {
  if (/^(28P01|28000)$/.test(code)) return 'Check the user and the password in DATABASE_URL.'
  if (code === '3D000') return 'Make that database, or name one that is there in DATABASE_URL.'
  if (code === '53300') return 'It has no connection left: wait, or raise its max_connections.'
  if (/^(57P0[123]|08...)$/.test(code) || /^Connection terminated/.test(message)) return 'Try again when it is up.'
  if (/^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOST|ENETUNREACH|ENOENT|EACCES|EPIPE)/.test(code)) {
    return 'Check host and port in DATABASE_URL, and that the server runs.'
  }
  if (/^timeout/.test(message)) return 'Check host and port in DATABASE_URL; a firewall may be between.'
  if (/SSL/.test(message)) return 'See sslmode in https://www.postgresql.org/docs/18/libpq-ssl.html.'
  return undefined
}
