import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { isAPIError } from 'better-auth/api'
import { genericOAuth } from 'better-auth/plugins'
import { z } from 'zod'
import type { Actor, LibraryDb } from '../library/index.ts'
import { authTables } from './auth-tables.ts'
import { CLIENT_ADDRESS } from './client-address.ts'
import { sessionOpener } from './open-session.ts'
import { toSignInHooks } from './sign-in-hooks.ts'
import type { OidcSettings } from './sign-in-settings.ts'

/** Who people are. */
export interface SignIn {
  /** better-auth's own addresses under `/api/auth/`, those of them that a person needs. */
  readonly handle: (request: Request) => Promise<Response>
  /** Looked up at every request: a session that ended is none. */
  readonly findActor: (request: Request) => Promise<Actor | undefined>
  /** Cookies that sign a person in; none for somebody who is not active. */
  readonly openSession: (personId: string, headers: Headers) => Promise<readonly string[]>
  /** Cookies that keep a session going which would end soon. */
  readonly refreshSession: (headers: Headers) => Promise<readonly string[]>
  readonly hashPassword: (password: string) => Promise<string>
  /** What links begin with; `undefined`: with the address that whoever asks for one came by. */
  readonly publicUrl: string | undefined
  /** The other way in, as a button names it. */
  readonly oidc: { readonly providerId: string; readonly name: string } | null
}

export interface SignInParts {
  readonly db: LibraryDb
  readonly secret: string
  readonly publicUrl: string | undefined
  readonly oidc: OidcSettings | undefined
  /** Told of faults in words. */
  readonly log: (line: string) => void
}

export const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 128
const OIDC = 'oidc'

const sessionUser = z.object({
  id: z.string(),
  workspaceId: z.string(),
  role: z.enum(['administrator', 'author', 'reviewer']),
  deactivatedAt: z.date().nullish(),
})

export function createSignIn(parts: SignInParts): SignIn {
  const auth = betterAuth({ ...toOptions(parts), plugins: [sessionOpener, ...toOidc(parts.oidc)] })
  return {
    handle: request => handle(request, auth.handler),
    findActor: async ({ headers }) => {
      const found = await auth.api.getSession({ headers, query: { disableRefresh: true } })
      if (found === null) return undefined
      const { id, workspaceId, role, deactivatedAt } = sessionUser.parse(found.user)
      return deactivatedAt ? undefined : { personId: id, workspaceId, role }
    },
    openSession: async (personId, headers) => {
      const reply = await auth.api.openSession({ body: { personId }, headers, returnHeaders: true })
      return reply.response.isOpen ? reply.headers.getSetCookie() : []
    },
    refreshSession: async headers => {
      const reply = await auth.api.getSession({ headers, returnHeaders: true })
      return reply.headers.getSetCookie()
    },
    hashPassword: async password => (await auth.$context).password.hash(password),
    publicUrl: parts.publicUrl,
    oidc: parts.oidc === undefined ? null : { providerId: OIDC, name: parts.oidc.name },
  }
}

/** What a browser of ours asks for; the rest of better-auth has no address here. */
const open = new Set([
  'POST /sign-in/email',
  'POST /sign-in/social',
  'GET /callback/oidc',
  'POST /callback/oidc',
  'POST /sign-out',
  'POST /change-password',
])

async function handle(request: Request, handler: (request: Request) => Promise<Response>): Promise<Response> {
  const path = new URL(request.url).pathname.replace(/^\/api\/auth/, '')
  if (open.has(`${request.method} ${path}`)) return hideToken(await handler(request), path)
  const message = 'There is nothing at this address. Sign in at /sign-in.'
  return Response.json({ ok: false, reason: 'not-found', message, details: null }, { status: 404 })
}

/** A session is told in its cookie, which no script reads, and nowhere else. */
function hideToken(reply: Response, path: string): Response {
  if (path !== '/sign-in/email' || !reply.ok) return reply
  return new Response(JSON.stringify({ ok: true }), { status: reply.status, headers: reply.headers })
}

function toOptions({ db, secret, publicUrl, log }: SignInParts): BetterAuthOptions {
  const { user, session, account, verification, rateLimit } = authTables
  return {
    appName: 'Recourse',
    database: { db, type: 'postgres' },
    secret,
    baseURL: publicUrl ?? 'http://localhost',
    basePath: '/api/auth',
    trustedOrigins: request => (request === undefined ? [] : [new URL(request.url).origin]),
    onAPIError: {
      errorURL: '/sign-in',
      // What is refused is no fault; and a fault's own words may hold what somebody typed.
      onError: error => {
        if (!isAPIError(error)) log(`Signing in failed: ${toCause(error)}`)
      },
    },
    logger: { level: 'error', disableColors: true, log: (_level, message) => log(`Signing in: ${message}`) },
    telemetry: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
    },
    user,
    session: { ...session, expiresIn: 7 * 24 * 3600, updateAge: 24 * 3600 },
    // No trusted provider: an address counts when the other side says that it is verified.
    account: { ...account, accountLinking: { enabled: true }, encryptOAuthTokens: true },
    verification,
    // A class signs in from behind one address; guessing at one account is held by another limit.
    rateLimit: {
      ...rateLimit,
      enabled: true,
      storage: 'database',
      window: 60,
      max: 300,
      customRules: {
        '/sign-in/email': { window: 60, max: 60 },
        '/sign-in/social': { window: 60, max: 60 },
        '/change-password': { window: 60, max: 10 },
      },
    },
    advanced: {
      // Said, because it would be off where tests run.
      disableOriginCheck: false,
      database: { generateId: 'uuid' },
      cookiePrefix: 'recourse',
      useSecureCookies: publicUrl?.startsWith('https:') === true,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS] },
    },
    ...toSignInHooks(db),
  }
}

function toCause(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error ? `${error.name} ${String(error.code)}` : error.name
}

function toOidc(oidc: OidcSettings | undefined) {
  if (oidc === undefined) return []
  const { issuer, clientId, clientSecret, name, scopes } = oidc
  return [
    genericOAuth({
      config: [
        {
          providerId: OIDC,
          name,
          discoveryUrl: `${issuer}/.well-known/openid-configuration`,
          clientId,
          clientSecret,
          scopes: [...scopes],
          pkce: true,
          requireIdTokenVerification: true,
          disableSignUp: true,
          disableImplicitSignUp: true,
        },
      ],
    }),
  ]
}
