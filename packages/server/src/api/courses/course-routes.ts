import { createRoute, z } from '@hono/zod-openapi'
import {
  courseKind,
  courseList,
  courseOutline,
  createCourse,
  editCourse,
  listCourses,
  readOutline,
  restoreCourse,
  trashCourse,
} from '../../library/index.ts'
import { answerFound, answerOutcome } from '../answer-outcome.ts'
import type { AppParts } from '../create-app.ts'
import { createRoutes } from '../create-routes.ts'
import { body, done, reply } from '../replies.ts'
import {
  anyObject,
  flag,
  inCourse,
  limit,
  longText,
  maybe,
  nameText,
  nothing,
  offset,
  passingMark,
  search,
  shortText,
} from '../requests.ts'

const tags = ['courses']
const path = '/courses/{courseId}'
const params = inCourse

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

const create = createRoute({
  method: 'post',
  path: '/courses',
  tags,
  summary: 'Make an empty course, yours',
  request: { body: body(z.object({ title: nameText })) },
  responses: done(z.object({ courseId: z.guid() }), 'The new course.'),
})

const read = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'A course with its modules, Learning Objects and pages',
  request: { params },
  responses: reply(courseOutline, 'The course.'),
})

const change = <S extends z.ZodType>(value: S) => maybe(z.object({ from: value, to: value }))

const edit = z
  .object({
    title: change(nameText),
    description: change(longText),
    playerLayout: change(shortText),
    passingMark: change(passingMark),
    details: change(anyObject),
  })
  .meta({ id: 'CourseEdit', description: 'Each field as you saw it, and as you want it.' })

const editOne = createRoute({
  method: 'patch',
  path,
  tags,
  summary: 'Change what the course itself owns',
  description: 'A field that somebody else has changed meanwhile is not overwritten: 409 has both sides.',
  request: { params, body: body(edit) },
  responses: done(nothing, 'It is changed.'),
})

const trash = createRoute({
  method: 'delete',
  path,
  tags,
  summary: 'Move it to the trash, with the Learning Objects that no other course holds',
  request: { params, query: z.object({ isDryRun: flag }) },
  responses: done(nothing, 'It is in the trash.'),
})

const restore = createRoute({
  method: 'post',
  path: `${path}/restore`,
  tags,
  summary: 'Take it out of the trash',
  request: { params },
  responses: done(nothing, 'It is back.'),
})

export function courseRoutes({ db }: AppParts) {
  return createRoutes()
    .openapi(list, async c => {
      const { mine: isMine = false, trash: isTrashed = false, ...rest } = c.req.valid('query')
      return c.json(await listCourses(db, c.var.actor, { ...rest, isMine, isTrashed }), 200)
    })
    .openapi(create, async c => answerOutcome(c, await createCourse(db, c.var.actor, c.req.valid('json').title)))
    .openapi(read, async c => answerFound(c, await readOutline(db, c.var.actor, c.req.valid('param').courseId)))
    .openapi(editOne, async c =>
      answerOutcome(c, await editCourse(db, c.var.actor, c.req.valid('param').courseId, c.req.valid('json'))),
    )
    .openapi(trash, async c => {
      const { isDryRun = false } = c.req.valid('query')
      return answerOutcome(c, await trashCourse(db, c.var.actor, c.req.valid('param').courseId, isDryRun))
    })
    .openapi(restore, async c => answerOutcome(c, await restoreCourse(db, c.var.actor, c.req.valid('param').courseId)))
}
