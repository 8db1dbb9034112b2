import { createRoute, z } from '@hono/zod-openapi'
import { reachSchema, undoChange } from '../../library/index.ts'
import { answerOutcome } from '../answer-outcome.ts'
import type { AppParts } from '../create-app.ts'
import { createRoutes } from '../create-routes.ts'
import { body, done } from '../replies.ts'
import { dryRun, maybe } from '../requests.ts'

const wishes = z
  .object({
    takesTheRest: maybe(z.boolean().meta({ description: 'What moved on since stays; else it is all or nothing.' })),
    isDryRun: dryRun,
  })
  .meta({ id: 'UndoWishes', description: 'How much of a change is taken back.' })

const movedOn = z
  .array(z.object({ table: z.string(), rowId: z.string(), name: z.string().nullable() }).readonly())
  .readonly()

const undo = createRoute({
  method: 'post',
  path: '/changes/{changeId}/undo',
  tags: ['history'],
  summary: 'Take a change back, in every course that shows it',
  request: {
    params: z.object({ changeId: z.guid().meta({ description: 'What an act answered.' }) }),
    body: body(wishes),
  },
  responses: done(
    z.object({
      movedOn: movedOn.meta({ description: 'Rows that were left, because they were changed since.' }),
      reach: reachSchema.meta({ description: 'Courses that show what was taken back.' }),
    }),
    'It is undone, by a change of its own that can be undone again.',
  ),
})

export function undoRoutes({ db }: AppParts) {
  return createRoutes().openapi(undo, async c =>
    answerOutcome(c, await undoChange(db, c.var.actor, { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
}
