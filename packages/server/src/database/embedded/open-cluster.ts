import { readFileSync, realpathSync } from 'node:fs'
import { join as joinPath } from 'node:path'
import { DatabaseError } from '../database-error.ts'
import { findAccount } from './account.ts'
import { type Cluster, clusterPaths } from './cluster.ts'
import { createCluster, sweepDrafts } from './create-cluster.ts'
import { toFolderError } from './faults.ts'
import { findPrograms, type Programs } from './programs.ts'
import { requireReachable } from './reachable.ts'
import { readMajor, toRunnable } from './runnable.ts'

export interface ClusterOptions {
  /** `RECOURSE_DATA`. */
  readonly dataFolder: string
  /** Others than those of the npm package. */
  readonly programs?: Programs
  readonly settings?: readonly string[]
}

/** The cluster in a data folder, made on the first call. It does not have to run. */
export async function openCluster({ dataFolder, programs, settings = [] }: ClusterOptions): Promise<Cluster> {
  const folder = joinPath(dataFolder, 'postgres')
  const account = findAccount(folder)
  const runnable = await toRunnable(programs ?? findPrograms(), account, dataFolder)
  const cluster = { folder, account, programs: runnable, settings }
  if (!hasCluster(folder)) await createCluster(cluster)
  sweepDrafts(cluster, Date.now())
  await requireReachable(folder, account)
  await requireSameMajor(cluster)
  return { ...cluster, folder: realpathSync(folder) }
}

/** Also where we may look in, and find that it is not there. */
function hasCluster(folder: string): boolean {
  try {
    readFileSync(clusterPaths(folder).version)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw toFolderError(folder, error)
  }
}

async function requireSameMajor({ folder, programs }: Cluster): Promise<void> {
  const made = readFileSync(clusterPaths(folder).version, 'utf8').trim()
  const major = await readMajor(programs)
  if (made === major) return
  const message = `The data in ${folder} was made by PostgreSQL ${made}; this Recourse brings PostgreSQL ${major}.`
  const next = `With the Recourse that made it: recourse db backup FILE. Then move ${folder} away, and with this one: recourse db restore FILE.`
  throw new DatabaseError('version', message, next)
}
