import { z } from '@hono/zod-openapi'

const pageTitle = z.object({ pageId: z.guid(), title: z.string(), styleKey: z.string() }).readonly()
const outsideLink = z.object({ pageId: z.guid(), pageTitle: z.string(), targetId: z.guid() }).readonly()

const tablePlan = z
  .object({
    table: z.enum([
      'course',
      'module',
      'style',
      'author',
      'placement',
      'object',
      'page',
      'question',
      'media',
      'resource',
      'term',
      'reviewer',
    ]),
    rule: z
      .enum(['new', 'same', 'left'])
      .meta({ description: 'Rows of its own, the rows themselves, or not in the copy.' }),
    of: z.string(),
    count: z.int().nullable().meta({ description: 'null: not counted.' }),
  })
  .readonly()

export const copyMode = z.enum(['share', 'duplicate']).meta({
  id: 'CopyMode',
  description: 'share: the same Learning Objects, in step · duplicate: Learning Objects of its own.',
})

export const copyReport = z
  .object({
    courseId: z.guid(),
    title: z.string(),
    plan: z.object({ mode: copyMode, tables: z.array(tablePlan).readonly() }).readonly(),
    unstyled: z
      .array(pageTitle)
      .readonly()
      .meta({ description: 'Pages that lost their Course Style, to be given it again.' }),
    outsideLinks: z.array(outsideLink).readonly().nullable().meta({ description: 'null: every link is as it was.' }),
    authors: z.array(z.guid()).readonly(),
    authorsLeftOut: z
      .array(z.guid())
      .readonly()
      .meta({ description: 'Of those assigned to the original: who is no longer active, and reviewers.' }),
    hasEqualTitle: z.boolean().meta({ description: 'Another course has this title already; that is allowed.' }),
    checks: z
      .array(z.object({ invariant: z.string(), offending: z.int() }).readonly())
      .readonly()
      .meta({ description: 'What was asked of the rows themselves before the copy was kept; 0 where it holds.' }),
  })
  .readonly()
  .meta({ id: 'CopyReport', description: 'What a copy did, or in a dry run would do.' })
