import { createRoute, z } from '@hono/zod-openapi'
import { deleteStyle, saveStyle, stylePages } from '../../library/index.ts'
import { answerOutcome } from '../answer-outcome.ts'
import type { AppParts } from '../create-app.ts'
import { createRoutes } from '../create-routes.ts'
import { body, done } from '../replies.ts'
import { anyObject, inCourse, maybe, nameText, nothing, wordText } from '../requests.ts'

const tags = ['styles']
const path = '/courses/{courseId}/styles/{key}'
const params = inCourse.extend({ key: wordText.meta({ description: 'What pages name.' }) })

const save = createRoute({
  method: 'put',
  path,
  tags,
  summary: 'Make or change a Course Style of this course',
  request: {
    params,
    body: body(
      z.object({
        name: nameText,
        definition: anyObject,
        from: maybe(
          z.object({ name: z.string(), definition: anyObject }).nullable().meta({
            description: 'What you saw; null: there was none. Another one, saved meanwhile, is answered 409.',
          }),
        ),
      }),
    ),
  },
  responses: done(nothing, 'Pages of that key are drawn so, in this course.'),
})

const remove = createRoute({
  method: 'delete',
  path,
  tags,
  summary: 'Delete it; pages of that key are drawn in the own way of the theme',
  request: { params },
  responses: done(nothing, 'It is deleted.'),
})

const pageStyles = z
  .object({ pages: z.array(z.object({ pageId: z.guid(), styleKey: wordText.nullable() })).max(20_000) })
  .meta({
    id: 'PageStyles',
    description: 'Which style each page names; null: none. What a copy report lists is re-applied by it.',
  })

const apply = createRoute({
  method: 'post',
  path: '/courses/{courseId}/pages/styles',
  tags,
  summary: 'Apply Course Styles to pages, or take them off',
  request: { params: inCourse, body: body(pageStyles) },
  responses: done(nothing, 'The pages name them, in every course that shows them.'),
})

export function styleRoutes({ db }: AppParts) {
  return createRoutes()
    .openapi(save, async c => {
      const { courseId, key } = c.req.valid('param')
      const { from, ...style } = c.req.valid('json')
      return answerOutcome(c, await saveStyle(db, c.var.actor, courseId, { key, ...style }, from))
    })
    .openapi(remove, async c => {
      const { courseId, key } = c.req.valid('param')
      return answerOutcome(c, await deleteStyle(db, c.var.actor, courseId, key))
    })
    .openapi(apply, async c => {
      const { courseId } = c.req.valid('param')
      return answerOutcome(c, await stylePages(db, c.var.actor, courseId, c.req.valid('json').pages))
    })
}
