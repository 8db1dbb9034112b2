import { createRoute, z } from '@hono/zod-openapi'
import { courseKind, courseList, courseOutline, listCourses, readOutline } from '../../library/index.ts'
import { answerFound } from '../answer-outcome.ts'
import type { AppParts } from '../create-app.ts'
import { createRoutes } from '../create-routes.ts'
import { reply } from '../replies.ts'
import { flag, inCourse, limit, maybe, offset, search } from '../requests.ts'

const tags = ['courses']

const query = z.object({
  search,
  sort: maybe(z.enum(['title', 'changed', 'objects', 'authors'])),
  order: maybe(z.enum(['asc', 'desc'])),
  kind: maybe(courseKind),
  mine: flag,
  trash: flag,
  limit,
  offset,
})

const list = createRoute({
  method: 'get',
  path: '/courses',
  tags,
  summary: 'Courses that you may open',
  request: { query },
  responses: reply(courseList, 'Those courses, and how many there are in all.'),
})

const read = createRoute({
  method: 'get',
  path: '/courses/{courseId}',
  tags,
  summary: 'A course with its modules, Learning Objects and pages',
  request: { params: inCourse },
  responses: reply(courseOutline, 'The course.'),
})

export function courseRoutes({ db }: AppParts) {
  return createRoutes()
    .openapi(list, async c => {
      const { mine: isMine = false, trash: isTrashed = false, ...rest } = c.req.valid('query')
      return c.json(await listCourses(db, c.var.actor, { ...rest, isMine, isTrashed }), 200)
    })
    .openapi(read, async c => {
      const { courseId } = c.req.valid('param')
      return answerFound(c, await readOutline(db, c.var.actor, courseId))
    })
}
