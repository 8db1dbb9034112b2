import { createRoute } from '@hono/zod-openapi'
import { checkCourse, courseCheck } from '../../library/index.ts'
import { answerFound } from '../answer-outcome.ts'
import type { AppParts } from '../create-app.ts'
import { createRoutes } from '../create-routes.ts'
import { reply } from '../replies.ts'
import { inCourse } from '../requests.ts'

const check = createRoute({
  method: 'get',
  path: '/courses/{courseId}/check',
  tags: ['courses'],
  summary: 'Links that lead out of it, and what it shows of the trash',
  request: { params: inCourse },
  responses: reply(courseCheck, 'What does not work in it.'),
})

export function checkRoutes({ db }: AppParts) {
  return createRoutes().openapi(check, async c =>
    answerFound(c, await checkCourse(db, c.var.actor, c.req.valid('param').courseId)),
  )
}
