import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readMigrations } from '../migrations.ts'
import { withEmptyDatabase, withTestDatabase } from '../test-database.fixture.ts'
import { withConnection } from '../with-connection.ts'
import { openBackup } from './open-backup.ts'
import { restoreBackup } from './restore-backup.ts'
import { saveBackup } from './save-backup.ts'

const source = withTestDatabase()
const target = withEmptyDatabase()
const other = withEmptyDatabase()
const folder = mkdtempSync(join(tmpdir(), 'recourse-backup-'))
const file = join(folder, 'all.zip')
afterAll(() => rmSync(folder, { recursive: true }))

const odd = [
  `Tab\there, line\nthere, return\r, back\\slash, \\N, \\.`,
  `"quoted", 'single', $' and $1, <b>&amp;</b>`,
  'emoji 👩🏽‍🌾, עברית, nbsp\u00a0, e\u0301, \u2028',
  '__proto__',
  'x'.repeat(100_000),
]
const wishes = {
  program: '0.1.0',
  postgres: 18,
  createdAt: new Date('2027-01-31'),
  signal: new AbortController().signal,
}
const save = (path: string) => withConnection(source.pool, client => saveBackup(client, path, wishes))

async function restore(database: { readonly pool: typeof source.pool }, path: string): Promise<void> {
  await using backup = await openBackup(path)
  await withConnection(database.pool, client => restoreBackup(client, backup, readMigrations()))
}

const everything = async (database: { readonly pool: typeof source.pool }) => {
  const workspaces = await database.pool.query('select * from workspace order by name')
  const people = await database.pool.query('select * from person order by name')
  return { workspaces: workspaces.rows, people: people.rows }
}

beforeAll(async () => {
  for (const name of odd) {
    const { rows } = await source.pool.query('insert into workspace (name) values ($1) returning id', [name])
    await source.pool.query("insert into person (workspace_id, email, name, role) values ($1, $2, $3, 'author')", [
      rows[0].id,
      `${randomBytes(4).toString('hex')}@example.edu`,
      name,
    ])
  }
  await save(file)
})

it('what comes back is what was there, odd texts included', async () => {
  await restore(target, file)
  const before = await everything(source)
  expect(before.people).toHaveLength(odd.length)
  expect(await everything(target)).toEqual(before)
})

it('the restored tables still hold to their foreign keys', async () => {
  const stray = `insert into person (workspace_id, email, name, role) values (gen_random_uuid(), 'a', 'a', 'author')`
  await expect(target.pool.query(stray)).rejects.toThrow(/foreign key/)
})

it('nothing is restored into a database that holds something', async () => {
  const before = await everything(source)
  await expect(restore(source, file)).rejects.toThrow(/not empty.*workspace|not empty.*person/)
  expect(await everything(source)).toEqual(before)
})

it('only its owner may read a backup, and one that is there is not replaced', async () => {
  const before = readFileSync(file)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  await expect(save(file)).rejects.toThrow(/already/)
  expect(readFileSync(file)).toEqual(before)
})

it('an interrupted backup leaves no file', async () => {
  const stopped = { ...wishes, signal: AbortSignal.abort(new Error('Interrupted.')) }
  const path = join(folder, 'interrupted.zip')
  const saving = withConnection(source.pool, client => saveBackup(client, path, stopped))
  await expect(saving).rejects.toThrow(/Interrupted/)
  expect(readdirSync(folder)).toEqual(['all.zip'])
})

it('a backup that was cut off is none', async () => {
  const cut = join(folder, 'cut.zip')
  writeFileSync(cut, readFileSync(file))
  truncateSync(cut, statSync(file).size - 100)
  await expect(openBackup(cut)).rejects.toThrow(/no backup/)
  rmSync(cut)
})

it('a backup in which a byte has changed leaves nothing behind', async () => {
  const bytes = readFileSync(file)
  // Among its rows, well past the name and what follows it.
  const at = bytes.indexOf('tables/person.copy') + 200
  bytes[at] = (bytes[at] ?? 0) ^ 0xff
  const damaged = join(folder, 'damaged.zip')
  writeFileSync(damaged, bytes)
  await expect(restore(other, damaged)).rejects.toThrow()
  const { rows } = await other.pool.query("select count(*)::int as count from pg_tables where schemaname = 'public'")
  expect(rows).toEqual([{ count: 0 }])
  rmSync(damaged)
})
