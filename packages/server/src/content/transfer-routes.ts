import { stat } from 'node:fs/promises'
import { createRoute, z } from '@hono/zod-openapi'
import { answerFound, answerOutcome } from '../api/answer-outcome.ts'
import type { AppParts } from '../api/create-app.ts'
import { createRoutes } from '../api/create-routes.ts'
import { done, refusals, reply } from '../api/replies.ts'
import { flag, inCourse, maybe, nameText } from '../api/requests.ts'
import { requireEditor } from '../api/require-editor.ts'
import {
  type ExportFormat,
  type ExportWishes,
  exportCourse,
  exportFormats,
  previewExport,
} from './export/export-course.ts'
import { importCourse } from './import/import-course.ts'
import { importReport } from './import/report-schema.ts'
import { withUpload } from './media/receive-upload.ts'
import { openSpool, openSpooled } from './media/spool.ts'
import { toFileName } from './media/to-file-name.ts'
import { packageLimits } from './package/package-limits.ts'
import { programVersion } from './program-version.ts'

const tags = ['import and export']

const bring = createRoute({
  method: 'post',
  path: '/imports',
  tags,
  summary: 'Make a course of a Canvas export, a Common Cartridge or an open archive, or see what that would do',
  middleware: [requireEditor] as const,
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

const toExport = {
  params: inCourse,
  query: z.object({
    format: z.enum(exportFormats).meta({
      description: 'imscc: a Common Cartridge 1.3 that opens in Canvas · archive: everything, and known again here.',
    }),
  }),
}

const preview = createRoute({
  method: 'get',
  path: '/courses/{courseId}/export/contents',
  tags,
  summary: 'What the file of a course would hold, and what has no place in it',
  request: toExport,
  responses: reply(
    z
      .object({
        title: z.string(),
        format: z.enum(exportFormats),
        pages: z.int(),
        files: z.int().meta({ description: 'Of media.' }),
        notes: z.array(z.string()).readonly().meta({ description: 'What does not come along, each with its number.' }),
      })
      .readonly()
      .meta({ id: 'ExportContents' }),
    'What the file would hold. Nothing is written.',
  ),
})

const take = createRoute({
  method: 'get',
  path: '/courses/{courseId}/export',
  tags,
  summary: 'A course as a file: for Canvas, or as an open archive',
  request: toExport,
  responses: {
    ...refusals,
    200: {
      description: 'The file.',
      content: { 'application/zip': { schema: z.string().meta({ format: 'binary' }) } },
    },
  },
})

const endings = { imscc: 'imscc', archive: 'zip' } as const satisfies Record<ExportFormat, string>

export function transferRoutes({ db }: AppParts) {
  return createRoutes()
    .openapi(preview, async c => {
      const wishes = toWishes(c.req.valid('param'), c.req.valid('query'))
      return answerFound(c, await previewExport(db, c.var.actor, wishes))
    })
    .openapi(take, async c => {
      const wishes = toWishes(c.req.valid('param'), c.req.valid('query'))
      const spool = await openSpool()
      try {
        const found = await exportCourse(db, c.var.actor, wishes, spool.file)
        if (!found.ok) return answerFound(c, found)
        const headers = {
          'content-type': 'application/zip',
          'content-disposition': `attachment; ${toFileName(`${found.value.title}.${endings[wishes.format]}`)}`,
          'content-length': String((await stat(spool.file)).size),
        }
        return c.body(await openSpooled(spool.file), 200, headers)
      } finally {
        // An open file is read to its end, whatever becomes of its name.
        await spool[Symbol.asyncDispose]()
      }
    })
    .openapi(bring, async c => {
      const { name: fileName, ...wishes } = c.req.valid('query')
      return withUpload(c, packageLimits.packageBytes, async file =>
        answerOutcome(c, await importCourse(db, c.var.actor, { ...wishes, file, fileName })),
      )
    })
}

function toWishes(course: Pick<ExportWishes, 'courseId'>, { format }: { readonly format: ExportFormat }): ExportWishes {
  return { ...course, format, program: programVersion, now: new Date() }
}
