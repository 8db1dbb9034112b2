import { createRoute, z } from '@hono/zod-openapi'
import { acceptProposal, declineProposal, listProposals, proposal } from '../../library/index.ts'
import { answerOutcome } from '../answer-outcome.ts'
import type { AppParts } from '../create-app.ts'
import { createRoutes } from '../create-routes.ts'
import { body, done, reply } from '../replies.ts'
import { nothing } from '../requests.ts'

const tags = ['proposals']
const params = z.object({ proposalId: z.guid().meta({ description: 'An open one.' }) })

const list = createRoute({
  method: 'get',
  path: '/proposals',
  tags,
  summary: 'Changes that wait for your courses, or that you proposed',
  responses: reply(z.object({ rows: z.array(proposal).readonly() }), 'Those proposals, oldest first.'),
})

const accept = createRoute({
  method: 'post',
  path: '/proposals/{proposalId}/accept',
  tags,
  summary: 'Agree to a change',
  request: {
    params,
    body: body(z.object({ courseId: z.guid().meta({ description: 'One of your courses that show the page.' }) })),
  },
  responses: done(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('saved') }),
      z.object({ kind: z.literal('waits'), courses: z.int().meta({ description: 'For so many other courses.' }) }),
    ]),
    'It is made, or waits for the others.',
  ),
})

const decline = createRoute({
  method: 'post',
  path: '/proposals/{proposalId}/decline',
  tags,
  summary: 'Refuse a change for all courses, or take your own back',
  request: { params },
  responses: done(nothing, 'It is declined.'),
})

export function proposalRoutes({ db }: AppParts) {
  return createRoutes()
    .openapi(list, async c => c.json({ rows: await listProposals(db, c.var.actor) }, 200))
    .openapi(accept, async c =>
      answerOutcome(c, await acceptProposal(db, c.var.actor, { ...c.req.valid('param'), ...c.req.valid('json') })),
    )
    .openapi(decline, async c =>
      answerOutcome(c, await declineProposal(db, c.var.actor, c.req.valid('param').proposalId)),
    )
}
