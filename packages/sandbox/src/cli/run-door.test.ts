import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  type Canvas,
  createCanvas,
  createCourse,
  createCourseCopy,
  getCourse,
  getMigration,
  getPage,
  getSelf,
  listAccounts,
  listModules,
} from '@recourse/canvas'
import { toCourseId } from '@recourse/core'
import { afterEach, describe, expect, it } from 'vitest'
import type { ReadyLine } from './open-sandbox.ts'
import { runDoor } from './run-door.ts'

interface Run {
  readonly exitCode: Promise<number>
  readonly output: { printed: string; said: string }
  readonly stop: AbortController
}

const runs: Run[] = []

function run(...words: string[]): Run {
  const output = { printed: '', said: '' }
  const stop = new AbortController()
  const exitCode = runDoor({
    words,
    print: text => {
      output.printed += text
    },
    say: text => {
      output.said += text
    },
    signal: stop.signal,
  })
  const started = { exitCode, output, stop }
  runs.push(started)
  return started
}

/** Waits until it is ready or over. */
async function ready(started: Run): Promise<ReadyLine> {
  const over = { isOver: false }
  void started.exitCode.finally(() => {
    over.isOver = true
  })
  while (started.output.printed === '' && !over.isOver) await new Promise(resolve => setTimeout(resolve, 5))
  return JSON.parse(started.output.printed)
}

function as({ url, users }: ReadyLine, role: string): Canvas {
  const token = users.find(user => user.role === role)?.token ?? ''
  return createCanvas({ origin: url, fetch, auth: { kind: 'token', token } })
}

async function failed(...words: string[]): Promise<string> {
  const { exitCode, output } = run(...words)
  expect(await exitCode).toBe(1)
  expect(output.printed).toBe('')
  return output.said
}

afterEach(async () => {
  for (const { stop } of runs) stop.abort()
  await Promise.all(runs.splice(0).map(({ exitCode }) => exitCode))
})

const cartridge = (name: string) => fileURLToPath(new URL(`../../test-data/${name}`, import.meta.url))

