import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import { type SandboxApp, type SandboxEnv, toCall } from '../http/call.ts'
import { ApiError } from '../http/errors.ts'
import type { Params } from '../http/params.ts'
import { presentText, text } from '../http/reading.ts'
import { CSRF_COOKIE, SESSION_COOKIE, type Sessions } from '../http/sign-in.ts'
import type { User } from '../model.ts'
import { wantsPage } from '../site/visit.ts'
import type { World } from '../world.ts'

/** Signing in as a browser does (`POST /login/canvas`), by a link for people who try the sandbox, and signing out. */
export function registerSessions(app: SandboxApp, world: World, sessions: Sessions): void {
  app.post('/login/canvas', context => {
    const { params } = toCall(world, context)
    const user = findUser(world, presentText(params, 'pseudonym_session', 'unique_id'))
    if (!user || user.password !== text(params, 'pseudonym_session', 'password')) return refuse(context, params)
    startSession(world, sessions, context, user)
    return context.redirect(toLocalPath(presentText(params, 'return_to') ?? '/?login_success=1'))
  })
  app.get('/sandbox/sign-in', context => {
    const { params } = toCall(world, context)
    const user = findUser(world, presentText(params, 'as'))
    if (!user) throw new ApiError(404, { message: 'nobody has this login' })
    startSession(world, sessions, context, user)
    return context.redirect(toLocalPath(presentText(params, 'return_to')))
  })
  app.delete('/logout', signOut)
}

function signOut(context: Context<SandboxEnv>): Response {
  setCookie(context, SESSION_COOKIE, '', { path: '/', maxAge: 0 })
  return context.redirect('/login/canvas')
}

function findUser(world: World, login: string | undefined): User | undefined {
  return [...world.rows.users.values()].find(user => user.login === login)
}

/** A browser is shown the form again, anything else gets data. */
function refuse(context: Context<SandboxEnv>, params: Params): Response {
  if (!wantsPage(context.req.raw)) return badLogin()
  const returnTo = encodeURIComponent(toLocalPath(presentText(params, 'return_to')))
  return context.redirect(`/login/canvas?needs=another&return_to=${returnTo}`)
}

function badLogin(): Response {
  const body = { errors: [{ message: 'Please verify your username or password and try again.' }] }
  return Response.json(body, { status: 400 })
}

/** The CSRF cookie holds characters that cookies must escape, as Rails's base64 does: a client has to decode it. */
function startSession(world: World, sessions: Sessions, context: Context<SandboxEnv>, user: User): void {
  const id = world.randomText()
  const csrfToken = `${world.randomText()}+/==`
  sessions.set(id, { userId: user.id, csrfToken })
  setCookie(context, SESSION_COOKIE, id, { path: '/', httpOnly: true, sameSite: 'Lax' })
  setCookie(context, CSRF_COOKIE, csrfToken, { path: '/' })
}

/** Only paths of this host: a sign-in link must not lead to strangers. */
function toLocalPath(path: string | undefined): string {
  return path !== undefined && /^\/(?![/\\])/.test(path) ? path : '/'
}
