import { mergePage, type PageContent } from '@recourse/core/library'
import { sql } from 'kysely'
import { type Actor, carryOut, type LibraryDb, type Outcome, type Step } from './carry-out.ts'
import { toJson } from './clean-text.ts'
import { insertPageRevision, readPageRevision, requirePageContent } from './content.ts'
import { Refused } from './refusal.ts'
import { requirePage } from './require.ts'
import { requireBase } from './require-base.ts'
import { countWaiting } from './waiting-courses.ts'

export interface PageEdit {
  readonly courseId: string
  readonly pageId: string
  /** The revision that was edited. */
  readonly baseRevisionId: string
  readonly content: PageContent
}

/** `proposed`: the page's Learning Object is protected, and not all of its courses are the actor's: they decide. */
export type PageSaved =
  | { readonly kind: 'saved'; readonly revisionId: string; readonly wasMerged: boolean }
  | { readonly kind: 'proposed'; readonly proposalId: string }

/**
 * Saves a page. A save over somebody else's newer one is merged by block; where both changed the same it is refused with both
 * sides (library §1.5 *A4*). A change of a protected Learning Object waits for its courses (library §1.4), if there are any to wait for.
 */
export function editPage(db: LibraryDb, actor: Actor, edit: PageEdit): Promise<Outcome<PageSaved>> {
  const { courseId, pageId } = edit
  return carryOut(db, { actor, operation: 'edit page', courseId, inputs: { pageId } }, async step => {
    const page = await requirePage(step, courseId, pageId)
    await requireBase(step, { table: 'page', rowId: pageId, revisionId: edit.baseRevisionId })
    const clean = { ...edit, content: requirePageContent(edit.content) }
    const waitsFor = page.isProtected ? await countWaiting(step, page.objectId, sql`(${actor.personId})`) : 0
    if (waitsFor > 0) return propose(step, clean)
    const merged = await mergeEdit(step, clean, page.revisionId)
    const revisionId = await savePage(step, pageId, merged)
    return { kind: 'saved', revisionId, wasMerged: edit.baseRevisionId !== page.revisionId }
  })
}

export async function savePage(step: Step, pageId: string, content: PageContent): Promise<string> {
  const revisionId = await insertPageRevision(step, content)
  await sql`update page set current_revision_id = ${revisionId} where id = ${pageId}`.execute(step.tx)
  return revisionId
}

export async function mergeEdit(
  step: Step,
  { baseRevisionId, content }: Pick<PageEdit, 'baseRevisionId' | 'content'>,
  currentId: string,
): Promise<PageContent> {
  if (baseRevisionId === currentId) return content
  const current = await readPageRevision(step, currentId)
  const merged = mergePage(await readPageRevision(step, baseRevisionId), current, content)
  if (merged.ok) return merged.value
  const message = 'Somebody else has changed this page meanwhile. Choose element by element which is to stay.'
  throw new Refused('stale', message, {
    conflicts: merged.conflicts,
    current,
    currentRevisionId: currentId,
    yours: content,
  })
}

async function propose({ tx, actor, changeId }: Step, edit: PageEdit): Promise<PageSaved> {
  const { rows } = await sql<{ id: string }>`
    insert into proposal (workspace_id, page_id, base_revision_id, content, proposed_by)
    values (${actor.workspaceId}, ${edit.pageId}, ${edit.baseRevisionId}, ${toJson(edit.content)}, ${actor.personId})
    returning id`.execute(tx)
  const proposalId = rows[0]?.id ?? ''
  await sql`insert into proposal_approval (proposal_id, workspace_id, person_id)
    values (${proposalId}, ${actor.workspaceId}, ${actor.personId})`.execute(tx)
  await sql`update change_log set operation = 'propose change' where id = ${changeId}`.execute(tx)
  return { kind: 'proposed', proposalId }
}
