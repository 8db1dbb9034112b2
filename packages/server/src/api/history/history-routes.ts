import { createRoute, z } from '@hono/zod-openapi'
import { findOperation } from '@recourse/core/library'
import { type HistoryLine, provenance, reachSchema, readHistory, readProvenance } from '../../library/index.ts'
import { answerFound } from '../answer-outcome.ts'
import type { AppParts } from '../create-app.ts'
import { createRoutes } from '../create-routes.ts'
import { reply } from '../replies.ts'
import { flag, inCourse, limit, maybe } from '../requests.ts'

const tags = ['history']

const entry = z
  .object({
    changeId: z.guid().meta({ description: 'To be undone by.' }),
    operation: z.string(),
    personId: z.guid(),
    personName: z.string(),
    at: z.string(),
    sequence: z.int(),
    courseId: z
      .guid()
      .nullable()
      .meta({ description: 'Where it was done; null: in the library, or in a course that you may not open.' }),
    undoes: z.string().nullable().meta({ description: 'The operation that it took back.' }),
    subject: z
      .object({ name: z.string(), count: z.int() })
      .nullable()
      .meta({ description: 'What it was about: the first by name of so many; null: the course itself.' }),
    reach: reachSchema.meta({ description: 'Other courses that it changed.' }),
    isUndone: z.boolean(),
    isUndoable: z.boolean().meta({ description: 'Of a kind that can be undone, and not undone so far.' }),
  })
  .readonly()
  .meta({ id: 'HistoryEntry', description: 'An operation that changed what a course shows, wherever it was done.' })

const query = z.object({
  byOthers: flag.meta({ description: 'Only what other people did.' }),
  before: maybe(z.coerce.number().int().min(1)).meta({ description: 'The sequence of the last one that you have.' }),
  limit,
})

const history = createRoute({
  method: 'get',
  path: '/courses/{courseId}/history',
  tags,
  summary: 'What changed in a course, last first',
  request: { params: inCourse, query },
  responses: reply(z.object({ rows: z.array(entry).readonly() }), 'The latest of it.'),
})

const picture = createRoute({
  method: 'get',
  path: '/courses/{courseId}/provenance',
  tags,
  summary: 'What it was copied from and to, and which courses hold the same, as a graph',
  request: { params: inCourse },
  responses: reply(provenance, 'The graph.'),
})

export function historyRoutes({ db }: AppParts) {
  return createRoutes()
    .openapi(history, async c => {
      const { byOthers: isByOthers = false, ...rest } = c.req.valid('query')
      const found = await readHistory(db, c.var.actor, { ...c.req.valid('param'), isByOthers, ...rest })
      return answerFound(c, found.ok ? { ok: true, value: { rows: found.value.map(toEntry) } } : found)
    })
    .openapi(picture, async c => answerFound(c, await readProvenance(db, c.var.actor, c.req.valid('param').courseId)))
}

function toEntry(each: HistoryLine) {
  return { ...each, isUndoable: !each.isUndone && findOperation(each.operation)?.inverse !== 'none' }
}
