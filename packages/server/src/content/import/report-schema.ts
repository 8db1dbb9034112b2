import { z } from '@hono/zod-openapi'

const things = [
  'course',
  'module',
  'object',
  'page',
  'question',
  'media',
  'resource',
  'term',
  'style',
  'nothing',
] as const
const parts = [
  ...['course', 'module', 'module item', 'page', 'assignment', 'discussion', 'announcement', 'quiz', 'question'],
  ...['file', 'web link', 'external tool', 'syllabus', 'object', 'style', 'resource', 'term', 'part'],
] as const

const entry = z.object({
  what: z.string().meta({ description: `What it is in the package: ${parts.join(', ')}.` }),
  name: z.string(),
  origin: z.string().meta({ description: 'Its identifier or file name in the package.' }),
  became: z.enum(things),
  id: z.guid().nullable(),
  notes: z.array(z.string()).readonly().meta({ description: 'Why not, what was left out, what a person should know.' }),
})

const count = z.number().int()

/** ImportReport of core, as the API documents it. */
export const importReport = z
  .object({
    courseId: z.guid(),
    title: z.string(),
    format: z.enum(['imscc', 'archive']),
    packageHash: z.string(),
    counts: z.object({
      ...{ modules: count, objects: count, pages: count, questions: count },
      ...{ media: count, resources: count, terms: count, leftOut: count },
    }),
    entries: z.array(entry.readonly()).readonly(),
    reused: z.object({ objects: count, items: count }),
  })
  .readonly()
  .meta({ id: 'ImportReport', description: 'What an import did: every thing of the package once.' })
