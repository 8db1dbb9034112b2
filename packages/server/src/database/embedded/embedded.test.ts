import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { clusterPaths } from './cluster.ts'
import { toStartError } from './faults.ts'
import { openEmbedded } from './open-embedded.ts'
import { findPrograms } from './programs.ts'

const isRoot = process.getuid?.() === 0
const top = mkdtempSync(join(tmpdir(), 'recourse-embedded-'))
// Whoever runs PostgreSQL has to get through.
chmodSync(top, 0o711)
const dataFolder = join(top, 'data')
const paths = clusterPaths(join(dataFolder, 'postgres'))
const open = () => openEmbedded(dataFolder)
const readPid = () => Number(readFileSync(paths.postmaster, 'utf8').split('\n')[0])
const countRows = async ({ pool }: Awaited<ReturnType<typeof open>>) =>
  (await pool.query('select count(*)::int as count from kept')).rows[0].count

afterAll(() => rmSync(top, { recursive: true, force: true }))

describe('the embedded server', { timeout: 60_000 }, () => {
  it('is made once by two that come at the same time, and stops with the last of them', async () => {
    const all = [...(await Promise.all([open(), open()])), await open()] as const
    const [first, second, third] = all
    expect(new Set(all.map(({ url }) => url)).size).toBe(1)
    await first.pool.query('create table kept (n integer)')
    await first[Symbol.asyncDispose]()
    await second[Symbol.asyncDispose]()
    expect(await countRows(third)).toBe(0)
    await third[Symbol.asyncDispose]()
    expect(existsSync(paths.postmaster)).toBe(false)
  })

  it('keeps its folder to the account that runs it, which is never root', () => {
    const { mode, uid } = statSync(join(dataFolder, 'postgres'))
    expect(mode & 0o777).toBe(0o700)
    if (isRoot) expect(uid).not.toBe(0)
  })

  it('sorts titles as people do, and holds every character', async () => {
    await using database = await open()
    const { rows } = await database.pool.query(
      `select t from unnest(array['b', 'é', 'B', 'a', 'A', '👩🏽‍🌾']) t order by t`,
    )
    expect(rows.map(({ t }) => t)).toEqual(['👩🏽‍🌾', 'a', 'A', 'b', 'B', 'é'])
  })

  it('is started again when it is killed, with everything that was acknowledged', async () => {
    await using database = await open()
    await database.pool.query('insert into kept values (1)')
    process.kill(readPid(), 'SIGKILL')
    await expect.poll(() => countRows(database).catch(() => 'down'), { timeout: 20_000 }).toBe(1)
  })

  it('starts beside a number in postmaster.pid that belongs to somebody else by now', async () => {
    writeFileSync(paths.postmaster, `${process.pid}\n${paths.data}\n1\n5432\n${dataFolder}\n\n`)
    await using database = await open()
    expect(await countRows(database)).toBe(1)
  })

  it('clears away what a killed first start has left, and only that', async () => {
    const dead = join(dataFolder, 'postgres.new-dead')
    for (const path of [dead, join(dataFolder, 'postgres.new-young')]) mkdirSync(path)
    utimesSync(dead, 0, 0)
    await using _database = await open()
    expect(readdirSync(dataFolder).sort()).toEqual(['postgres', 'postgres.new-young'])
  })

  it('is not started on data of another PostgreSQL', async () => {
    const made = readFileSync(paths.version)
    writeFileSync(paths.version, '17\n')
    const error = await open().catch((thrown: unknown) => thrown)
    writeFileSync(paths.version, made)
    expect(error).toMatchObject({ kind: 'version', next: expect.stringContaining('recourse db backup') })
  })

  it.runIf(isRoot)('says which folder cannot be reached, and what to set', async () => {
    const closed = join(top, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    const error = await openEmbedded(join(closed, 'data')).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ kind: 'folder', message: expect.stringContaining(closed) })
    expect(error).toMatchObject({ next: expect.stringContaining('RECOURSE_DATA') })
    expect(statSync(closed).mode & 0o777).toBe(0o700)
  })
})

describe('a clear message', () => {
  it('says for which machine there is no PostgreSQL', () => {
    expect(() => findPrograms('sunos', 'sparc')).toThrow(/sunos, sparc/)
  })

  it.each([
    ['full', 'FATAL:  could not write lock file "postmaster.pid": No space left on device'],
    ['folder', 'initdb: error: could not access directory "/x": Permission denied'],
    ['version', 'FATAL:  database files are incompatible with server'],
    ['start', 'FATAL:  could not create shared memory segment: Cannot allocate memory'],
  ])('is of kind %s', (kind, output) => {
    expect(toStartError('The database could not be started', '/data', output)).toMatchObject({ kind })
  })
})
