import { createRoute, z } from '@hono/zod-openapi'
import { reachSchema, readReach } from '../../library/index.ts'
import type { AppParts } from '../create-app.ts'
import { createRoutes } from '../create-routes.ts'
import { reply } from '../replies.ts'

const params = z.object({
  kind: z.enum(['object', 'page', 'media', 'resource', 'term']),
  id: z.guid().meta({ description: 'Of that kind.' }),
})

const reach = createRoute({
  method: 'get',
  path: '/reach/{kind}/{id}',
  tags: ['reach'],
  summary: 'Which courses would show a change of this, to be asked before one',
  request: { params },
  responses: reply(reachSchema, 'Courses outside the trash; those that you may not open are counted.'),
})

export function reachRoutes({ db }: AppParts) {
  return createRoutes().openapi(reach, async c => c.json(await readReach(db, c.var.actor, c.req.valid('param')), 200))
}
