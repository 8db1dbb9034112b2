import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Account } from './account.ts'
import type { Programs } from './programs.ts'

/** A PostgreSQL of our own: a folder of one account, 0700, and the programs that made it. */
export interface Cluster {
  /** Holds the password, the log and the socket too. */
  readonly folder: string
  readonly account: Account
  readonly programs: Programs
  /** What the server is started with besides what it needs, `name=value`. */
  readonly settings: readonly string[]
}

export const SUPERUSER = 'postgres'

export function clusterPaths(folder: string) {
  return {
    /** What PostgreSQL calls PGDATA. */
    data: join(folder, 'cluster'),
    password: join(folder, 'password'),
    log: join(folder, 'log'),
    postmaster: join(folder, 'cluster', 'postmaster.pid'),
    version: join(folder, 'cluster', 'PG_VERSION'),
  }
}

export function readPassword({ folder }: Cluster): string {
  return readFileSync(clusterPaths(folder).password, 'utf8').trim()
}
