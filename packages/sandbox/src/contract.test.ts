import { type ContractTarget, canvasContract } from '@recourse/canvas/contract'
import { afterAll, describe, it } from 'vitest'
import { createSandbox, type Sandbox, type SandboxOptions } from './sandbox.ts'
import { serveSandbox } from './serve.ts'

const ORIGIN = 'https://canvas.test'

function toTarget({ fetch, people }: Sandbox): ContractTarget {
  const auth = { kind: 'token', token: people.administrator.tokens[0] ?? '' } as const
  return { origin: ORIGIN, fetch, auth, strangerToken: people.stranger.tokens[0] }
}

const WITHOUT_THROTTLE = {
  'an answer to a token tells its price and what is left': 'the sandbox counts only while its throttle is on',
}

canvasContract('sandbox', toTarget(createSandbox()), { pollMs: 1, skip: WITHOUT_THROTTLE })

const everySwitchTheOtherWay: SandboxOptions['flags'] = {
  preciseLinks: false,
  forbiddenIs403: false,
  assetMapV2: true,
  permanentPageLinks: true,
  jsonPrefix: true,
  uploadConfirm: 'redirect',
}
const distant = createSandbox({ flags: everySwitchTheOtherWay })
const served = await serveSandbox(distant, { port: 0 })
afterAll(() => served.close())
canvasContract(
  'sandbox, over HTTP, with every switch the other way',
  { ...toTarget(distant), origin: served.url, fetch },
  { pollMs: 1, skip: WITHOUT_THROTTLE },
)

// The clock runs a hundredfold, so that the bucket leaks faster than the suite fills it.
const startMs = Date.now()
const now = (): number => startMs + (Date.now() - startMs) * 100
canvasContract('sandbox, throttled', toTarget(createSandbox({ flags: { throttle: true }, now })), { pollMs: 1 })

const browser = signIn(createSandbox({ flags: { jsonPrefix: true, uploadConfirm: 'redirect' } }))
canvasContract('sandbox, in a browser', browser, {
  pollMs: 1,
  skip: {
    'an answer to a token tells its price and what is left': 'Canvas does not tell browsers',
    'no sign-in and a bad token are challenged': 'a browser is signed in',
    'what one may not do is denied, and not taken for a bad token': 'it needs a second person in the same browser',
  },
})

/** What a browser adds to a sandbox: cookies where they belong, redirects followed or hidden. */
function signIn({ fetch, people }: Sandbox): ContractTarget {
  let cookie: Promise<string> | undefined
  let csrfToken = ''
  const start = async (): Promise<string> => {
    const reply = await fetch(new Request(`${ORIGIN}/sandbox/sign-in?as=${people.administrator.login}`))
    const pairs = reply.headers.getSetCookie().map(each => each.split(';')[0] ?? '')
    csrfToken = decodeURIComponent(pairs.find(pair => pair.startsWith('_csrf_token='))?.slice(12) ?? '')
    return pairs.join('; ')
  }
  const withCookie = async (request: Request): Promise<Response> => {
    cookie ??= start()
    const headers = new Headers(request.headers)
    if (new URL(request.url).origin === ORIGIN && request.credentials !== 'omit') headers.set('cookie', await cookie)
    if (headers.has('x-csrf-token')) headers.set('x-csrf-token', csrfToken)
    return seeRedirect(await fetch(new Request(request, { headers })), request, withCookie)
  }
  return { origin: ORIGIN, fetch: withCookie, auth: { kind: 'session', csrfToken: () => csrfToken || 'not yet' } }
}

type Send = (request: Request) => Promise<Response>

async function seeRedirect(reply: Response, request: Request, send: Send): Promise<Response> {
  const location = reply.headers.get('location')
  if (reply.status < 300 || reply.status >= 400 || location === null) return reply
  if (request.redirect === 'follow') return send(new Request(new URL(location, request.url)))
  return Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' })
}

const { CANVAS_URL, CANVAS_TOKEN, CANVAS_STRANGER_TOKEN } = process.env

if (CANVAS_URL !== undefined && CANVAS_TOKEN !== undefined)
  canvasContract(
    CANVAS_URL,
    { origin: CANVAS_URL, fetch, auth: { kind: 'token', token: CANVAS_TOKEN }, strangerToken: CANVAS_STRANGER_TOKEN },
    { timeoutMs: 10 * 60_000, skip: skips() },
  )
else
  describe('Canvas contract: a real Canvas', () => {
    it.skip('needs CANVAS_URL and CANVAS_TOKEN, an administrator of an account to try things in', () => {})
  })

function skips(): Record<string, string> {
  if (CANVAS_STRANGER_TOKEN !== undefined) return {}
  const reason = 'needs CANVAS_STRANGER_TOKEN, of a user without courses'
  return { 'what one may not do is denied, and not taken for a bad token': reason }
}
