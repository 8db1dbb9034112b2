import type { Context, Next } from 'hono'
import type { User } from '../model.ts'
import { findUser } from '../people.ts'
import type { World } from '../world.ts'
import type { Identity, SandboxEnv } from './call.ts'
import { ApiError, invalidToken } from './errors.ts'
import type { Params } from './params.ts'
import { readParams } from './read-params.ts'
import { presentText } from './reading.ts'

export const SESSION_COOKIE = 'canvas_session'
export const CSRF_COOKIE = '_csrf_token'

/** One browser session: who signed in, the CSRF token, and the test student as whom they look at a course. */
export interface Session {
  readonly userId: number
  readonly csrfToken: string
  readonly testStudentId?: number
}

/** Browser sessions by session cookie. */
export type Sessions = Map<string, Session>

/** Addresses that need no CSRF token: the sign-in form, and uploads, which carry a signature of their own. */
const UNGUARDED = ['/login/', '/files_api', '/sandbox/']

/** Reads the parameters and finds the caller (canvas-api §1.3): token by header or `access_token`, else the session cookie. */
export function signIn(world: World, sessions: Sessions) {
  return async (context: Context<SandboxEnv>, next: Next): Promise<void> => {
    const request = context.req.raw
    const params = await readParams(request)
    context.set('params', params)
    const identity = findIdentity(world, sessions, request, params)
    context.set('identity', identity)
    if (identity.isSession) checkCsrf(sessions, request, params)
    await next()
  }
}

function findIdentity(world: World, sessions: Sessions, request: Request, params: Params): Identity {
  const token = bearerToken(request) ?? presentText(params, 'access_token')
  if (token !== undefined) return { caller: actAs(world, userByToken(world, token), params), isSession: false }
  const session = sessions.get(cookies(request).get(SESSION_COOKIE) ?? '')
  const caller = session ? (world.rows.users.get(session.testStudentId ?? session.userId) ?? null) : null
  return { caller, isSession: caller !== null }
}

export function bearerToken(request: Request): string | undefined {
  return /^Bearer\s+(\S+)\s*$/i.exec(request.headers.get('authorization') ?? '')?.[1]
}

function userByToken(world: World, token: string): User {
  const user = [...world.rows.users.values()].find(row => row.tokens.includes(token))
  if (!user) throw invalidToken()
  return user
}

/** Canvas: "Masquerading": an administrator may act as another user by `as_user_id`. */
function actAs(world: World, user: User, params: Params): User {
  const id = presentText(params, 'as_user_id')
  if (id === undefined) return user
  const other = findUser(world, id)
  if (!user.isAdmin || !other) throw new ApiError(401, { errors: 'Invalid as_user_id' })
  return other
}

/** Rails's InvalidAuthenticityToken becomes 422. */
function checkCsrf(sessions: Sessions, request: Request, params: Params): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  if (UNGUARDED.some(path => new URL(request.url).pathname.startsWith(path))) return
  const expected = sessions.get(cookies(request).get(SESSION_COOKIE) ?? '')?.csrfToken
  const given = request.headers.get('x-csrf-token') ?? presentText(params, 'authenticity_token')
  if (given !== expected)
    throw new ApiError(422, { errors: [{ message: 'An error occurred.', error_code: 'unprocessable_entity' }] })
}

/** Cookies by name, as sent (not URL-decoded). */
export function cookies(request: Request): Map<string, string> {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map(pair => pair.trim())
  return new Map(pairs.map(pair => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]))
}
