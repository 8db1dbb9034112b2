import { createRoute, z } from '@hono/zod-openapi'
import { listNotices, namedCourse, readNotices } from '../../library/index.ts'
import type { AppParts } from '../create-app.ts'
import { createRoutes } from '../create-routes.ts'
import { body, reply } from '../replies.ts'

const tags = ['notices']

const notice = z
  .object({
    noticeId: z.guid(),
    changeId: z.guid(),
    operation: z.string(),
    personId: z.guid(),
    personName: z.string(),
    at: z.string(),
    courses: z.array(namedCourse).readonly().meta({ description: 'Courses of yours that it changed.' }),
  })
  .readonly()
  .meta({ id: 'Notice', description: 'What somebody else changed in courses of yours.' })

const list = createRoute({
  method: 'get',
  path: '/notices',
  tags,
  summary: 'What others changed in your courses and you have not read',
  responses: reply(z.object({ rows: z.array(notice).readonly() }), 'Those notices, last first.'),
})

const read = createRoute({
  method: 'post',
  path: '/notices/read',
  tags,
  summary: 'Mark notices as read',
  request: { body: body(z.object({ noticeIds: z.array(z.guid()).max(10_000) })) },
  responses: reply(z.object({ read: z.int() }), 'How many were unread.'),
})

export function noticeRoutes({ db }: AppParts) {
  return createRoutes()
    .openapi(list, async c => c.json({ rows: await listNotices(db, c.var.actor) }, 200))
    .openapi(read, async c => c.json({ read: await readNotices(db, c.var.actor, c.req.valid('json').noticeIds) }, 200))
}
