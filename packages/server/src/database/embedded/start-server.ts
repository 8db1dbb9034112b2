import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, constants, fchownSync, openSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { type Cluster, clusterPaths } from './cluster.ts'
import { toStartError } from './faults.ts'
import { forgetDeadPostmaster, readLastPort } from './postmaster.ts'
import { spawnOptions } from './run-program.ts'

/** A server that has been started and may not have got up yet. */
export interface StartedServer {
  /** Throws, unless it went down because another one was quicker. */
  readonly isDown: () => boolean
}

const LONGEST_LOG = 1_000_000

/** Starts it on its own, so that it outlives us: whoever comes next finds and adopts it. */
export async function startServer(cluster: Cluster): Promise<StartedServer> {
  const { log, data } = clusterPaths(cluster.folder)
  const before = sizeOf(log)
  const output = openLog(log, cluster, before > LONGEST_LOG)
  const settings = [...(await listenSettings(cluster)), ...SETTINGS, ...cluster.settings]
  const words = ['-D', data, ...settings.flatMap(setting => ['-c', setting])]
  const options = { ...spawnOptions(cluster.account), detached: true, stdio: ['ignore' as const, output, output] }
  forgetDeadPostmaster(cluster)
  const child = spawn(cluster.programs.postgres, words, options)
  closeSync(output)
  await once(child, 'spawn')
  child.unref()
  return { isDown: () => isDown(child, cluster, before > LONGEST_LOG ? 0 : before) }
}

/** The folder is somebody else's when root runs us: a link in it may lead anywhere. */
function openLog(path: string, { account: { uid, gid } }: Cluster, isAnew: boolean): number {
  const { O_WRONLY, O_CREAT, O_APPEND, O_TRUNC, O_NOFOLLOW = 0 } = constants
  const output = openSync(path, O_WRONLY | O_CREAT | O_NOFOLLOW | (isAnew ? O_TRUNC : O_APPEND), 0o600)
  if (uid !== undefined && gid !== undefined) fchownSync(output, uid, gid)
  return output
}

const SETTINGS = ['fsync=on', 'timezone=UTC', 'log_checkpoints=off', 'cluster_name=recourse']
/** What an address of a socket may be long, everywhere. */
const LONGEST_SOCKET = 103
const SOCKET_PORT = 5432

/** A socket in the folder, which only its owner may enter; where its path is too long, a free port of this machine. */
async function listenSettings(cluster: Cluster): Promise<readonly string[]> {
  const socket = join(cluster.folder, `.s.PGSQL.${SOCKET_PORT}`)
  if (process.platform !== 'win32' && Buffer.byteLength(socket) <= LONGEST_SOCKET) {
    // Relative to the cluster: no quoting of whatever the path holds.
    return ['listen_addresses=', 'unix_socket_directories=..', `port=${SOCKET_PORT}`]
  }
  return ['listen_addresses=127.0.0.1', 'unix_socket_directories=', `port=${await findFreePort(readLastPort(cluster))}`]
}

/** The one it had when it was killed, so that those who still use it find it again. */
async function findFreePort(preferred: number): Promise<number> {
  const server = createServer().listen(preferred, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch (error) {
    if (preferred === 0) throw error
    return findFreePort(0)
  }
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('A listening server has no port.')
  return address.port
}

function isDown(child: ChildProcess, cluster: Cluster, before: number): boolean {
  if (child.exitCode === null && child.signalCode === null) return false
  const output = readFileSync(clusterPaths(cluster.folder).log).subarray(before).toString('utf8')
  if (/lock file "postmaster\.pid" already exists/.test(output) || /Address already in use/.test(output)) return true
  throw toStartError('The database could not be started', cluster.folder, output)
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
