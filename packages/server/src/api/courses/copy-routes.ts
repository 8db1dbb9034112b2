import { createRoute, z } from '@hono/zod-openapi'
import { copyProposal, duplicateCourse, proposeCopy, readCopyReport, shareCourse } from '../../library/index.ts'
import { answerFound, answerOutcome } from '../answer-outcome.ts'
import type { AppParts } from '../create-app.ts'
import { createRoutes } from '../create-routes.ts'
import { body, done, reply } from '../replies.ts'
import { anyObject, dryRun, inCourse, longText, maybe, nameText, passingMark, shortText } from '../requests.ts'
import { copyMode, copyReport } from './copy-report.ts'

const tags = ['copies']

const wishes = z
  .object({
    mode: copyMode,
    title: nameText,
    description: maybe(longText),
    playerLayout: maybe(shortText),
    passingMark: maybe(passingMark),
    details: maybe(anyObject),
    keepsAuthors: z.boolean().meta({ description: 'All authors of the original and you; else you alone.' }),
    isDryRun: dryRun,
    requestKey: maybe(shortText.meta({ description: 'The same key again: the same new course.' })),
  })
  .meta({ id: 'CopyWishes', description: 'What the copy dialog asks.' })

const copy = createRoute({
  method: 'post',
  path: '/courses/{courseId}/copies',
  tags,
  summary: 'Make a course of this one, or see what that would do',
  request: { params: inCourse, body: body(wishes) },
  responses: done(copyReport, 'What the copy did.'),
})

const propose = createRoute({
  method: 'get',
  path: '/courses/{courseId}/copies/proposal',
  tags,
  summary: 'What the copy dialog is filled with',
  request: { params: inCourse, query: z.object({ mode: copyMode }) },
  responses: reply(copyProposal, 'Title and details that are proposed.'),
})

const report = createRoute({
  method: 'get',
  path: '/courses/{courseId}/copy-report',
  tags,
  summary: 'What the copy that made this course said of itself',
  request: { params: inCourse },
  responses: reply(copyReport, 'The report, as it was.'),
})

export function copyRoutes({ db }: AppParts) {
  return createRoutes()
    .openapi(copy, async c => {
      const { mode, ...rest } = c.req.valid('json')
      const make = mode === 'share' ? shareCourse : duplicateCourse
      return answerOutcome(c, await make(db, c.var.actor, { ...c.req.valid('param'), ...rest }))
    })
    .openapi(propose, async c =>
      answerFound(c, await proposeCopy(db, c.var.actor, { ...c.req.valid('param'), ...c.req.valid('query') })),
    )
    .openapi(report, async c => answerFound(c, await readCopyReport(db, c.var.actor, c.req.valid('param').courseId)))
}
