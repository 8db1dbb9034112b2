import { fileURLToPath } from 'node:url'
import { test as base, expect, type Locator, type Page } from '@playwright/test'
import {
  createDemo,
  createSandbox,
  type DemoSummary,
  type Sandbox,
  type SandboxOptions,
  serveSandbox,
} from '@recourse/sandbox'
import type { Generation } from '../packages/userscript/src/page.ts'

export const SCRIPT = fileURLToPath(new URL('../packages/userscript/dist/recourse.user.js', import.meta.url))
export const CONFIGURATION = 'canvas-collections-configuration'

/** A served sandbox with the demo's courses, and a browser in front of it. */
export interface Stage {
  readonly sandbox: Sandbox
  readonly demo: DemoSummary
  readonly url: string
  /** Signs in and opens the Modules page of a course. */
  readonly open: (page: Page, login: string, courseId: number) => Promise<void>
  /** Asks the REST API as the administrator, past the browser. */
  readonly call: (method: string, path: string, body?: object) => Promise<Json>
  readonly close: () => Promise<void>
}

export type BareStage = Omit<Stage, 'demo'>

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

export async function openStage(options: SandboxOptions = {}): Promise<Stage> {
  const stage = await openBareStage(options)
  return { ...stage, demo: await createDemo(stage.sandbox) }
}

/** Without the demo's courses: where copies are held, a demo would never be made. */
export async function openBareStage(options: SandboxOptions = {}): Promise<BareStage> {
  const sandbox = createSandbox({ ...options, site: { themeJs: SCRIPT, ...options.site } })
  const { url, close } = await serveSandbox(sandbox, { port: 0 })
  return { sandbox, url, open: signIn(url), call: caller(sandbox, url), close }
}

function signIn(url: string): Stage['open'] {
  return async (page, login, courseId) => {
    await page.goto(`${url}/sandbox/sign-in?as=${login}&return_to=/courses/${courseId}/modules`)
  }
}

function caller(sandbox: Sandbox, url: string): Stage['call'] {
  return async (method, path, body) => {
    const headers = {
      authorization: `Bearer ${sandbox.people.administrator.tokens[0]}`,
      'content-type': 'application/json',
    }
    const request = new Request(new URL(path, url), { method, headers, ...(body && { body: JSON.stringify(body) }) })
    const response = await sandbox.quietFetch(request)
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return response.json()
  }
}

/** A configuration page of a course, as the API tells it. */
export async function readConfiguration({ call }: BareStage, courseId: number): Promise<string> {
  const page = await call('GET', `/api/v1/courses/${courseId}/pages/${CONFIGURATION}`)
  if (typeof page !== 'object' || page === null || !('body' in page)) throw new Error('This is no page.')
  return String(page.body)
}

/** What was asked to change a course since the log began, as the sandbox heard it; Canvas's own page keeps to itself. */
export function writesTo({ sandbox }: BareStage, courseId: number): readonly string[] {
  return sandbox.faults.log
    .filter(({ method, path }) => method !== 'GET' && path.startsWith(`/api/v1/courses/${courseId}/`))
    .map(({ method, path }) => `${method} ${path}`)
}

/** What of ours stands on a page; everything is looked for inside it, as people find it. */
export function ours(page: Page): { readonly dialog: Locator; readonly bar: Locator; readonly host: Locator } {
  const host = page.locator('#recourse')
  return { host, dialog: host.getByRole('dialog'), bar: host.getByRole('region', { name: 'Canvas Collections' }) }
}

/** What a project of the configuration says: which of Canvas's Modules pages its journeys go over. */
export interface StageOptions {
  readonly modulesPage: Generation
}

export type OpenBare = (options: SandboxOptions) => Promise<BareStage>

interface Fixtures extends StageOptions {
  readonly stage: Stage
  /** For a test that wants a sandbox of its own kind; closed at its end. */
  readonly openBare: OpenBare
}

/** A test on a stage of its own; an error on the page fails it, whoever's it is. */
export const test = base.extend<Fixtures>({
  modulesPage: ['legacy', { option: true }],
  stage: async ({ modulesPage }, use) => {
    const stage = await openStage({ site: { modulesPage } })
    await use(stage)
    await stage.close()
  },
  openBare: async ({ modulesPage }, use) => {
    const opened: BareStage[] = []
    await use(async options => {
      const stage = await openBareStage({ ...options, site: { modulesPage, ...options.site } })
      opened.push(stage)
      return stage
    })
    for (const { close } of opened) await close()
  },
  page: async ({ page }, use) => {
    const errors: string[] = []
    page.on('pageerror', error => errors.push(error.message))
    await use(page)
    expect(errors).toEqual([])
  },
})

export { expect }
