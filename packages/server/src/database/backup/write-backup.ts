import { type Readable, Writable } from 'node:stream'
import { ZipWriter } from '@zip.js/zip.js'
import type { ClientBase } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { readApplied } from '../migrate.ts'
import { type CatalogTable, readSequences, readTables, toCopyTarget } from './catalog.ts'
import { MANIFEST_NAME, type Manifest, toEntryName } from './manifest.ts'

export interface BackupOptions {
  /** Version of Recourse. */
  readonly program: string
  /** Major version of the server. */
  readonly postgres: number
  readonly createdAt: Date
  readonly signal: AbortSignal
}

/** Dates and the like as every PostgreSQL reads them, whatever this one is set to. */
const SNAPSHOT = `begin isolation level repeatable read read only;
  set local datestyle = 'ISO'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
  set local bytea_output = 'hex'; set local extra_float_digits = 1`

/**
 * All rows as of one instant; others may write meanwhile. When it fails, the connection is in the middle of something
 * and has to be given up.
 */
export async function writeBackup(client: ClientBase, target: Writable, options: BackupOptions): Promise<Manifest> {
  const zip = new ZipWriter(Writable.toWeb(target), { useWebWorkers: false, signal: options.signal })
  await client.query(SNAPSHOT)
  const manifest = await writeTables(client, zip, options)
  await client.query('commit')
  await zip.add(MANIFEST_NAME, new Blob([JSON.stringify(manifest, null, 2)]).stream())
  await zip.close()
  return manifest
}

async function writeTables(
  client: ClientBase,
  zip: ZipWriter<unknown>,
  { program, postgres, createdAt }: BackupOptions,
): Promise<Manifest> {
  const copies = []
  for (const table of await readTables(client)) copies.push({ table, copy: await writeTable(client, zip, table) })
  return {
    format: 'recourse-backup',
    formatVersion: 1,
    program,
    postgres,
    createdAt: createdAt.toISOString(),
    migrations: [...(await readApplied(client))],
    sequences: await readSequences(client),
    // Counted by the server, which says so a little after the last row: other answers have come since.
    tables: copies.map(({ table, copy }) => ({ ...table, columns: [...table.columns], rows: copy.rowCount })),
  }
}

async function writeTable(client: ClientBase, zip: ZipWriter<unknown>, table: CatalogTable) {
  const copy = client.query(copyTo(`copy ${toCopyTarget(table)} to stdout`))
  await zip.add(toEntryName(table.name), toWebStream(copy))
  return copy
}

/** Node's own conversion has types of its own. */
function toWebStream(source: Readable): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = source[Symbol.asyncIterator]()
  return new ReadableStream({
    pull: async controller => {
      const { done, value } = await chunks.next()
      if (done === true) controller.close()
      else controller.enqueue(value)
    },
    cancel: async () => void (await chunks.return?.()),
  })
}
