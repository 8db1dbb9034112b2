import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { beforeAll, describe, expect, it } from 'vitest'
import { canvasExport, withFolder } from '../../content/package.fixture.ts'
import { withEmptyDatabase, withTestDatabase } from '../../database/test-database.fixture.ts'
import { addPerson, addWorkspace } from '../../library/world.fixture.ts'
import { runCli } from '../run-cli.ts'

const database = withTestDatabase()
const empty = withEmptyDatabase()
const { folder, writeZip } = withFolder()

async function run(words: readonly string[], { url } = database) {
  const streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() }
  const code = await runCli({
    words: ['library', ...words],
    env: { DATABASE_URL: url },
    streams: {
      stdin: Object.assign(streams.stdin, { isTTY: false }),
      stdout: Object.assign(streams.stdout, { isTTY: false, columns: 100 }),
      stderr: Object.assign(streams.stderr, { isTTY: false, columns: 100 }),
    },
    fetch: () => Promise.reject(new Error('A command of the library asks nobody.')),
    now: () => new Date('2027-01-31T00:00:00Z'),
    platform: 'linux',
    version: '0.1.0',
    stop: new AbortController(),
  })
  return { code, out: String(streams.stdout.read() ?? ''), err: String(streams.stderr.read() ?? '') }
}

const json = async (...words: readonly string[]) => JSON.parse((await run([...words, '--json'])).out)

const TITLE = 'Soil <101> & "roots" 🌱'
let file = ''
beforeAll(async () => {
  const workspaceId = await addWorkspace(database.db)
  await addPerson(database.db, workspaceId, 'admin', 'administrator')
  await addPerson(database.db, workspaceId, 'bo')
  file = await writeZip(canvasExport())
})

it('a course comes in, is looked at, copied, traced, deleted, and brought back', { timeout: 120_000 }, async () => {
  const dry = await json('import', file, '--dry-run')
  expect(dry).toMatchObject({ version: 1, command: 'library import', exitCode: 0, isDryRun: true, changeId: null })
  expect(await json('list')).toMatchObject({ total: 0 })

  const { report } = await json('import', file)
  expect(report.counts).toEqual(dry.report.counts)
  const again = await run(['import', file])
  expect([again.code, again.out]).toEqual([3, ''])
  expect(again.err).toContain('--again')

  const shown = await run(['show', TITLE])
  expect(shown.out).toMatch(/Week 1[\s\S]*Soil[\s\S]*What soil is/)
  const { course } = await json('show', report.courseId.slice(0, 8))
  const [object] = course.modules[0].objects

  const wouldShare = await json('share', TITLE, '--dry-run')
  expect(wouldShare).toMatchObject({ isDryRun: true, changeId: null })
  const share = await json('share', TITLE)
  expect(share.report.title).toBe(`${TITLE} (shared copy)`)
  expect((await json('duplicate', TITLE, '--title', 'Own', '--only-me')).report.authors).toHaveLength(1)
  expect(await json('where-used', object.id)).toMatchObject({ kind: 'object', hidden: 0, courses: [{}, {}] })
  expect(await json('list', '--kind', 'share')).toMatchObject({ total: 1 })

  expect(await json('delete', report.courseId, '--dry-run')).toMatchObject({ objects: { shared: 5, own: 0 } })
  const deleted = await json('delete', report.courseId)
  expect(await json('list', '--trash')).toMatchObject({ total: 1 })
  expect(await json('undo', deleted.changeId, '--dry-run')).toMatchObject({ isDryRun: true })
  expect(await json('list', '--trash')).toMatchObject({ total: 1 })
  expect(await json('undo', deleted.changeId)).toMatchObject({ movedOn: [] })
  expect((await run(['undo', deleted.changeId])).code).toBe(3)
  expect(
    (await json('history', report.courseId)).entries.map(({ operation }: { operation: string }) => operation),
  ).toContain('undo')
})

it('a course goes out in both forms, whole or not at all, and comes back shared', { timeout: 120_000 }, async () => {
  const { report } = await json('import', await writeZip(canvasExport({ 'extra.txt': 'x' })), '--title', 'Outgoing')
  const [imscc, archive] = [join(folder, 'out.imscc'), join(folder, 'out.zip')]
  expect(await json('export', 'Outgoing', '--format', 'imscc', '--output', imscc)).toMatchObject({
    exitCode: 0,
    pages: 8,
    files: 2,
  })
  expect(await json('export', 'Outgoing', '--format', 'archive', '--output', archive)).toMatchObject({
    courseId: report.courseId,
  })
  const twice = await run(['export', 'Outgoing', '--format', 'imscc', '--output', imscc])
  expect([twice.code, twice.err]).toEqual([1, expect.stringContaining('already')])
  const nowhere = join(folder, 'no', 'such', 'folder.zip')
  expect(await run(['export', 'Outgoing', '--format', 'imscc', '--output', nowhere])).toMatchObject({
    code: 1,
    err: expect.stringMatching(/cannot be written/),
  })
  expect(readdirSync(folder).filter(name => name.includes('.part-'))).toEqual([])
  expect((await json('import', archive)).report.reused).toEqual({ objects: 5, items: 3 })
  expect((await json('import', archive, '--again', '--apart')).report.reused).toEqual({ objects: 0, items: 3 })
  expect(existsSync(imscc)).toBe(true)
})

describe('what cannot be done is said with what to do next', () => {
  it.each([
    [['show', 'No such course'], /no course “No such course”.*list/],
    [['show', 'a%_b'], /no course/],
    [['import', '/no/such/file'], /cannot be read/],
    [['undo', 'x'], /no id of a change/],
    [['undo', '11111111-1111-4111-8111-111111111111'], /no such change/],
    [['where-used', 'x'], /Nothing in this library/],
    [['list', '--as', 'nobody@example.edu'], /Nobody active/],
    [['export', 'x', '--output', 'y'], /format/],
  ])('%j', async (words, message) => {
    const { code, err, out } = await run(words)
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(message)
  })

  it('who may not open a course does not find it by name either', async () => {
    expect((await run(['show', TITLE, '--as', 'BO@example.edu'])).err).toMatch(/no course/)
    expect((await json('list', '--as', 'bo@example.edu')).total).toBe(0)
  })

  it('an empty database', async () => {
    expect(await run(['list'], empty)).toMatchObject({ code: 1, err: expect.stringContaining('recourse serve') })
  })

  it('several courses of one title', { timeout: 60_000 }, async () => {
    for (const _ of [1, 2]) expect((await run(['import', file, '--again', '--title', 'Twin'])).code).toBe(0)
    expect((await run(['show', 'Twin'])).err).toMatch(/Several courses.*by its id/)
  })
})

it.each(['import', 'export', 'list', 'show', 'share', 'duplicate', 'where-used', 'history', 'delete', 'undo'])(
  '%s has help with examples',
  async command => {
    const { code, out } = await run([command, '--help'])
    expect(code).toBe(0)
    expect(out).toMatch(/--as <email>[\s\S]*Examples:[\s\S]*Exit codes:/)
  },
)
