import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Account } from './account.ts'
import { type Cluster, clusterPaths, SUPERUSER } from './cluster.ts'
import { toFolderError, toStartError } from './faults.ts'
import { requireReachable } from './reachable.ts'
import { runProgram } from './run-program.ts'

/**
 * Makes the cluster under another name and renames it at the end, so that it is there whole or not at all, and of two
 * that make it at once one wins.
 */
export async function createCluster(cluster: Cluster): Promise<void> {
  const draft = makeDraft(cluster)
  try {
    await requireReachable(draft, cluster.account, dirname(cluster.folder))
    await initialise(draft, cluster)
    moveIntoPlace(draft, cluster.folder)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

const DEAD_AFTER_MS = 600_000

/** What a killed process has left of its attempts: nobody works on one for ten minutes. */
export function sweepDrafts({ folder }: Cluster, now: number): void {
  for (const name of readdirSync(dirname(folder)).filter(name => name.startsWith(`${basename(folder)}.new-`))) {
    const path = join(dirname(folder), name)
    const { mtimeMs = now } = statSync(path, { throwIfNoEntry: false }) ?? {}
    if (now - mtimeMs > DEAD_AFTER_MS) rmSync(path, { recursive: true, force: true })
  }
}

function makeDraft({ folder, account }: Cluster): string {
  try {
    mkdirSync(dirname(folder), { recursive: true, mode: account.uid === undefined ? 0o700 : 0o755 })
    const draft = mkdtempSync(`${folder}.new-`)
    const { password } = clusterPaths(draft)
    writeFileSync(password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
    for (const path of [password, draft]) give(path, account)
    return draft
  } catch (cause) {
    throw toFolderError(dirname(folder), cause)
  }
}

function give(path: string, { uid, gid }: Account): void {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid)
}

/** ICU's root order: titles sort A a b é, not A B a é. Dates are kept as instants, so the zone is only for people. */
const FLAGS = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=und', '--auth=scram-sha-256']

async function initialise(draft: string, { programs, account }: Cluster): Promise<void> {
  const { data, password } = clusterPaths(draft)
  const words = [`--pgdata=${data}`, `--username=${SUPERUSER}`, `--pwfile=${password}`, ...FLAGS]
  const { code, output } = await runProgram(programs.initdb, words, account)
  if (code !== 0) throw toStartError('The database could not be made', draft, output)
}

function moveIntoPlace(draft: string, folder: string): void {
  try {
    renameSync(draft, folder)
  } catch (cause) {
    // Somebody else has made it meanwhile.
    if (!existsSync(clusterPaths(folder).version)) throw toFolderError(folder, cause)
  }
}
