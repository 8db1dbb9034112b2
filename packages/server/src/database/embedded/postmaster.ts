import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { type Cluster, clusterPaths } from './cluster.ts'

/** Where a running server listens, as its `postmaster.pid` says. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  /** A socket's folder, or an address. */
  readonly host: string
}

/** `undefined`: none runs, or it has not got that far. https://www.postgresql.org/docs/18/storage-file-layout.html */
export function readPostmaster(cluster: Cluster): Postmaster | undefined {
  const lines = readLines(clusterPaths(cluster.folder).postmaster)
  const [pid, , , port, socket, address] = lines
  if (pid === undefined || !isAlive(Number(pid)) || isSomethingElse(Number(pid), cluster)) return undefined
  if (address !== undefined && address !== '') return { pid: Number(pid), port: Number(port), host: address }
  // Its own word for the folder may be relative.
  return socket === undefined || socket === ''
    ? undefined
    : { pid: Number(pid), port: Number(port), host: cluster.folder }
}

/** Of a server that was killed; 0: it went down in order, or listened on a socket. */
export function readLastPort(cluster: Cluster): number {
  const [, , , port, , address] = readLines(clusterPaths(cluster.folder).postmaster)
  return address === undefined || address === '' ? 0 : Number(port)
}

/** PostgreSQL would not start beside a number that belongs to somebody else by now. */
export function forgetDeadPostmaster(cluster: Cluster): void {
  const { postmaster } = clusterPaths(cluster.folder)
  const [pid] = readLines(postmaster)
  if (pid !== undefined && isAlive(Number(pid)) && isSomethingElse(Number(pid), cluster)) rmSync(postmaster)
}

function readLines(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8').split('\n')
  } catch {
    return []
  }
}

/** A process of that number runs, of whomever. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * After a crash of the whole machine the number may be somebody else's (in a container it nearly always is). A server
 * works in its cluster's folder; where the system does not tell (it does on Linux), PostgreSQL's own judgement has to do.
 */
function isSomethingElse(pid: number, cluster: Cluster): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) !== realpathSync(clusterPaths(cluster.folder).data)
  } catch {
    return false
  }
}
