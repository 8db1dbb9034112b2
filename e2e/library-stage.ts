import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'

const COMMAND = fileURLToPath(new URL('../bin/recourse.mjs', import.meta.url))
const PASSWORD = 'correct horse battery'

/** Somebody with a session, who can be asked for things past the browser too. */
export interface Person {
  readonly personId: string
  readonly name: string
  readonly email: string
  /** Asks the API as this person; anything but success fails. */
  readonly call: <T = Json>(method: string, path: string, body?: object) => Promise<T>
  readonly cookies: readonly string[]
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into it as they expect it.
export type Json = any

/** `recourse serve` on a new embedded database, as somebody starts it who has just got it. */
export interface Library {
  readonly url: string
  readonly admin: Person
  readonly invite: (name: string, role: string) => Promise<Person>
  /** Signs a browser in as this person, and opens a place. */
  readonly open: (page: Page, person: Person, path: string) => Promise<void>
}

const FIRST = /http\S+\/links\/(\S+)/

/** The server lives as long as the worker; each test makes people and courses of its own. */
export const test = base.extend<object, { readonly library: Library }>({
  library: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what is needed from the pattern.
    async ({}, use) => {
      const dataFolder = join(tmpdir(), `recourse-journeys-${process.pid}-${Date.now()}`)
      const server = spawn(process.execPath, [COMMAND, 'serve', '--port', '0', '--json'], {
        env: { ...process.env, RECOURSE_DATA: dataFolder, DATABASE_URL: '' },
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      await use(await begin(await ready(server)))
      const over = new Promise(resolve => server.once('exit', resolve))
      server.kill('SIGINT')
      await over
      rmSync(dataFolder, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  page: async ({ page }, use) => {
    const wrong: string[] = []
    page.on('pageerror', error => wrong.push(error.message))
    page.on('console', message => {
      if (message.text().includes('Content Security Policy')) wrong.push(message.text())
    })
    await use(page)
    expect(wrong).toEqual([])
  },
})

interface Ready {
  readonly url: string
  readonly firstLink: { readonly url: string }
}

async function ready(server: ChildProcess): Promise<Ready> {
  if (server.stdout === null) throw new Error('The server has no output.')
  for await (const line of createInterface({ input: server.stdout })) return JSON.parse(line)
  throw new Error('The server has ended before it was ready.')
}

async function begin({ url, firstLink }: Ready): Promise<Library> {
  const token = FIRST.exec(firstLink.url)?.[1] ?? ''
  const admin = await signIn(url, token, { name: 'Ada Admin', email: 'ada@library.example', password: PASSWORD })
  const invite: Library['invite'] = async (name, role) => {
    const email = `${name.toLowerCase().replaceAll(/[^a-z]/g, '')}.${Math.random().toString(36).slice(2)}@library.example`
    const { value } = await admin.call('POST', '/api/people/invitations', { name, email, role })
    return signIn(url, FIRST.exec(value.url)?.[1] ?? '', { password: PASSWORD })
  }
  return { url, admin, invite, open: (page, person, path) => open(page, url, person, path) }
}

async function signIn(url: string, token: string, answer: object): Promise<Person> {
  const reply = await ask(url, [], 'POST', `/api/sign-in/links/${token}`, answer)
  const cookies = reply.headers.getSetCookie().map(cookie => cookie.split(';')[0] ?? '')
  const call: Person['call'] = async (method, path, body) => (await ask(url, cookies, method, path, body)).json()
  const { personId, name, email } = await call('GET', '/api/me')
  return { personId, name, email, call, cookies }
}

async function ask(url: string, cookies: readonly string[], method: string, path: string, body?: object) {
  const headers = { origin: url, cookie: cookies.join('; '), ...(body && { 'content-type': 'application/json' }) }
  const reply = await fetch(`${url}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) })
  if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`)
  return reply
}

async function open(page: Page, url: string, { cookies }: Person, path: string): Promise<void> {
  await signContext(page.context(), url, cookies)
  await page.goto(`${url}${path}`)
}

async function signContext(context: BrowserContext, url: string, cookies: readonly string[]): Promise<void> {
  await context.clearCookies()
  await context.addCookies(
    cookies.map(cookie => {
      const at = cookie.indexOf('=')
      return { url, name: cookie.slice(0, at), value: cookie.slice(at + 1) }
    }),
  )
}

/** No rule of axe is broken by what is on the screen now. */
export async function expectAccessible(page: Page): Promise<void> {
  await atRest(page)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
}

/** What is fading in has less contrast than it will have; a fade begins with the second frame. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const _frame of [1, 2]) await new Promise(requestAnimationFrame)
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(ending.map(({ finished }) => finished))
  })
}

/** Nothing stands out of the window to the side. */
export async function expectNoOverflow(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
}

export interface BuiltCourse {
  readonly courseId: string
  readonly moduleId: string
  readonly objectIds: readonly string[]
  readonly pageIds: readonly string[]
}

/** A course of two Learning Objects with a page each; the first page has a Course Style. */
export async function buildCourse({ call }: Person, title: string): Promise<BuiltCourse> {
  const { courseId } = (await call('POST', '/api/courses', { title })).value
  const at = `/api/courses/${courseId}`
  const { moduleId } = (await call('POST', `${at}/modules`, { name: 'Beginning' })).value
  const objectIds: string[] = []
  const pageIds: string[] = []
  for (const name of ['Ladders', 'Scaffolds']) {
    const { objectId } = (await call('POST', `${at}/objects`, { moduleId, name })).value
    const content = {
      title: `About ${name}`,
      blocks: [{ id: '1', kind: 'text', text: `All of ${name}`, references: [] }],
    }
    const { pageId } = (await call('POST', `${at}/objects/${objectId}/pages`, { content })).value
    objectIds.push(objectId)
    pageIds.push(pageId)
  }
  await call('PUT', `${at}/styles/warm`, { name: 'Warm', definition: { colour: 'red' } })
  await call('POST', `${at}/pages/styles`, { pages: [{ pageId: pageIds[0], styleKey: 'warm' }] })
  return { courseId, moduleId, objectIds, pageIds }
}

export { expect }
