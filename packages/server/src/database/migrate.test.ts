import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { findPending, migrate, readApplied } from './migrate.ts'
import { type Migration, readMigrations } from './migrations.ts'
import { withEmptyDatabase } from './test-database.fixture.ts'
import { withConnection } from './with-connection.ts'

const database = withEmptyDatabase()

const migration = (version: number, sql: string): Migration => {
  return { version, name: `step_${version}`, sql, checksum: createHash('sha256').update(sql).digest('hex') }
}
const first = migration(1, `create table a (text text); insert into a values ('$'';--')`)
const second = migration(2, 'create table b (n integer)')
const run = (...all: readonly Migration[]) => withConnection(database.pool, client => migrate(client, all))

describe('migrate', () => {
  it('two at once apply each migration once', async () => {
    const applied = await Promise.all([run(first, second), run(first, second), run(first, second)])
    expect(applied.flat()).toEqual([first, second])
  })

  it('keeps nothing of a migration that fails half-way, and the ones before it', async () => {
    const broken = migration(4, 'create table d (n integer); select 1/0')
    await expect(run(first, second, migration(3, 'create table c ()'), broken)).rejects.toThrow(/Migration 4.*division/)
    const { rows } = await database.pool.query(`select to_regclass('c') as c, to_regclass('d') as d`)
    expect(rows).toEqual([{ c: 'c', d: null }])
    expect(await withConnection(database.pool, readApplied)).toHaveLength(3)
  })

  it('refuses a database that a newer Recourse has changed', async () => {
    await expect(run(first)).rejects.toThrow(/at schema 2.*knows 1/)
  })

  it('refuses a database whose migration was another one', async () => {
    await expect(run(first, migration(2, 'create table other ()'))).rejects.toThrow(/Migration 2/)
  })
})

describe('findPending', () => {
  it.each([
    [0, [first, second]],
    [1, [second]],
    [2, []],
  ])('with %i applied, the rest is to come', (count, rest) => {
    expect(findPending([first, second].slice(0, count), [first, second])).toEqual(rest)
  })
})

describe('the migrations of Recourse', () => {
  it('are numbered from 1 without a gap', () => {
    const migrations = readMigrations()
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1))
  })
})
