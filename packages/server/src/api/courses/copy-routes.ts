import { createRoute, z } from '@hono/zod-openapi'
import { duplicateCourse, shareCourse } from '../../library/index.ts'
import { answerOutcome } from '../answer-outcome.ts'
import type { AppParts } from '../create-app.ts'
import { createRoutes } from '../create-routes.ts'
import { body, done } from '../replies.ts'
import { dryRun, inCourse, longText, maybe, nameText, shortText } from '../requests.ts'
import { copyMode, copyReport } from './copy-report.ts'

const tags = ['copies']

const wishes = z
  .object({
    mode: copyMode,
    title: nameText,
    description: maybe(longText),
    playerLayout: maybe(shortText),
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

export function copyRoutes({ db }: AppParts) {
  return createRoutes().openapi(copy, async c => {
    const { mode, ...rest } = c.req.valid('json')
    const make = mode === 'share' ? shareCourse : duplicateCourse
    return answerOutcome(c, await make(db, c.var.actor, { ...c.req.valid('param'), ...rest }))
  })
}
