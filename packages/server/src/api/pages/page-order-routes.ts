import { createRoute, z } from '@hono/zod-openapi'
import { copyPage, movePage, reorderPages } from '../../library/index.ts'
import { answerOutcome } from '../answer-outcome.ts'
import type { AppParts } from '../create-app.ts'
import { createRoutes } from '../create-routes.ts'
import { body, done } from '../replies.ts'
import { after, inObject, inPage, maybe, nothing } from '../requests.ts'

const tags = ['pages']
const path = '/courses/{courseId}/pages/{pageId}'
const spot = z.object({ objectId: z.guid().meta({ description: 'A Learning Object of this course.' }), after })

const order = createRoute({
  method: 'post',
  path: '/courses/{courseId}/objects/{objectId}/pages/order',
  tags,
  summary: 'Put the pages of a Learning Object in order',
  description: 'An order over somebody else’s newer one is answered 409 with both sides.',
  request: {
    params: inObject,
    body: body(
      z.object({
        pageIds: z.array(z.guid()).max(10_000),
        baseRevisionId: maybe(z.guid().meta({ description: 'The revision of the Learning Object that you saw.' })),
      }),
    ),
  },
  responses: done(nothing, 'They are in that order, in every course that holds it.'),
})

const copy = createRoute({
  method: 'post',
  path: `${path}/copy`,
  tags,
  summary: 'Copy a page into a Learning Object of this course',
  request: { params: inPage, body: body(spot) },
  responses: done(z.object({ pageId: z.guid() }), 'The new page, independent of the first.'),
})

const move = createRoute({
  method: 'post',
  path: `${path}/move`,
  tags,
  summary: 'Move a page into another Learning Object of this course',
  request: {
    params: inPage,
    body: body(
      spot.extend({
        leavesOthers: maybe(
          z.boolean().meta({ description: 'Other courses lose the page by it, and that was agreed to.' }),
        ),
      }),
    ),
  },
  responses: done(nothing, 'It is moved.'),
})

export function pageOrderRoutes({ db }: AppParts) {
  return createRoutes()
    .openapi(order, async c => {
      const { pageIds, baseRevisionId } = c.req.valid('json')
      return answerOutcome(c, await reorderPages(db, c.var.actor, c.req.valid('param'), pageIds, baseRevisionId))
    })
    .openapi(copy, async c => {
      const { courseId, pageId } = c.req.valid('param')
      return answerOutcome(c, await copyPage(db, c.var.actor, pageId, { courseId, ...c.req.valid('json') }))
    })
    .openapi(move, async c =>
      answerOutcome(c, await movePage(db, c.var.actor, { ...c.req.valid('param'), ...c.req.valid('json') })),
    )
}