describe('recourse sandbox', () => {
  it('prints one line of JSON when it is ready, and nothing else', async () => {
    const started = run('sandbox', '--port', '0', '--no-demo')
    const line = await ready(started)
    expect(started.output.printed).toBe(`${JSON.stringify(line)}\n`)
    expect(started.output.said).toBe('')
    expect(Object.keys(line)).toEqual(['url', 'users', 'courses'])
    expect(line.courses).toEqual([])
    const roles = ['administrator', 'teacher', 'designer', 'assistant', 'student', 'stranger']
    expect(line.users.map(({ role }) => role)).toEqual(roles)
  })

  it('signs everybody in, by token and by password', async () => {
    const line = await ready(run('sandbox', '--port', '0', '--no-demo'))
    for (const { role, login, password } of line.users) {
      expect((await getSelf(as(line, role))).name).toBeTruthy()
      const form = new URLSearchParams({
        'pseudonym_session[unique_id]': login,
        'pseudonym_session[password]': password,
      })
      const reply = await fetch(`${line.url}/login/canvas`, { method: 'POST', body: form, redirect: 'manual' })
      expect(reply.status).toBe(302)
    }
  })

  it('holds the demo courses, whose pages and pictures name its own address', async () => {
    const line = await ready(run('sandbox', '--port', '0'))
    const [source, clean] = line.courses
    expect([source?.copiedFrom, clean?.copiedFrom]).toEqual([null, source?.id])
    const teacher = as(line, 'teacher')
    for (const { id, name } of line.courses) expect((await getCourse(teacher, toCourseId(String(id)))).name).toBe(name)
    const page = await getPage(teacher, toCourseId(String(clean?.id)), { slug: 'canvas-collections-configuration' })
    expect(page.body).toContain(`"image":"${line.url}/courses/${source?.id}/files/`)
  })

  it('makes a course of each export, named by its title, and says what could not be taken over', async () => {
    const files = ['course-1.imscc', 'canvas_cc_gem_course.imscc'].map(cartridge)
    const started = run('sandbox', '--no-demo', '--port', '0', '--cartridge', ...files)
    const line = await ready(started)
    expect(line.courses.map(({ name, copiedFrom }) => [name, copiedFrom])).toEqual([
      ['COURSE-for-modules-testing', null],
      ['Canvas CC Gem Course', null],
    ])
    expect(started.output.said).toContain(`${files[0]}: Could not be imported: web_resources/sample.mp3`)
    const [first] = line.courses
    expect(await listModules(as(line, 'teacher'), toCourseId(String(first?.id)))).not.toEqual([])
  })

  it('takes exports named one by one, and the demo too', async () => {
    const [one, other] = ['multiple-pages.imscc', 'canvas_cc_gem_course.imscc'].map(cartridge)
    const line = await ready(run('sandbox', '--port', '0', '--cartridge', one ?? '', '--cartridge', other ?? ''))
    expect(line.courses).toHaveLength(9)
    expect(new Set(line.courses.map(({ id }) => id)).size).toBe(9)
  })

  it('copies step by step at the speed asked for', async () => {
    const line = await ready(run('sandbox', '--port', '0', '--copy-speed', '600000'))
    const [source] = line.courses
    const administrator = as(line, 'administrator')
    const [account] = await listAccounts(administrator)
    if (!account || !source) throw new Error('there is nothing to copy')
    const { id } = await createCourse(administrator, account.id, { name: 'Slow' })
    const copy = await createCourseCopy(administrator, id, { sourceCourseId: toCourseId(String(source.id)) })
    expect((await getMigration(administrator, id, copy.id)).workflowState).toBe('running')
    expect(await listModules(administrator, id)).toEqual([])
  })

  it('serves browsers the Modules page, the theme files and the colours asked for', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'door-'))
    const themeJs = join(folder, 'theme.js')
    await writeFile(themeJs, 'window.isThemed = true')
    const words = ['--modules-page', 'v2', '--theme-js', themeJs, '--brand', 'second', '--csp']
    const line = await ready(run('sandbox', '--port', '0', ...words))
    const signIn = await fetch(`${line.url}/sandbox/sign-in?as=teacher`, { redirect: 'manual' })
    const cookie = signIn.headers
      .getSetCookie()
      .map(set => set.split(';')[0])
      .join('; ')
    const page = await fetch(`${line.url}/courses/${line.courses[0]?.id}/modules`, { headers: { Cookie: cookie } })
    const text = await page.text()
    expect(page.headers.get('content-security-policy')).toContain('script-src')
    expect(text).toContain('/sandbox/assets/modules-v2.js')
    expect(text).toContain('--ic-brand-primary:#7a1f3d')
    const theme = /\/sandbox\/theme\/theme\.js\?v=\w+/.exec(text)?.[0]
    expect(await (await fetch(line.url + theme)).text()).toBe('window.isThemed = true')
    await rm(folder, { recursive: true })
  })

  it.each([
    { links: 'precise', text: '/pages/who-to-ask' },
    { links: 'string', text: '$WIKI_REFERENCE$/pages/' },
  ])('leaves $text in the text of copies with --links $links', async ({ links, text }) => {
    const line = await ready(run('sandbox', '--port', '0', '--links', links))
    const clean = toCourseId(String(line.courses[1]?.id))
    const page = await getPage(as(line, 'teacher'), clean, { slug: 'canvas-collections-configuration' })
    expect(page.body).toContain(text)
    expect(page.body?.includes('$WIKI_REFERENCE$')).toBe(links === 'string')
  })

  it('counts requests with --throttle only', async () => {
    const remaining = async (...more: string[]) => {
      const { url, users } = await ready(run('sandbox', '--port', '0', '--no-demo', ...more))
      const headers = { Authorization: `Bearer ${users[0]?.token}` }
      return Number((await fetch(`${url}/api/v1/users/self`, { headers })).headers.get('x-rate-limit-remaining'))
    }
    expect(await remaining()).toBe(600)
    expect(await remaining('--throttle')).toBeLessThan(600)
  })

  it('closes when it is told to, connections included', async () => {
    const started = run('sandbox', '--port', '0', '--no-demo')
    const { url } = await ready(started)
    await (await fetch(`${url}/api/v1/users/self`)).text()
    started.stop.abort()
    expect(await started.exitCode).toBe(0)
    await expect(fetch(`${url}/api/v1/users/self`)).rejects.toThrow()
  })

  it('closes without a word when it is told to before it is ready', async () => {
    const { exitCode, output, stop } = run('sandbox', '--port', '0', '--no-demo')
    stop.abort()
    expect(await exitCode).toBe(0)
    expect(output.printed).toBe('')
  })
})

