import { type ItemKind, replaceItem as replaceInPage } from '@recourse/core/library'
import { type RawBuilder, sql } from 'kysely'
import { type Actor, carryOut, type LibraryDb, type Outcome, type Step } from './carry-out.ts'
import { cleanItem } from './clean-markup.ts'
import { requireName, toJson } from './clean-text.ts'
import { readPageRevision } from './content.ts'
import { savePage } from './edit-page.ts'
import { Refused } from './refusal.ts'
import { requireAuthor } from './require.ts'

const tables = { media: 'media_asset', resource: 'resource', term: 'glossary_term' } as const

export interface Item {
  readonly kind: ItemKind
  readonly itemId: string
}

function tableOf(kind: ItemKind): RawBuilder<unknown> {
  return sql.table(tables[kind])
}

/** A new item of the library, for all courses. */
export function createItem(
  db: LibraryDb,
  actor: Actor,
  kind: ItemKind,
  given: { readonly name: string; readonly content: object },
): Promise<Outcome<{ itemId: string }>> {
  return carryOut(
    db,
    { actor, operation: 'create item', courseId: null, inputs: { kind, name: given.name } },
    async step => {
      requireAuthor(step)
      const name = requireName(given.name)
      const revision = await insertRevision(step, given.content)
      const { rows } = await sql<{ id: string }>`
      insert into ${tableOf(kind)} (workspace_id, name, current_revision_id)
      values (${actor.workspaceId}, ${name}, ${revision}) returning id`.execute(step.tx)
      return { itemId: rows[0]?.id ?? '' }
    },
  )
}

async function insertRevision({ tx, actor }: Step, content: object): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into library_revision (workspace_id, content, created_by)
    values (${actor.workspaceId}, ${toJson(cleanItem(content))}, ${actor.personId}) returning id`.execute(tx)
  return rows[0]?.id ?? ''
}

/** *Update everywhere*: every course that shows it shows the new one (library §1.3 *T28*, *T30*). */
export function updateItem(
  db: LibraryDb,
  actor: Actor,
  { kind, itemId }: Item,
  edit: { readonly baseRevisionId: string; readonly content: object; readonly name?: string },
): Promise<Outcome<{ revisionId: string }>> {
  return carryOut(db, { actor, operation: 'update item', courseId: null, inputs: { kind, itemId } }, async step => {
    const current = await requireItem(step, { kind, itemId })
    if (current !== edit.baseRevisionId) {
      throw new Refused('stale', 'Somebody else has updated this meanwhile. Look at theirs first.', {
        currentRevisionId: current,
      })
    }
    const revisionId = await insertRevision(step, edit.content)
    const name = edit.name === undefined ? null : requireName(edit.name)
    await sql`update ${tableOf(kind)} set current_revision_id = ${revisionId}, name = coalesce(${name}, name)
      where id = ${itemId}`.execute(step.tx)
    return { revisionId }
  })
}

/** The current revision's id. */
async function requireItem(step: Step, { kind, itemId }: Item): Promise<string> {
  requireAuthor(step)
  const { rows } = await sql<{ revision: string }>`
    select current_revision_id as revision from ${tableOf(kind)}
    where id = ${itemId} and workspace_id = ${step.actor.workspaceId} and trashed_at is null`.execute(step.tx)
  if (rows[0] === undefined) throw new Refused('not-found', 'There is no such item in the library.')
  return rows[0].revision
}

/** One that pages use is refused, with what can be done instead, until it is agreed that all of them show a placeholder. */
export function trashItem(
  db: LibraryDb,
  actor: Actor,
  item: Item,
  showsPlaceholder = false,
): Promise<Outcome<{ pages: number }>> {
  return carryOut(db, { actor, operation: 'trash item', courseId: null, inputs: item }, async step => {
    await requireItem(step, item)
    if (!showsPlaceholder) await requireUnused(step, item, 'Choose what they are to show.')
    const pages = (await listUsers(step, item)).length
    await sql`update ${tableOf(item.kind)} set trashed_at = now() where id = ${item.itemId}`.execute(step.tx)
    return { pages }
  })
}

/** `instead`: what to do about the pages that use it. */
export async function requireUnused(step: Step, item: Item, instead: string): Promise<void> {
  const pages = (await listUsers(step, item)).length
  if (pages === 0) return
  const choices = ['replace everywhere', 'replace in chosen places', 'trash with a placeholder']
  throw new Refused('in-use', `${pages} ${pages === 1 ? 'page uses' : 'pages use'} this. ${instead}`, {
    pages,
    choices,
  })
}

interface PageUser {
  readonly pageId: string
  readonly revisionId: string
  readonly isProtected: boolean
}

function requireOpenPages({ actor }: Step, users: readonly PageUser[]): void {
  const closed = users.filter(({ isProtected }) => isProtected)
  if (closed.length === 0 || actor.role === 'administrator') return
  const message = 'Some of these pages are of a protected Learning Object. Choose the others, or ask an administrator.'
  throw new Refused('protected', message, { pageIds: closed.map(({ pageId }) => pageId) })
}

async function listUsers({ tx }: Step, { kind, itemId }: Item): Promise<readonly PageUser[]> {
  const { rows } = await sql<PageUser>`
    select p.id as "pageId", p.current_revision_id as "revisionId", lo.is_protected as "isProtected" from revision_reference r
    join page p on p.current_revision_id = r.revision_id join learning_object lo on lo.id = p.learning_object_id
    where r.kind = ${kind} and r.target_id = ${itemId} order by p.id`.execute(tx)
  return rows
}

/** Puts another item in its place, on every page or on those chosen (library §1.3 *T32*). */
export function replaceItem(
  db: LibraryDb,
  actor: Actor,
  item: Item,
  wishes: { readonly byId: string; readonly pageIds?: readonly string[] },
): Promise<Outcome<{ pages: number }>> {
  return carryOut(
    db,
    { actor, operation: 'replace item', courseId: null, inputs: { ...item, ...wishes } },
    async step => {
      await requireItem(step, item)
      await requireItem(step, { kind: item.kind, itemId: wishes.byId })
      const users = (await listUsers(step, item)).filter(({ pageId }) => wishes.pageIds?.includes(pageId) ?? true)
      requireOpenPages(step, users)
      for (const { pageId, revisionId } of users) {
        const content = await readPageRevision(step, revisionId)
        await savePage(step, pageId, replaceInPage(content, item.kind, item.itemId, wishes.byId))
      }
      return { pages: users.length }
    },
  )
}
