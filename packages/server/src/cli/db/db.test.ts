import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, expect, it } from 'vitest'
import { withEmptyDatabase, withTestDatabase } from '../../database/test-database.fixture.ts'
import { runCli } from '../run-cli.ts'

const source = withTestDatabase()
const target = withEmptyDatabase()
const folder = mkdtempSync(join(tmpdir(), 'recourse-db-'))
const file = join(folder, 'all.zip')
afterAll(() => rmSync(folder, { recursive: true }))

const LAST = { version: 1, exitCode: 0 }

async function run(words: readonly string[], env: Readonly<Record<string, string>>) {
  const streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() }
  const code = await runCli({
    words,
    env,
    streams: {
      stdin: Object.assign(streams.stdin, { isTTY: false }),
      stdout: Object.assign(streams.stdout, { isTTY: false, columns: 80 }),
      stderr: Object.assign(streams.stderr, { isTTY: false, columns: 80 }),
    },
    fetch: () => Promise.reject(new Error('A database command asks nobody.')),
    now: () => new Date('2027-01-31T00:00:00Z'),
    platform: 'linux',
    version: '0.1.0',
    stop: new AbortController(),
  })
  return { code, out: String(streams.stdout.read() ?? ''), err: String(streams.stderr.read() ?? '') }
}

const on = ({ url }: { readonly url: string }) => ({ DATABASE_URL: url })
const json = async (words: readonly string[], env: Readonly<Record<string, string>>) => {
  return JSON.parse((await run([...words, '--json'], env)).out)
}

it('what was backed up is there after restoring, and nothing is left to migrate', async () => {
  await source.pool.query(`insert into workspace (name) values ('Grünland'), ('$'' & <b>')`)
  expect(await json(['db', 'backup', file], on(source))).toMatchObject({ ...LAST, command: 'db backup', rows: 2 })
  expect(await json(['db', 'restore', file], on(target))).toMatchObject({ ...LAST, command: 'db restore', rows: 2 })
  const { rows } = await target.pool.query('select name from workspace order by name')
  expect(rows).toHaveLength(2)
  expect(await json(['db', 'migrate'], on(target))).toMatchObject({ ...LAST, applied: [] })
  expect(await json(['db', 'status'], on(target))).toMatchObject({ ...LAST, pending: [] })
  expect(readdirSync(folder)).toEqual(['all.zip'])
})

it('a second restore into the same database is refused, in words and as JSON', async () => {
  const { code, out, err } = await run(['db', 'restore', file, '--json'], on(target))
  expect(code).toBe(1)
  expect(err).toMatch(/not empty.*RECOURSE_DATA/)
  expect(JSON.parse(out)).toMatchObject({ exitCode: 1, error: { kind: 'database-schema' } })
})

it('status makes no database where there is none', async () => {
  const nowhere = join(folder, 'none')
  expect(await json(['db', 'status'], { RECOURSE_DATA: nowhere })).toMatchObject({ exitCode: 4, dataFolder: nowhere })
  expect(readdirSync(folder)).toEqual(['all.zip'])
})

it.each(['status', 'migrate', 'backup', 'restore'])('%s has help with examples', async command => {
  const { code, out } = await run(['db', command, '--help'], {})
  expect(code).toBe(0)
  expect(out).toContain('Examples:')
})
