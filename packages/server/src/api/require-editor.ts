import { mayEdit } from '@recourse/core/library'
import { createMiddleware } from 'hono/factory'
import type { ApiEnv } from './create-routes.ts'
import { refuse } from './refuse.ts'

/** For lists of the library itself, which are there to make courses with: authors and administrators work with them. */
export const requireEditor = createMiddleware<ApiEnv>(async (c, next) => {
  if (mayEdit(c.var.actor.role, true)) return next()
  return refuse(c, 403, 'forbidden', 'This is for people who make courses. Ask an administrator to make you an author.')
})
