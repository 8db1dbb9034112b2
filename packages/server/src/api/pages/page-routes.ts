import { createRoute, z } from '@hono/zod-openapi'
import { addPage, coursePage, deletePage, editPage, pageContent, readPage } from '../../library/index.ts'
import { answerFound, answerOutcome } from '../answer-outcome.ts'
import type { AppParts } from '../create-app.ts'
import { createRoutes } from '../create-routes.ts'
import { body, done, reply } from '../replies.ts'
import { after, inObject, inPage, nothing, shortText } from '../requests.ts'

const tags = ['pages']
const path = '/courses/{courseId}/pages/{pageId}'
const params = inPage

const content = pageContent
  .extend({ title: shortText })
  .meta({ id: 'PageContent', description: 'A page: its elements, and what each refers to. Markup is cleaned.' })

const add = createRoute({
  method: 'post',
  path: '/courses/{courseId}/objects/{objectId}/pages',
  tags,
  summary: 'Add a page to a Learning Object',
  request: { params: inObject, body: body(z.object({ content, after })) },
  responses: done(z.object({ pageId: z.guid() }), 'The new page, in every course that holds the Learning Object.'),
})

const read = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'A page as this course shows it, and who changed it',
  request: { params },
  responses: reply(coursePage, 'The page.'),
})

const save = createRoute({
  method: 'put',
  path,
  tags,
  summary: 'Save a page',
  description:
    'A save over somebody else’s newer one is merged element by element; where both changed the same, 409 has both sides.',
  request: { params, body: body(z.object({ baseRevisionId: z.guid(), content })) },
  responses: done(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('saved'), revisionId: z.guid(), wasMerged: z.boolean() }),
      z.object({ kind: z.literal('proposed'), proposalId: z.guid() }),
    ]),
    'It is saved, in every course that shows it; or proposed to the courses of a protected Learning Object.',
  ),
})

const remove = createRoute({
  method: 'delete',
  path,
  tags,
  summary: 'Delete a page, from every course that shows it',
  request: { params },
  responses: done(nothing, 'It is deleted.'),
})

export function pageRoutes({ db }: AppParts) {
  return createRoutes()
    .openapi(add, async c => {
      const { content: given, ...spot } = c.req.valid('json')
      return answerOutcome(c, await addPage(db, c.var.actor, { ...c.req.valid('param'), ...spot }, given))
    })
    .openapi(read, async c => answerFound(c, await readPage(db, c.var.actor, c.req.valid('param'))))
    .openapi(save, async c =>
      answerOutcome(c, await editPage(db, c.var.actor, { ...c.req.valid('param'), ...c.req.valid('json') })),
    )
    .openapi(remove, async c => answerOutcome(c, await deletePage(db, c.var.actor, c.req.valid('param'))))
}
