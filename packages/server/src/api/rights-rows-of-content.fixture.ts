import { z } from 'zod'
import { canvasExport, picture, zip } from '../content/package.fixture.ts'
import { openTestApi } from './api.fixture.ts'
import type { RightsRow } from './rights-rows.fixture.ts'

const made = z.object({ value: z.object({ itemId: z.string(), revisionId: z.string() }) })

/** Files that come and go. */
export const contentRows: Readonly<Record<string, RightsRow>> = {
  'POST /api/media': { audience: 'who works in the library', ask: () => ['/api/media?name=helmet.png', picture] },
  'GET /api/media/:itemId/:revisionId': {
    audience: 'who sees all of a library',
    ask: async ({ db, people }) => {
      const { json } = await openTestApi(db).ask(people['its author'], 'POST', '/api/media?name=helmet.png', picture)
      const { itemId, revisionId } = made.parse(json).value
      return [`/api/media/${itemId}/${revisionId}`]
    },
  },
  'GET /api/courses/:courseId/export': {
    audience: 'who may open the course',
    ask: ({ courseId }) => [`/api/courses/${courseId}/export?format=archive`],
  },
  'GET /api/courses/:courseId/export/contents': {
    audience: 'who may open the course',
    ask: ({ courseId }) => [`/api/courses/${courseId}/export/contents?format=imscc`],
  },
  'POST /api/imports': {
    audience: 'who works in the library',
    ask: async () => ['/api/imports?name=course.imscc', await zip(canvasExport())],
  },
}
