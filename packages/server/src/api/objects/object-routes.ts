import { createRoute, z } from '@hono/zod-openapi'
import {
  createObject,
  detachObject,
  editObject,
  moveObject,
  protectObject,
  reattachObject,
  removeObject,
} from '../../library/index.ts'
import { answerOutcome } from '../answer-outcome.ts'
import type { AppParts } from '../create-app.ts'
import { createRoutes } from '../create-routes.ts'
import { body, done } from '../replies.ts'
import { inCourse, inObject, maybe, nothing } from '../requests.ts'
import { madeObject, objectSpot, objectTexts } from './object-schemas.ts'

const tags = ['objects']
const path = '/courses/{courseId}/objects/{objectId}'
const params = inObject

const create = createRoute({
  method: 'post',
  path: '/courses/{courseId}/objects',
  tags,
  summary: 'Make a Learning Object, of this course alone',
  request: {
    params: inCourse,
    body: body(objectSpot.extend({ name: objectTexts.shape.name })),
  },
  responses: done(madeObject, 'The new Learning Object.'),
})

const edit = createRoute({
  method: 'patch',
  path,
  tags,
  summary: 'Change its name, objective, keywords, exercise, questions',
  description: 'What somebody else saved meanwhile is merged; where both changed the same, 409 has both sides.',
  request: { params, body: body(z.object({ baseRevisionId: z.guid(), content: objectTexts })) },
  responses: done(nothing, 'It is changed, in every course that holds it.'),
})

const remove = createRoute({
  method: 'delete',
  path,
  tags,
  summary: 'Take it out of this course',
  request: { params },
  responses: done(
    z.object({
      isUnplaced: z.boolean().meta({ description: 'No course holds it now; it is among the unplaced ones.' }),
    }),
    'This course does not hold it.',
  ),
})

const move = createRoute({
  method: 'post',
  path: `${path}/move`,
  tags,
  summary: 'Move it within its module or to another one of the course',
  request: { params, body: body(objectSpot) },
  responses: done(nothing, 'It is moved, in this course alone.'),
})

const detach = createRoute({
  method: 'post',
  path: `${path}/detach`,
  tags,
  summary: 'Make it separate here',
  request: { params },
  responses: done(madeObject, 'The one that stands in its place.'),
})

const reattach = createRoute({
  method: 'post',
  path: `${path}/reattach`,
  tags,
  summary: 'Put back the one that it was made of',
  request: {
    params,
    body: body(
      z.object({
        discardsMine: maybe(z.boolean().meta({ description: 'What was changed here stays among the unplaced ones.' })),
      }),
    ),
  },
  responses: done(madeObject, 'The one that stands in its place.'),
})

const protect = createRoute({
  method: 'put',
  path: `${path}/protection`,
  tags,
  summary: 'Have its courses decide together about changes, or no longer',
  request: { params, body: body(z.object({ isProtected: z.boolean() })) },
  responses: done(nothing, 'So it is.'),
})

export function objectRoutes({ db }: AppParts) {
  return createRoutes()
    .openapi(create, async c => {
      const { name, ...spot } = c.req.valid('json')
      return answerOutcome(c, await createObject(db, c.var.actor, { ...c.req.valid('param'), ...spot }, { name }))
    })
    .openapi(edit, async c =>
      answerOutcome(c, await editObject(db, c.var.actor, { ...c.req.valid('param'), ...c.req.valid('json') })),
    )
    .openapi(remove, async c => {
      const { courseId, objectId } = c.req.valid('param')
      return answerOutcome(c, await removeObject(db, c.var.actor, courseId, objectId))
    })
    .openapi(move, async c => {
      const { courseId, objectId } = c.req.valid('param')
      return answerOutcome(c, await moveObject(db, c.var.actor, { courseId, ...c.req.valid('json') }, objectId))
    })
    .openapi(detach, async c => answerOutcome(c, await detachObject(db, c.var.actor, c.req.valid('param'))))
    .openapi(reattach, async c =>
      answerOutcome(c, await reattachObject(db, c.var.actor, { ...c.req.valid('param'), ...c.req.valid('json') })),
    )
    .openapi(protect, async c => {
      const { isProtected } = c.req.valid('json')
      return answerOutcome(c, await protectObject(db, c.var.actor, c.req.valid('param'), isProtected))
    })
}
