import { Client } from 'pg'
import { type Connections, connect } from '../connect.ts'
import { type Connection, toConnection, toUrl } from './connection.ts'
import { keepJoined } from './keep-joined.ts'
import { type ClusterOptions, openCluster } from './open-cluster.ts'

const NAME = 'recourse'

/** The database of a data folder; the server starts with its first user and stops with its last. */
export async function openEmbedded(dataFolder: string, options: Omit<ClusterOptions, 'dataFolder'> = {}) {
  const cluster = await openCluster({ ...options, dataFolder })
  const presence = await keepJoined(cluster)
  try {
    const connection = toConnection(presence.postmaster, cluster)
    await ensureDatabase(connection)
    const connections = connect(toUrl(connection, NAME))
    const dispose = () => close(connections, presence)
    return { ...connections, kind: 'embedded' as const, place: cluster.folder, [Symbol.asyncDispose]: dispose }
  } catch (error) {
    await presence[Symbol.asyncDispose]()
    throw error
  }
}

async function close(connections: Connections, presence: AsyncDisposable): Promise<void> {
  try {
    await connections[Symbol.asyncDispose]()
  } finally {
    await presence[Symbol.asyncDispose]()
  }
}

async function ensureDatabase(connection: Connection): Promise<void> {
  const client = new Client({ ...connection, database: 'postgres' })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [NAME])
    if (rowCount === 0) await client.query(`create database ${NAME}`)
  } catch (error) {
    // Somebody else has made it meanwhile: as a duplicate of the name, or of the row under it.
    if (!(error instanceof Error && 'code' in error && /^(42P04|23505)$/.test(String(error.code)))) throw error
  } finally {
    await client.end()
  }
}
