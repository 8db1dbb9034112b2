import type { CourseDraft, DraftItem, DraftObject } from '@recourse/core/transfer'
import { sql } from 'kysely'
import type { Step } from '../../library/carry-out.ts'
import type { Digest } from '../media/store-bytes.ts'

/** What of a draft is in this library already, by key: it is used again, not made a second time. */
export interface Known {
  readonly objects: ReadonlyMap<string, string>
  readonly pages: ReadonlyMap<string, KnownPage>
  /** By `toItemKey`. */
  readonly items: ReadonlyMap<string, string>
}

export interface KnownPage {
  readonly id: string
  readonly linkKey: string
}

export function toItemKey({ kind, key }: { readonly kind: string; readonly key: string }): string {
  return `${kind} ${key}`
}

interface Wanted {
  readonly draft: CourseDraft
  readonly source: string
  readonly digests: ReadonlyMap<string, Digest>
  /** As the package has them, by key; what has none is known by its content alone. */
  readonly revisions: ReadonlyMap<string, string>
  /** Learning Objects are made anew although they are here. */
  readonly isApart: boolean
}

export async function findKnown(step: Step, wanted: Wanted): Promise<Known> {
  const objects = wanted.isApart ? new Map<string, string>() : await findObjects(step, wanted)
  const pages = await findPages(step, wanted.source, [...objects.values()])
  return { objects, pages, items: await findItems(step, wanted) }
}

/** Those that the actor could put into a course, and no others: a name is no permission. */
async function findObjects({ tx, actor }: Step, wanted: Wanted): Promise<ReadonlyMap<string, string>> {
  const rows = wanted.draft.modules.flatMap(module => module.objects).map(object => toOrigins(object, wanted.revisions))
  const { rows: found } = await sql<{ key: string; id: string }>`
    with wanted as materialized (select * from jsonb_to_recordset(${JSON.stringify(rows)}) as w (key text, revision text, pages jsonb)),
    candidate as (
      select key, key as id, 0 as rank from wanted where ${wanted.source} = ${actor.workspaceId}
      union all select w.key, o.row_id::text, 1 from wanted w join import_origin o on o.workspace_id = ${actor.workspaceId}
        and o.source = ${wanted.source} and o.kind = 'object' and o.origin_id = w.key and o.revision = w.revision
      where not exists (select from jsonb_to_recordset(w.pages) as p (key text, revision text) where not exists
        (select from import_origin q where q.workspace_id = o.workspace_id and q.source = o.source and q.kind = 'page'
          and q.change_id = o.change_id and q.origin_id = p.key and q.revision = p.revision))
    )
    select distinct on (c.key) c.key, lo.id from candidate c
    join learning_object lo on lo.id::text = c.id and lo.workspace_id = ${actor.workspaceId} and lo.trashed_at is null
    where ${actor.role === 'administrator'} or not exists (select from placement pl where pl.learning_object_id = lo.id)
      or exists (select from placement pl join course_author a on a.course_id = pl.course_id
        where pl.learning_object_id = lo.id and a.person_id = ${actor.personId})
    order by c.key, c.rank, (select count(*) from placement pl where pl.learning_object_id = lo.id) desc, lo.id`.execute(
    tx,
  )
  return new Map(found.map(({ key, id }) => [key, id]))
}

function toOrigins({ key, pages }: DraftObject, revisions: ReadonlyMap<string, string>) {
  const toOrigin = (each: { readonly key: string }) => ({ key: each.key, revision: revisions.get(each.key) ?? null })
  return { ...toOrigin({ key }), pages: pages.map(toOrigin) }
}

async function findPages(
  { tx, actor }: Step,
  source: string,
  objectIds: readonly string[],
): Promise<ReadonlyMap<string, KnownPage>> {
  const { rows } = await sql<KnownPage & { key: string }>`
    select p.id, p.link_key as "linkKey", k.key from page p, lateral (
      select p.id::text as key where ${source} = ${actor.workspaceId}
      union all select origin_id from import_origin o where o.row_id = p.id and o.kind = 'page' and o.source = ${source}
        and o.workspace_id = ${actor.workspaceId}) k
    where p.learning_object_id = any(${objectIds}::uuid[])`.execute(tx)
  return new Map(rows.map(({ key, id, linkKey }) => [key, { id, linkKey }]))
}

/** By their ids, else by what they are: the same file or address under the same name. */
async function findItems(step: Step, wanted: Wanted): Promise<ReadonlyMap<string, string>> {
  const { draft, digests } = wanted
  const found = new Map(await findItemsByOrigin(step, wanted))
  const others = draft.items.filter(item => !found.has(toItemKey(item)))
  const alike = others.map(item => ({ ...item, sign: signOf(item, digests) }))
  const { rows } = await sql<{ key: string; kind: string; id: string }>`
    select distinct on (w.kind, w.key) w.key, w.kind, i.id
    from jsonb_to_recordset(${JSON.stringify(alike)}) as w (key text, kind text, name text, sign text)
    join (select 'media' as kind, m.id, m.name, m.workspace_id, m.trashed_at, r.content ->> 'hash' as sign
        from media_asset m join library_revision r on r.id = m.current_revision_id
      union all select 'resource', m.id, m.name, m.workspace_id, m.trashed_at, r.content ->> 'url'
        from resource m join library_revision r on r.id = m.current_revision_id) i
      on i.kind = w.kind and i.name = btrim(w.name) and i.sign = w.sign
    where i.workspace_id = ${step.actor.workspaceId} and i.trashed_at is null
    order by w.kind, w.key, i.id`.execute(step.tx)
  return new Map([...found, ...rows.map(row => [toItemKey(row), row.id] as const)])
}

function signOf(item: DraftItem, digests: ReadonlyMap<string, Digest>): string | null {
  if (item.kind === 'media') return item.file === null ? null : (digests.get(item.file)?.hash ?? null)
  return item.kind === 'resource' && 'url' in item.content ? String(item.content.url) : null
}

async function findItemsByOrigin(
  { tx, actor }: Step,
  { source, draft, revisions }: Wanted,
): Promise<readonly (readonly [string, string])[]> {
  const wanted = draft.items.map(({ kind, key }) => ({ kind, key, revision: revisions.get(key) ?? null }))
  const { rows } = await sql<{ key: string; kind: string; id: string }>`
    select distinct on (w.kind, w.key) w.key, w.kind, i.id
    from jsonb_to_recordset(${JSON.stringify(wanted)}) as w (key text, kind text, revision text)
    left join import_origin o on o.workspace_id = ${actor.workspaceId} and o.source = ${source} and o.kind = w.kind
      and o.origin_id = w.key and o.revision = w.revision
    join (select 'media' as kind, id, workspace_id, trashed_at from media_asset
      union all select 'resource', id, workspace_id, trashed_at from resource
      union all select 'term', id, workspace_id, trashed_at from glossary_term) i
      on i.kind = w.kind and (i.id = o.row_id or (i.id::text = w.key and ${source} = ${actor.workspaceId}))
    where i.workspace_id = ${actor.workspaceId} and i.trashed_at is null
    order by w.kind, w.key, i.id::text = w.key desc, i.id`.execute(tx)
  return rows.map(row => [toItemKey(row), row.id] as const)
}
