import { createRoute, z } from '@hono/zod-openapi'
import { assignAuthor, removeAuthor } from '../../library/index.ts'
import { answerOutcome } from '../answer-outcome.ts'
import type { AppParts } from '../create-app.ts'
import { createRoutes } from '../create-routes.ts'
import { done } from '../replies.ts'
import { inCourse, nothing } from '../requests.ts'

const tags = ['authors']
const path = '/courses/{courseId}/authors/{personId}'
const params = inCourse.extend({ personId: z.guid().meta({ description: 'A person of the workspace.' }) })

const assign = createRoute({
  method: 'put',
  path,
  tags,
  summary: 'Give somebody this course to work in',
  request: { params },
  responses: done(nothing, 'They are an author of it, or were one already.'),
})

const remove = createRoute({
  method: 'delete',
  path,
  tags,
  summary: 'Take it from them',
  request: { params },
  responses: done(nothing, 'They are no author of it.'),
})

export function authorRoutes({ db }: AppParts) {
  return createRoutes()
    .openapi(assign, async c => answerOutcome(c, await assignAuthor(db, c.var.actor, c.req.valid('param'))))
    .openapi(remove, async c => answerOutcome(c, await removeAuthor(db, c.var.actor, c.req.valid('param'))))
}
