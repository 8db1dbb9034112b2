import { createRoute, z } from '@hono/zod-openapi'
import { administratorsOnly } from '../api/administrators-only.ts'
import type { AppParts } from '../api/create-app.ts'
import { createRoutes } from '../api/create-routes.ts'
import { reply } from '../api/replies.ts'
import { limit, maybe } from '../api/requests.ts'
import { listAudit } from './list-audit.ts'

const line = z
  .object({
    sequence: z.number().int(),
    at: z.iso.datetime({ offset: true }),
    person: z.object({ personId: z.guid(), name: z.string() }).nullable(),
    action: z.string(),
    targetId: z.guid().nullable(),
    target: z.string().nullable().meta({ description: 'Its name or title, where it is still there.' }),
    details: z.record(z.string(), z.unknown()),
    ipAddress: z.string().nullable(),
  })
  .readonly()

const list = createRoute({
  method: 'get',
  path: '/audit',
  tags: ['audit'],
  middleware: administratorsOnly,
  summary: 'Who did what, and when: newest first',
  request: {
    query: z.object({
      before: maybe(z.coerce.number().int().min(1).meta({ description: 'Older than the line of that sequence.' })),
      limit,
    }),
  },
  responses: reply(z.array(line).readonly(), 'Those lines.'),
})

const USUAL = 50

export function auditRoutes({ db }: Pick<AppParts, 'db'>) {
  return createRoutes().openapi(list, async c => {
    const { before, limit: most = USUAL } = c.req.valid('query')
    return c.json(await listAudit(db, c.var.actor, { before, limit: most }), 200)
  })
}
