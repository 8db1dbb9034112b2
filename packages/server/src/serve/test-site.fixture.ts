import { fileURLToPath } from 'node:url'
import type { LibraryDb } from '../library/index.ts'
import { prepareFirstStart } from '../people/first-start.ts'
import { createSignIn } from '../sign-in/create-sign-in.ts'
import type { OidcSettings } from '../sign-in/sign-in-settings.ts'
import { createSite } from './create-site.ts'

export const ORIGIN = 'http://library.test'
export const PASSWORD = 'correct horse battery'

export interface Reply {
  readonly status: number
  readonly headers: Headers
  /** Parsed where it is JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into it as they expect it.
  readonly json: any
}

/** A browser at the library: it keeps cookies, and says where its requests come from. */
export interface Browser {
  readonly ask: (method: string, path: string, json?: unknown, headers?: Record<string, string>) => Promise<Reply>
  readonly cookies: ReadonlyMap<string, string>
}

export interface TestSite {
  readonly fetch: (request: Request) => Response | Promise<Response>
  readonly open: () => Browser
  readonly said: readonly string[]
}

export interface SiteWishes {
  readonly publicUrl?: string
  readonly oidc?: OidcSettings
  readonly webFolder?: string
  readonly proxies?: number
}

/** The whole site over a real database, in memory. */
export function openTestSite(db: LibraryDb, wishes: SiteWishes = {}): TestSite {
  const { publicUrl, oidc, proxies = 0, webFolder = fileURLToPath(new URL('none/', import.meta.url)) } = wishes
  const said: string[] = []
  const say = (line: string): void => void said.push(line)
  const secret = 'only-for-tests-and-long-enough-to-sign'
  const signIn = createSignIn({ db, secret, publicUrl, oidc, log: say })
  const log = (fault: object): void => say(JSON.stringify(fault))
  const site = createSite({ db, signIn, findActor: signIn.findActor, log, say, proxies, webFolder })
  const fetch = (request: Request) => site.fetch(request)
  return { fetch, said, open: () => openBrowser(fetch, publicUrl ?? ORIGIN) }
}

function openBrowser(fetch: TestSite['fetch'], origin: string): Browser {
  const cookies = new Map<string, string>()
  const ask: Browser['ask'] = async (method, path, json, headers = {}) => {
    const sent = new Headers({ origin, 'sec-fetch-site': 'same-origin', ...headers })
    if (cookies.size > 0) sent.set('cookie', [...cookies].map(pair => pair.join('=')).join('; '))
    if (json !== undefined) sent.set('content-type', 'application/json')
    const body = json === undefined ? {} : { body: JSON.stringify(json) }
    const reply = await fetch(new Request(new URL(path, origin), { method, headers: sent, ...body }))
    for (const cookie of reply.headers.getSetCookie()) keep(cookies, cookie)
    const text = await reply.text()
    return { status: reply.status, headers: reply.headers, json: /^[[{]|^null$/.test(text) ? JSON.parse(text) : text }
  }
  return { ask, cookies }
}

function keep(cookies: Map<string, string>, cookie: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
  if (/max-age=0/i.test(cookie)) cookies.delete(name)
  else cookies.set(name, value)
}

/** The administrator of a new library, signed in by the link of its first start. */
export async function openLibrary(db: LibraryDb, site: TestSite): Promise<Browser> {
  const link = await prepareFirstStart(db, { workspaceName: 'Grünland & <b>', adminEmail: 'root@library.example' })
  if (link === undefined) throw new Error('Somebody administers this library.')
  const browser = site.open()
  await mustAsk(browser, 'POST', `/api/sign-in/links/${link.token}`, { password: PASSWORD })
  return browser
}

/** The token of a link that was handed over. */
export function toToken({ url }: { readonly url: string }): string {
  return new URL(url).pathname.replace('/links/', '')
}

/** What came of a request that has to succeed. */
// biome-ignore lint/suspicious/noExplicitAny: as Reply.
export async function mustAsk(browser: Browser, method: string, path: string, json?: unknown): Promise<any> {
  const reply = await browser.ask(method, path, json)
  if (reply.status !== 200) throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(reply.json)}`)
  return reply.json
}

/** Somebody invited by the administrator, signed in. */
export async function bring(site: TestSite, admin: Browser, email: string, role = 'author'): Promise<Browser> {
  const { value } = await mustAsk(admin, 'POST', '/api/people/invitations', { email, name: email, role })
  const browser = site.open()
  await mustAsk(browser, 'POST', `/api/sign-in/links/${toToken(value)}`, { password: PASSWORD })
  return browser
}
