import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** One numbered SQL file. Once merged it is never edited. */
export interface Migration {
  readonly version: number
  /** As in `0001_base.sql`: `base`. */
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

/** Beside `src` and `dist` alike, so that no build has to copy them. */
const FOLDER = fileURLToPath(new URL('../../migrations/', import.meta.url))
const FILE_NAME = /^(\d{4})_([a-z0-9_]+)\.sql$/

/** Those of this Recourse, in order. */
export function readMigrations(folder = FOLDER): readonly Migration[] {
  const files = readdirSync(folder).filter(file => file.endsWith('.sql'))
  const migrations = files.map(file => toMigration(file, readFileSync(join(folder, file), 'utf8')))
  return migrations.sort((a, b) => a.version - b.version).map(inOrder)
}

function toMigration(file: string, text: string): Migration {
  const [, number, name] = FILE_NAME.exec(file) ?? []
  if (number === undefined || name === undefined) throw new Error(`${file} is not named like 0001_what_it_does.sql.`)
  // A checkout on Windows may have other line ends; it is the same migration.
  const sql = text.replaceAll('\r\n', '\n')
  return { version: Number(number), name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
}

function inOrder(migration: Migration, index: number): Migration {
  if (migration.version === index + 1) return migration
  throw new Error(`Migration ${migration.version} (${migration.name}) stands where ${index + 1} should.`)
}
