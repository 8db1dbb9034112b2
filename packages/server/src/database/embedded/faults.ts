import { DatabaseError } from '../database-error.ts'

const ELSEWHERE = 'Set RECOURSE_DATA to a folder that can be used, or DATABASE_URL to a PostgreSQL of your own.'

/** What the file system said about the data folder, as a sentence. */
export function toFolderError(folder: string, cause: unknown): DatabaseError {
  if (cause instanceof DatabaseError) return cause
  const reason = cause instanceof Error ? cause.message : String(cause)
  if (/ENOSPC|EDQUOT/.test(reason)) return fullError(folder, { cause })
  return new DatabaseError('folder', `The data folder ${folder} cannot be used: ${reason}.`, ELSEWHERE, { cause })
}

/** What PostgreSQL said on its way down. */
export function toStartError(attempt: string, folder: string, output: string): DatabaseError {
  if (/No space left on device|Disk quota exceeded/.test(output)) return fullError(folder)
  const reason = lastWords(output)
  if (/Permission denied/.test(output)) {
    return new DatabaseError('folder', `${attempt} in ${folder}: ${reason}`, ELSEWHERE)
  }
  if (/incompatible with server|initialized by PostgreSQL version/.test(output)) {
    return new DatabaseError('version', `${attempt} in ${folder}: ${reason}`, ELSEWHERE)
  }
  return new DatabaseError('start', `${attempt} in ${folder}: ${reason}`, `Its log is in ${folder}; ${ELSEWHERE}`)
}

export function fullError(folder: string, options?: ErrorOptions): DatabaseError {
  const message = `There is no space left where the data is kept (${folder}).`
  return new DatabaseError(
    'full',
    message,
    'Make room there, or set RECOURSE_DATA to a folder on another disk.',
    options,
  )
}

/** The lines that say what was wrong, else the last one. */
function lastWords(output: string): string {
  const lines = output.split('\n').filter(line => line.trim() !== '')
  const telling = lines.filter(line => /(FATAL|PANIC|ERROR|error|HINT|could not)/.test(line))
  const words = (telling.length > 0 ? telling : lines).slice(-2).map(line => line.replace(/^.*?(FATAL|PANIC): +/, ''))
  return words.join(' ') || 'it ended without a word.'
}
