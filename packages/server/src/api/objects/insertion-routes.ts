import { createRoute, z } from '@hono/zod-openapi'
import {
  type Actor,
  insertDuplicate,
  insertShared,
  type LibraryDb,
  listUnplaced,
  type Outcome,
  objectList,
  type Spot,
  searchObjects,
} from '../../library/index.ts'
import { answerOutcome } from '../answer-outcome.ts'
import { copyMode } from '../courses/copy-report.ts'
import type { AppParts } from '../create-app.ts'
import { createRoutes } from '../create-routes.ts'
import { body, done, reply } from '../replies.ts'
import { inCourse, limit, offset, search } from '../requests.ts'
import { requireEditor } from '../require-editor.ts'
import { madeObject, objectSpot } from './object-schemas.ts'

const tags = ['objects']

const find = createRoute({
  method: 'get',
  path: '/objects',
  tags,
  summary: 'Learning Objects of courses that you may open, to be inserted',
  request: { query: z.object({ search, limit, offset }) },
  middleware: [requireEditor] as const,
  responses: reply(objectList, 'Those Learning Objects, and how many there are in all.'),
})

const unplaced = createRoute({
  method: 'get',
  path: '/objects/unplaced',
  tags,
  summary: 'Learning Objects that no course holds any more',
  middleware: [requireEditor] as const,
  responses: reply(
    z.object({ rows: z.array(madeObject.extend({ name: z.string() }).readonly()).readonly() }),
    'Those Learning Objects, by name.',
  ),
})

const insertion = objectSpot
  .extend({ objectId: z.guid(), mode: copyMode })
  .meta({ id: 'Insertion', description: 'Which Learning Object, where, and as the same one or as one of its own.' })

const insert = createRoute({
  method: 'post',
  path: '/courses/{courseId}/objects/insert',
  tags,
  summary: 'Insert one of another course, or an unplaced one',
  request: { params: inCourse, body: body(insertion) },
  responses: done(madeObject, 'The Learning Object that stands in this course now.'),
})

export function insertionRoutes({ db }: AppParts) {
  return createRoutes()
    .openapi(find, async c => c.json(await searchObjects(db, c.var.actor, c.req.valid('query')), 200))
    .openapi(unplaced, async c => c.json({ rows: await listUnplaced(db, c.var.actor) }, 200))
    .openapi(insert, async c => {
      const { objectId, mode, ...spot } = c.req.valid('json')
      const at = { ...c.req.valid('param'), ...spot }
      return answerOutcome(
        c,
        mode === 'share'
          ? await insertSame(db, c.var.actor, at, objectId)
          : await insertDuplicate(db, c.var.actor, at, objectId),
      )
    })
}

async function insertSame(
  db: LibraryDb,
  actor: Actor,
  spot: Spot,
  objectId: string,
): Promise<Outcome<{ objectId: string }>> {
  const outcome = await insertShared(db, actor, spot, objectId)
  return outcome.ok ? { ...outcome, value: { objectId } } : outcome
}
