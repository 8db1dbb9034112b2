import { createRoute, z } from '@hono/zod-openapi'
import { answerOutcome } from '../api/answer-outcome.ts'
import type { AppParts } from '../api/create-app.ts'
import { createRoutes } from '../api/create-routes.ts'
import { done } from '../api/replies.ts'
import { flag, maybe, nameText } from '../api/requests.ts'
import { importCourse } from './import/import-course.ts'
import { importReport } from './import/report-schema.ts'
import { withUpload } from './media/receive-upload.ts'
import { packageLimits } from './package/package-limits.ts'

const tags = ['import and export']

const bring = createRoute({
  method: 'post',
  path: '/imports',
  tags,
  summary: 'Make a course of a Canvas export, a Common Cartridge or an open archive, or see what that would do',
  request: {
    query: z.object({
      name: nameText.meta({ description: 'Of the file.' }),
      title: maybe(nameText.meta({ description: 'Of the course; left out: as in the package.' })),
      isAgain: flag,
      isApart: flag,
      isDryRun: flag,
    }),
    body: {
      required: true,
      description: 'The package itself.',
      content: { 'application/zip': { schema: z.string().meta({ format: 'binary' }) } },
    },
  },
  responses: done(importReport, 'What became of each thing of the package.'),
})

export function transferRoutes({ db }: AppParts) {
  return createRoutes().openapi(bring, async c => {
    const { name: fileName, ...wishes } = c.req.valid('query')
    return withUpload(c, packageLimits.packageBytes, async file =>
      answerOutcome(c, await importCourse(db, c.var.actor, { ...wishes, file, fileName })),
    )
  })
}
