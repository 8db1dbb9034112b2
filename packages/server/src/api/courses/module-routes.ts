import { createRoute, z } from '@hono/zod-openapi'
import { addModule, deleteModule, moveModule, renameModule } from '../../library/index.ts'
import { answerOutcome } from '../answer-outcome.ts'
import type { AppParts } from '../create-app.ts'
import { createRoutes } from '../create-routes.ts'
import { body, done } from '../replies.ts'
import { after, inCourse, inModule, maybe, nameText, nothing } from '../requests.ts'

const tags = ['modules']
const path = '/courses/{courseId}/modules/{moduleId}'
const params = inModule

const add = createRoute({
  method: 'post',
  path: '/courses/{courseId}/modules',
  tags,
  summary: 'Add a module',
  request: { params: inCourse, body: body(z.object({ name: nameText, after })) },
  responses: done(z.object({ moduleId: z.guid() }), 'The new module.'),
})

const rename = createRoute({
  method: 'patch',
  path,
  tags,
  summary: 'Give it another name',
  request: {
    params,
    body: body(z.object({ name: nameText, from: maybe(z.string().meta({ description: 'The name that you saw.' })) })),
  },
  responses: done(nothing, 'It is renamed.'),
})

const remove = createRoute({
  method: 'delete',
  path,
  tags,
  summary: 'Delete it; its Learning Objects leave this course and no other',
  request: { params },
  responses: done(nothing, 'It is deleted.'),
})

const move = createRoute({
  method: 'post',
  path: `${path}/move`,
  tags,
  summary: 'Move it within the course',
  request: { params, body: body(z.object({ after })) },
  responses: done(nothing, 'It is moved.'),
})

export function moduleRoutes({ db }: AppParts) {
  return createRoutes()
    .openapi(add, async c => {
      const { name, after: sibling } = c.req.valid('json')
      return answerOutcome(c, await addModule(db, c.var.actor, c.req.valid('param').courseId, name, sibling))
    })
    .openapi(rename, async c => {
      const { name, from } = c.req.valid('json')
      return answerOutcome(c, await renameModule(db, c.var.actor, c.req.valid('param'), name, from))
    })
    .openapi(remove, async c => answerOutcome(c, await deleteModule(db, c.var.actor, c.req.valid('param'))))
    .openapi(move, async c =>
      answerOutcome(c, await moveModule(db, c.var.actor, c.req.valid('param'), c.req.valid('json').after)),
    )
}
