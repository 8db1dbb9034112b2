import type { ObjectContent, PageContent } from '@recourse/core/library'
import { listReferences, questionKinds } from '@recourse/core/library'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Step } from './carry-out.ts'
import { cleanObject, cleanPage } from './clean-markup.ts'
import { toJson } from './clean-text.ts'
import { Refused } from './refusal.ts'

const reference = z.union([
  z.object({ kind: z.literal('page'), linkKey: z.guid(), pageId: z.guid() }),
  z.object({ kind: z.enum(['media', 'resource', 'term']), targetId: z.guid() }),
])
const block = z.object({ id: z.string().min(1), kind: z.string(), text: z.string(), references: z.array(reference) })

const question = z.object({
  id: z.string(),
  text: z.string(),
  kind: z.enum(questionKinds).optional(),
  answers: z.array(z.object({ text: z.string(), isRight: z.boolean() })).optional(),
})

/** A page as it is written down and sent. */
export const pageContent = z.object({ title: z.string(), blocks: z.array(block) })

export const objectContent = z.object({
  name: z.string().min(1),
  objective: z.string(),
  keywords: z.array(z.string()),
  reviewExercise: z.string(),
  questionMode: z.string(),
  questions: z.array(question),
  pageIds: z.array(z.guid()),
})

export async function readPageRevision({ tx }: Pick<Step, 'tx'>, revisionId: string): Promise<PageContent> {
  const { rows } = await sql`select title, blocks from page_revision where id = ${revisionId}`.execute(tx)
  return pageContent.parse(rows[0])
}

export async function readObjectRevision({ tx }: Pick<Step, 'tx'>, revisionId: string): Promise<ObjectContent> {
  const { rows } = await sql`
    select name, objective, keywords, review_exercise as "reviewExercise", question_mode as "questionMode", questions,
      page_ids as "pageIds" from learning_object_revision where id = ${revisionId}`.execute(tx)
  return objectContent.parse(rows[0])
}

/** Clean, or refused. */
export function requirePageContent(content: PageContent): PageContent {
  const ids = content.blocks.map(({ id }) => id)
  if (pageContent.safeParse(content).success && new Set(ids).size === ids.length) return cleanPage(content)
  throw new Refused('invalid', 'This is no content of a page: every element needs an id of its own, and a kind.')
}

/** The markup is cleaned and the references are drawn from the content, here and nowhere else. */
export async function insertPageRevision({ tx, actor }: Step, given: PageContent): Promise<string> {
  const content = pageContent.parse(cleanPage(given))
  const { rows } = await sql<{ id: string }>`
    insert into page_revision (workspace_id, title, blocks, created_by)
    values (${actor.workspaceId}, ${content.title}, ${toJson(content.blocks)}, ${actor.personId})
    returning id`.execute(tx)
  const id = rows[0]?.id ?? ''
  const references = listReferences(content).map(each =>
    each.kind === 'page'
      ? { kind: each.kind, target_id: each.pageId, link_key: each.linkKey }
      : { kind: each.kind, target_id: each.targetId, link_key: null },
  )
  await sql`
    insert into revision_reference (revision_id, workspace_id, kind, target_id, link_key)
    select ${id}, ${actor.workspaceId}, r.kind, r.target_id, r.link_key
    from jsonb_to_recordset(${JSON.stringify(references)}) as r (kind text, target_id uuid, link_key uuid)`.execute(tx)
  return id
}

export async function insertObjectRevision({ tx, actor }: Step, given: ObjectContent): Promise<string> {
  const content = objectContent.parse(cleanObject(given))
  const { rows } = await sql<{ id: string }>`
    insert into learning_object_revision (workspace_id, name, objective, keywords, review_exercise, question_mode, questions,
      page_ids, created_by)
    values (${actor.workspaceId}, ${content.name}, ${content.objective}, ${content.keywords}, ${content.reviewExercise},
      ${content.questionMode}, ${toJson(content.questions)}, ${content.pageIds}::uuid[], ${actor.personId})
    returning id`.execute(tx)
  return rows[0]?.id ?? ''
}

/** A new revision of a Learning Object that differs from the current one in what is given. */
export async function reviseObject(
  step: Step,
  object: { readonly id: string; readonly revisionId: string },
  changes: Partial<ObjectContent>,
): Promise<void> {
  const revision = await insertObjectRevision(step, {
    ...(await readObjectRevision(step, object.revisionId)),
    ...changes,
  })
  await sql`update learning_object set current_revision_id = ${revision} where id = ${object.id}`.execute(step.tx)
}
