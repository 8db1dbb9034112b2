import { createMiddleware } from 'hono/factory'
import type { ApiEnv } from './create-routes.ts'
import { refuse } from './refuse.ts'

/** People and the audit log are looked after by administrators alone. */
export const administratorsOnly = createMiddleware<ApiEnv>(async (c, next) => {
  if (c.var.actor.role === 'administrator') return next()
  return refuse(c, 403, 'forbidden', 'This is for administrators. Ask one of them.')
})
