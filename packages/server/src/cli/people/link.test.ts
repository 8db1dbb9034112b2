import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { withTestDatabase } from '../../database/test-database.fixture.ts'
import { mustAsk, openLibrary, openTestSite, PASSWORD, toToken } from '../../serve/test-site.fixture.ts'
import { runCli } from '../run-cli.ts'

const test = withTestDatabase()

async function run(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() }
  const code = await runCli({
    words,
    env: { DATABASE_URL: test.url, ...env },
    streams: {
      stdin: Object.assign(streams.stdin, { isTTY: false }),
      stdout: Object.assign(streams.stdout, { isTTY: false, columns: 80 }),
      stderr: Object.assign(streams.stderr, { isTTY: false, columns: 80 }),
    },
    fetch: () => Promise.reject(new Error('This command asks nobody.')),
    now: () => new Date('2027-01-31T00:00:00Z'),
    platform: 'linux',
    version: '0.1.0',
    stop: new AbortController(),
  })
  return { code, out: String(streams.stdout.read() ?? ''), err: String(streams.stderr.read() ?? '') }
}

it('lets an administrator in again who has nobody to ask, and is written down', async () => {
  const site = openTestSite(test.db)
  await openLibrary(test.db, site)
  const words = ['people', 'link', 'ROOT@library.example']
  const earlier = await run(words)
  const { code, out } = await run(words, { RECOURSE_URL: 'https://library.example.edu' })
  expect(code).toBe(0)
  expect(out).toMatch(/^https:\/\/library\.example\.edu\/links\/[\w-]{43}\n$/)
  const use = { password: 'another long password' }
  const old = await site.open().ask('POST', `/api/sign-in/links/${toToken({ url: earlier.out.trim() })}`, use)
  expect(old.status).toBe(404)
  const admin = site.open()
  await mustAsk(admin, 'POST', `/api/sign-in/links/${toToken({ url: out.trim() })}`, use)
  const log = await mustAsk(admin, 'GET', '/api/audit')
  expect(log).toContainEqual(expect.objectContaining({ action: 'link-made', person: null, target: 'Administrator' }))
  const signIn = { email: 'root@library.example', password: PASSWORD }
  expect((await site.open().ask('POST', '/api/auth/sign-in/email', signIn)).status).toBe(401)
})

it('says so where there is nobody of that address, and where a setting cannot be', async () => {
  expect(await run(['people', 'link', 'eve@example.edu'])).toMatchObject({
    code: 1,
    err: expect.stringMatching(/nobody with the address eve@example\.edu/),
  })
  const unset = await run(['people', 'link', 'eve@example.edu'], { RECOURSE_URL: 'library' })
  expect(unset).toMatchObject({ code: 1, err: expect.stringMatching(/RECOURSE_URL is not the address/) })
})

it.each([[['serve']], [['people', 'link']]])('%j has help with examples', async words => {
  const { code, out } = await run([...words, '--help'])
  expect(code).toBe(0)
  expect(out).toContain('Examples:')
})

it.each([
  [['serve', '--port', 'http'], /--port is “http”/],
  [['serve', '--port', '65536'], /from 0 to 65535/],
  [['serve', '--host', '203.0.113.9', '--port', '0'], /no address “203\.0\.113\.9”/],
])('%j says what to do', async (words, message) => {
  expect(await run(words)).toMatchObject({ code: 1, err: expect.stringMatching(message) })
})
