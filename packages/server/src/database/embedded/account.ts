import { execFileSync } from 'node:child_process'
import { type Stats, statSync } from 'node:fs'
import { DatabaseError } from '../database-error.ts'

/** Who runs PostgreSQL; empty: the one who runs us. */
export interface Account {
  readonly uid?: number
  readonly gid?: number
}

const NAME = 'postgres'

/**
 * PostgreSQL refuses to run as root. Then the one who owns the data runs it (`sudo recourse …` by somebody who has used
 * it without before), or the user `postgres`, made where there is none.
 */
export function findAccount(dataFolder: string): Account {
  if (process.getuid?.() !== 0) return {}
  const owner = statIfThere(dataFolder)
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return readAccount() ?? makeAccount()
}

function statIfThere(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false })
}

function readAccount(): Account | undefined {
  try {
    return { uid: readNumber('-u'), gid: readNumber('-g') }
  } catch {
    return undefined
  }
}

function readNumber(option: string): number {
  return Number(execFileSync('id', [option, NAME], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
}

function makeAccount(): Account {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/sh', NAME], {
      stdio: 'pipe',
    })
  } catch (cause) {
    const message = `PostgreSQL does not run as root, there is no user ${NAME}, and none could be made.`
    const next = `Make a user named ${NAME}, or start Recourse as an ordinary user, or set DATABASE_URL.`
    throw new DatabaseError('start', message, next, { cause })
  }
  return readAccount() ?? {}
}
