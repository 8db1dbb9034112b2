import { createMiddleware } from 'hono/factory'
import type { Actor } from '../library/index.ts'
import type { ApiEnv } from './create-routes.ts'
import { refuse } from './refuse.ts'

/** Signing in, and what says how this API is used. Everything else asks who is there. */
export function isOpen(path: string): boolean {
  return /^\/api\/(auth\/|sign-in\/|docs(\.css)?$|openapi\.json$)/.test(path)
}

/** Every route knows who asks, or is not reached. */
export function requireActor(findActor: (request: Request) => Promise<Actor | undefined>) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    if (isOpen(c.req.path)) return next()
    const actor = await findActor(c.req.raw)
    if (actor === undefined)
      return refuse(c, 401, 'signed-out', 'You are not signed in, or no longer. Sign in and try again.')
    c.set('actor', actor)
    return next()
  })
}