describe('recourse sandbox, asked for what it cannot do', () => {
  it('says in a sentence that a port is in use', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const address = taken.address()
    const port = typeof address === 'object' ? String(address?.port) : ''
    expect(await failed('sandbox', '--no-demo', '--port', port)).toBe(
      `recourse: Port ${port} is in use: choose another with --port, or --port 0 for a free one.\n`,
    )
    taken.close()
  })

  it.each([
    ['--port', 'abc'],
    ['--port', '65536'],
    ['--port', '-1'],
    ['--port', '1.5'],
    ['--port', ''],
    ['--copy-speed', 'fast'],
    ['--copy-speed', '1e3'],
  ])('refuses the number %s %s', async (option, value) => {
    expect(await failed('sandbox', option, value)).toMatch(/^recourse: .* It must be a whole number from 0 to \d+\.\n$/)
  })

  it.each([
    [['--links', 'sometimes'], 'Allowed choices are precise, string.'],
    [['--cartridge'], 'argument missing'],
    [['--bogus'], "Unknown option '--bogus'"],
    [['surplus'], 'Too many arguments'],
    [['--host', 'nowhere.invalid', '--port', '0'], 'nowhere.invalid is no address of this machine'],
  ])('refuses %j in one line', async (words, reason) => {
    const said = await failed('sandbox', ...words)
    expect(said).toContain(reason)
    expect(said.trimEnd().split('\n')).toHaveLength(1)
  })

  it('says which export it cannot take, and why', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'door-'))
    const broken = join(folder, 'broken.imscc')
    await writeFile(broken, 'no archive')
    const words = ['sandbox', '--port', '0', '--no-demo', '--cartridge']
    expect(await failed(...words, join(folder, 'none.imscc'))).toMatch(
      /none\.imscc cannot be read: there is no such file\.\n$/,
    )
    expect(await failed(...words, folder)).toMatch(/cannot be read: it is a folder\.\n$/)
    expect(await failed(...words, broken)).toMatch(/broken\.imscc cannot be taken\. This file is not a zip archive/)
    expect(await failed(...words, cartridge('course-1.imscc'), broken)).toContain('broken.imscc cannot be taken.')
    await rm(folder, { recursive: true })
  })
})

describe('help', () => {
  it('names every switch of the sandbox', async () => {
    const { exitCode, output } = run('sandbox', '--help')
    expect(await exitCode).toBe(0)
    for (const name of ['port', 'host', 'cartridge', 'links', 'copy-speed', 'throttle', 'no-demo'])
      expect(output.printed).toContain(`--${name}`)
  })
})

describe('recourse demo', () => {
  it('says where the sandbox is, who one can be and what to try', async () => {
    const started = run('demo', '--port', '0')
    await ready(started).catch(() => undefined)
    expect(started.output.printed).toMatch(/^A sandbox Canvas: http:\/\/127\.0\.0\.1:\d+\n/)
    expect(started.output.printed).toContain('102  Soil Science 101 (clean copy), from 101')
    expect(started.output.printed).toMatch(/recourse canvas check http:\/\/127\.0\.0\.1:\d+\/courses\/102\n/)
  })
})
