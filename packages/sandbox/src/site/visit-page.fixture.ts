import { attributeOf, type Element, elementsOf, isElement, parseDocument, textOf } from '../html/tree.ts'
import type { User } from '../model.ts'
import type { Sandbox } from '../sandbox.ts'

/** A page as a browser got it: found in by the simple selectors scripts use (compound ones, and descendants). */
export interface VisitedPage {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly all: (selector: string) => readonly Element[]
  /** Text of the first, its white space as one. */
  readonly textAt: (selector: string) => string
  readonly env: Readonly<Record<string, unknown>>
}

export interface Browser {
  readonly visit: (path: string) => Promise<VisitedPage>
  readonly send: (
    method: string,
    path: string,
    form?: Record<string, string>,
    headers?: Record<string, string>,
  ) => Promise<Response>
  readonly csrfToken: () => string
}

/** A browser without scripts: it keeps cookies, follows nothing. */
export async function openBrowser({ fetch, world }: Sandbox, user: User | null): Promise<Browser> {
  const cookies = new Map<string, string>()
  const ask = async (method: string, path: string, body?: string, more: Record<string, string> = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(
      new Request(new URL(path, world.origin), {
        method,
        headers: { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8', Cookie: cookie, ...more },
        ...(body === undefined ? {} : { body }),
      }),
    )
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
      cookies.set(name, value)
    }
    return response
  }
  const csrfToken = () => decodeURIComponent(cookies.get('_csrf_token') ?? '')
  if (user) await ask('GET', `/sandbox/sign-in?as=${encodeURIComponent(user.login)}`)
  return {
    visit: async path => toPage(await ask('GET', path)),
    send: (method, path, form = {}, headers = {}) => {
      const fields = new URLSearchParams({ authenticity_token: csrfToken(), ...form })
      return ask(method, path, fields.toString(), { 'Content-Type': 'application/x-www-form-urlencoded', ...headers })
    },
    csrfToken,
  }
}

async function toPage(response: Response): Promise<VisitedPage> {
  const text = await response.text()
  const elements = parseDocument(text)
    .childNodes.filter(isElement)
    .flatMap(root => [root, ...elementsOf(root)])
  const all = (selector: string) => elements.filter(element => matches(element, selector))
  return {
    status: response.status,
    headers: response.headers,
    text,
    all,
    textAt: selector => all(selector).slice(0, 1).map(textOf).join('').replace(/\s+/g, ' ').trim(),
    env: JSON.parse(/^ENV = (.*);$/m.exec(text)?.[1] ?? '{}'),
  }
}

/** Comma lists of compound selectors, with descendants. */
function matches(element: Element, selector: string): boolean {
  return selector.split(',').some(one => {
    const parts = one.trim().split(/\s+/)
    const last = parts.pop() ?? ''
    return matchesCompound(element, last) && hasAncestors(element, parts)
  })
}

function hasAncestors(element: Element, parts: readonly string[]): boolean {
  if (parts.length === 0) return true
  const parent = element.parentNode
  if (!parent || !('tagName' in parent)) return false
  const isMet = matchesCompound(parent, parts.at(-1) ?? '')
  return hasAncestors(parent, isMet ? parts.slice(0, -1) : parts)
}

function matchesCompound(element: Element, compound: string): boolean {
  const tokens = compound.match(/^[a-z][a-z0-9]*|[.#][\w-]+|\[[^\]]+\]/gi) ?? []
  if (tokens.join('') !== compound) throw new Error(`The fixture cannot read the selector ${compound}`)
  return tokens.every(token => matchesToken(element, token))
}

function matchesToken(element: Element, token: string): boolean {
  if (token.startsWith('.')) return (attributeOf(element, 'class') ?? '').split(/\s+/).includes(token.slice(1))
  if (token.startsWith('#')) return attributeOf(element, 'id') === token.slice(1)
  if (!token.startsWith('[')) return element.tagName === token
  const [, name = '', value] = /^\[([\w-]+)(?:="([^"]*)")?\]$/.exec(token) ?? []
  return value === undefined ? attributeOf(element, name) !== undefined : attributeOf(element, name) === value
}
