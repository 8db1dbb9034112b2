import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { DatabaseError } from '../database-error.ts'
import { type Cluster, clusterPaths } from './cluster.ts'
import { type Connection, toConnection } from './connection.ts'
import { type Postmaster, readPostmaster } from './postmaster.ts'
import { runProgram } from './run-program.ts'
import { type StartedServer, startServer } from './start-server.ts'

/** Being one of those who use the server. It ends with the process too, however that ends. */
export interface Membership {
  readonly postmaster: Postmaster
  readonly client: Client
}

/**
 * Every user of the server shares this lock, in the database that each cluster has; the server itself lets go of it
 * for those who were killed. Who gets it alone is the last one, and stops the server.
 */
const LOCK = 727_305_000
const EVERY_CLUSTER_HAS = 'postgres'
const LONGEST_WAIT_MS = 300_000
const STEP_MS = 10

/** Joins the server that runs, one that a killed process left included, or starts one. */
export async function join(cluster: Cluster): Promise<Membership> {
  let started: StartedServer | undefined
  for (let waitedMs = 0; waitedMs < LONGEST_WAIT_MS; waitedMs += STEP_MS) {
    const postmaster = readPostmaster(cluster)
    const client = postmaster && (await tryToHold(toConnection(postmaster, cluster)))
    if (postmaster !== undefined && client !== undefined) return { postmaster, client }
    const isStarting = started?.isDown() === false
    if (postmaster === undefined && !isStarting) started = await startServer(cluster)
    await sleep(STEP_MS)
  }
  const message = `The database in ${cluster.folder} did not answer for five minutes.`
  throw new DatabaseError('start', message, `Its log is ${clusterPaths(cluster.folder).log}.`)
}

/** Ends the membership; the last one takes the server along. Where the server is gone already, there is nothing to do. */
export async function leave({ client }: Membership, cluster: Cluster): Promise<void> {
  if (await isLast(client).catch(() => false)) await stopServer(cluster)
  await client.end().catch(() => undefined)
}

async function isLast(client: Client): Promise<boolean> {
  await client.query('select pg_advisory_unlock_shared($1)', [LOCK])
  const { rows } = await client.query('select pg_try_advisory_lock($1) as alone', [LOCK])
  return rows[0]?.alone === true
}

/** Sessions are cut off; what they had not committed is undone. */
async function stopServer({ programs, account, folder }: Cluster): Promise<void> {
  await runProgram(programs.pgCtl, ['stop', '-D', clusterPaths(folder).data, '-m', 'fast', '-w', '-t', '300'], account)
}

/** `undefined`: not up yet, or going down just now. */
async function tryToHold(connection: Connection): Promise<Client | undefined> {
  const client = new Client({ ...connection, database: EVERY_CLUSTER_HAS, application_name: 'recourse (present)' })
  // The server may go down at any time; whoever asks it something next is told.
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select pg_advisory_lock_shared($1)', [LOCK])
    return client
  } catch (error) {
    await client.end().catch(() => undefined)
    if (isWrongPassword(error)) throw notOurs(error)
    return undefined
  }
}

/** https://www.postgresql.org/docs/18/errcodes-appendix.html */
function isWrongPassword(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '28P01'
}

function notOurs(cause: unknown): DatabaseError {
  const message = 'A PostgreSQL answers where ours should, and does not know our password.'
  return new DatabaseError('start', message, 'Stop it, or set RECOURSE_DATA to another folder.', { cause })
}
