import { createHash, randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { Client, type Pool } from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { type Connections, connect } from './connect.ts'
import { migrate } from './migrate.ts'
import { readMigrations } from './migrations.ts'
import type { Schema } from './schema.ts'
import { openTestServer, type TestServer } from './test-server.fixture.ts'

/** A database of the test file's own; there from its first test to its last. */
export interface TestDatabase {
  readonly db: Kysely<Schema>
  readonly pool: Pool
  /** As `DATABASE_URL`. */
  readonly url: string
}

/** Called at the top of a test file. Before its first test a database is cloned from the migrated template. */
export function withTestDatabase(): TestDatabase {
  return during(server => withClient(server.toUrl(ADMINISTRATION), client => ensureTemplate(client, server)))
}

/** As `withTestDatabase`, without any tables. */
export function withEmptyDatabase(): TestDatabase {
  return during(async () => 'template0')
}

type FindTemplate = (server: TestServer) => Promise<string>

function during(findTemplate: FindTemplate): TestDatabase {
  let open: TestClone | undefined
  beforeAll(async () => {
    open = await openClone(findTemplate)
  }, 120_000)
  afterAll(() => open?.close(), 120_000)
  const get = (): Connections => {
    if (open === undefined) throw new Error('The test database is there only while tests run.')
    return open.connections
  }
  return {
    get db() {
      return get().db
    },
    get pool() {
      return get().pool
    },
    get url() {
      return get().url
    },
  }
}

interface TestClone {
  readonly connections: Connections
  readonly close: () => Promise<void>
}

const ADMINISTRATION = 'postgres'

async function openClone(findTemplate: FindTemplate): Promise<TestClone> {
  const server = await openTestServer()
  const name = `recourse_test_${process.pid}_${randomBytes(4).toString('hex')}`
  const template = await findTemplate(server)
  await withClient(server.toUrl(ADMINISTRATION), client => client.query(`create database ${name} template ${template}`))
  const connections = connect(server.toUrl(name))
  const close = async (): Promise<void> => {
    await connections[Symbol.asyncDispose]()
    await withClient(server.toUrl(ADMINISTRATION), client => client.query(`drop database ${name} with (force)`))
    await server.close()
  }
  return { connections, close }
}

/** Any number: whoever holds it makes the template. */
const LOCK = 727_305_002

/** Named after what the migrations say, so that an old one is never taken for a new one. */
async function ensureTemplate(client: Client, server: TestServer): Promise<string> {
  const migrations = readMigrations()
  const hash = createHash('sha256')
    .update(migrations.map(({ checksum }) => checksum).join())
    .digest('hex')
  const name = `recourse_template_${hash.slice(0, 16)}`
  await client.query('select pg_advisory_lock($1)', [LOCK])
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
  if (rowCount !== 0) return name
  const draft = `${name}_draft`
  await client.query(`drop database if exists ${draft} with (force)`)
  await client.query(`create database ${draft}`)
  await withClient(server.toUrl(draft), inside => migrate(inside, migrations))
  await client.query(`alter database ${draft} rename to ${name}`)
  return name
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
