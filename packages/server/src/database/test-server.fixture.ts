import { tmpdir, userInfo } from 'node:os'
import { basename, join as joinPath } from 'node:path'
import { toConnection, toUrl } from './embedded/connection.ts'
import { join, leave } from './embedded/membership.ts'
import { openCluster } from './embedded/open-cluster.ts'
import { programsIn } from './embedded/programs.ts'

/** Where tests have their databases; may be asked for any of them. */
export interface TestServer {
  readonly toUrl: (database: string) => string
  readonly close: () => Promise<void>
}

/**
 * `RECOURSE_TEST_DATABASE_URL` (a superuser's) where that is set, else an embedded server that all runs on this machine
 * share; with `RECOURSE_TEST_POSTGRES=/usr/lib/postgresql/15` it is that PostgreSQL.
 */
export async function openTestServer(env = process.env): Promise<TestServer> {
  const url = env.RECOURSE_TEST_DATABASE_URL
  if (url === undefined || url === '') return openEmbedded(env.RECOURSE_TEST_POSTGRES)
  return { toUrl: database => inDatabase(url, database), close: async () => undefined }
}

async function openEmbedded(postgres: string | undefined): Promise<TestServer> {
  const suffix = postgres === undefined ? '' : `-${basename(postgres)}`
  const dataFolder = joinPath(tmpdir(), `recourse-test-${userInfo().username}${suffix}`)
  const programs = postgres === undefined ? {} : { programs: programsIn(postgres) }
  // Nobody needs these data after a power cut; a killed process loses nothing without fsync.
  const cluster = await openCluster({ dataFolder, settings: ['fsync=off', 'full_page_writes=off'], ...programs })
  const membership = await join(cluster)
  const connection = toConnection(membership.postmaster, cluster)
  return { toUrl: database => toUrl(connection, database), close: () => leave(membership, cluster) }
}

function inDatabase(url: string, database: string): string {
  const address = new URL(url)
  address.pathname = `/${database}`
  return address.href
}
