import type { Context, Hono } from 'hono'
import type { User } from '../model.ts'
import type { World } from '../world.ts'
import { ApiError, unauthenticated } from './errors.ts'
import { stringifyIds } from './json-ids.ts'
import type { Params } from './params.ts'

/** Who is asking, as found by the sign-in middleware. */
export interface Identity {
  /** `null` for a request without credentials. */
  readonly caller: User | null
  /** True for a browser session (cookie), false for an access token. */
  readonly isSession: boolean
}

export interface SandboxEnv {
  Variables: { identity: Identity; params: Params }
}

/** The app that every `register…(app, world)` adds its routes to. */
export type SandboxApp = Hono<SandboxEnv>

/** One request, as a route sees it. */
export interface Call extends Identity {
  readonly world: World
  readonly request: Request
  /** The request's address as it was sent. */
  readonly url: URL
  /** Scheme and host the caller used; absolute URLs in answers begin with it, as in Canvas. */
  readonly origin: string
  /** Query, form, multipart or JSON, merged and nested as Rails does; read it with `reading.ts`. */
  readonly params: Params
  /** A path parameter, decoded: `call.path('course_id')`. */
  readonly path: (name: string) => string
}

/**
 * Makes a route out of a function from call to response:
 * `app.get('/api/v1/courses/:course_id/pages', route(world, call => json(call, …)))`.
 * Throw an {@link ApiError} (see `errors.ts`) for everything that is not a success.
 */
export function route(world: World, answer: (call: Call) => Response | Promise<Response>) {
  return (context: Context<SandboxEnv>): Response | Promise<Response> => answer(toCall(world, context))
}

export function toCall(world: World, context: Context<SandboxEnv>): Call {
  const identity = context.get('identity') ?? { caller: null, isSession: false }
  const url = new URL(context.req.url)
  return {
    ...identity,
    world,
    request: context.req.raw,
    url,
    origin: url.origin,
    params: context.get('params') ?? Object.create(null),
    path: name => context.req.param(name) ?? '',
  }
}

/** The signed-in user; 401 when there is none. */
export function needCaller(call: Call): User {
  if (!call.caller) throw unauthenticated()
  return call.caller
}

/** "user not authorized": 403 or 401 by flag `forbiddenIs403`; without credentials 401 with WWW-Authenticate (canvas-api §1.4). */
export function forbidden(call: Call): ApiError {
  if (!call.caller) return unauthenticated()
  const body = { status: 'unauthorized', errors: [{ message: 'user not authorized to perform that action' }] }
  return new ApiError(call.world.flags.forbiddenIs403 ? 403 : 401, body)
}

export interface JsonInit {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
}

/** A JSON answer: ids as text if the Accept header asks for it (canvas-api §1.2), `while(1);` for browser sessions (canvas-api §1.3). */
export function json(call: Call, value: unknown, init: JsonInit = {}): Response {
  const body = escapeMarkup(JSON.stringify(wantsStringIds(call) ? stringifyIds(value) : value))
  return new Response(prefixFor(call) + body, {
    status: init.status ?? 200,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...init.headers },
  })
}

/** No bytes of an answer can be taken for HTML (canvas-lms config/application.rb, `escape_html_entities_in_json`). */
function escapeMarkup(json: string): string {
  return json.replace(
    /[<>&\u2028\u2029]/g,
    character => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  )
}

function wantsStringIds(call: Call): boolean {
  return (call.request.headers.get('accept') ?? '').includes('application/json+canvas-string-ids')
}

const UNPREFIXED = ['/login', '/logout', '/dashboard/comment_session']

/**
 * Older Canvas begins every GET's answer under a session so, that no page of another site can run it (flag `jsonPrefix`). Today's does
 * not (canvas-lms application_controller.rb, `render`): scripts on its pages read what a bare `fetch` brings.
 */
function prefixFor(call: Call): string {
  if (!call.world.flags.jsonPrefix || !call.isSession || call.request.method !== 'GET') return ''
  return UNPREFIXED.some(path => call.url.pathname.startsWith(path)) ? '' : 'while(1);'
}
