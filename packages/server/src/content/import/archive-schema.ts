import { questionKinds } from '@recourse/core/library'
import type { ArchiveDocument } from '@recourse/core/transfer'
import { z } from 'zod'
import { pageContent } from '../../library/content.ts'

export const ARCHIVE_NAME = 'course.json'
/** An archive of a later format may mean other things by the same words. */
export const ARCHIVE_FORMAT = { format: 'recourse-course', formatVersion: 1 } as const

const fields = z.record(z.string(), z.unknown())
const name = z.string().min(1)
const question = z.object({
  id: z.string(),
  text: z.string(),
  kind: z.enum(questionKinds).optional(),
  answers: z.array(z.object({ text: z.string(), isRight: z.boolean() })).optional(),
})
const page = z.object({
  id: z.guid(),
  revisionId: z.guid(),
  linkKey: z.guid(),
  styleKey: z.string().min(1).nullable(),
  title: z.string(),
  blocks: pageContent.shape.blocks,
})
const object = z.object({
  id: z.guid(),
  revisionId: z.guid(),
  isProtected: z.boolean(),
  name,
  objective: z.string(),
  keywords: z.array(z.string()),
  reviewExercise: z.string(),
  questionMode: z.string(),
  questions: z.array(question),
  pages: z.array(page),
})
const item = z.object({
  kind: z.enum(['media', 'resource', 'term']),
  id: z.guid(),
  revisionId: z.guid(),
  name,
  content: fields.nullable(),
  file: z.string().nullable(),
})

/** `course.json`, as docs/archive-format.md describes it. What it does not know is left out. */
export const archiveSchema: z.ZodType<ArchiveDocument> = z.object({
  format: z.literal(ARCHIVE_FORMAT.format),
  formatVersion: z.literal(ARCHIVE_FORMAT.formatVersion),
  program: z.string(),
  exportedAt: z.string(),
  library: z.guid(),
  course: z.object({
    id: z.guid(),
    title: name,
    description: z.string(),
    playerLayout: z.string().min(1),
    passingMark: z.number().int().min(0).max(100).nullable(),
    details: fields,
    styles: z.array(z.object({ key: name, name: z.string(), definition: fields })),
    modules: z.array(z.object({ id: z.guid(), name, objects: z.array(object) })),
  }),
  items: z.array(item),
})
