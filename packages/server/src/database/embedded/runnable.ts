import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseError } from '../database-error.ts'
import type { Account } from './account.ts'
import { toFolderError } from './faults.ts'
import { type Programs, programsIn } from './programs.ts'
import { runProgram } from './run-program.ts'

/**
 * Programs that the account can run: these, else a copy of them that is made once per version. Another user cannot get
 * into a checkout in `/root`, and the folders on the way are not ours to open.
 */
export async function toRunnable(programs: Programs, account: Account, dataFolder: string): Promise<Programs> {
  const trouble = await tryProgram(programs, account)
  if (trouble === undefined) return programs
  if (account.uid === undefined) throw notRunning(programs, trouble)
  const version = await readVersion(programs)
  for (const cache of ['/var/cache/recourse', join(dataFolder, 'programs')]) {
    const copy = programsIn(join(cache, `postgresql-${version}-${process.arch}`))
    if ((await tryProgram(copy, account)) === undefined) return copy
    if (copyPrograms(programs, copy.folder) && (await tryProgram(copy, account)) === undefined) return copy
  }
  throw notRunning(programs, trouble)
}

/** As in `PG_VERSION`. */
export async function readMajor(programs: Programs): Promise<string> {
  return (await readVersion(programs)).split('.')[0] ?? ''
}

/** `postgres (PostgreSQL) 18.4` */
async function readVersion(programs: Programs): Promise<string> {
  const { output } = await runProgram(programs.postgres, ['--version'], {})
  const [, version] = /\(PostgreSQL\) (\d[\w.]*)/.exec(output) ?? []
  if (version === undefined) throw notRunning(programs, output)
  return version
}

/** By doing it: a program may be there and a folder above it closed, or a library of it missing. */
async function tryProgram({ postgres }: Programs, account: Account): Promise<string | undefined> {
  try {
    const { code, output } = await runProgram(postgres, ['--version'], account)
    return code === 0 ? undefined : output.trim()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Under another name first: nobody runs half of it. `false` where it cannot be. */
function copyPrograms({ folder }: Programs, target: string): boolean {
  try {
    mkdirSync(dirname(target), { recursive: true, mode: 0o755 })
    const draft = mkdtempSync(`${target}.new-`)
    cpSync(folder, join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
    rmSync(target, { recursive: true, force: true })
    renameSync(join(draft, 'native'), target)
    rmSync(draft, { recursive: true, force: true })
    return true
  } catch (error) {
    if (error instanceof Error && /ENOSPC/.test(error.message)) throw toFolderError(dirname(target), error)
    return false
  }
}

function notRunning({ postgres }: Programs, trouble: string): DatabaseError {
  const message = `PostgreSQL cannot be run here: ${postgres}: ${trouble || 'it ended without a word'}.`
  const next =
    'Put Recourse where every user may read it (not in /root), or set DATABASE_URL to a PostgreSQL of your own.'
  return new DatabaseError('platform', message, next)
}
