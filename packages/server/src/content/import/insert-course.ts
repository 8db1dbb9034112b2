import { randomUUID } from 'node:crypto'
import type {
  CourseDraft,
  DraftBlock,
  DraftItem,
  DraftObject,
  DraftPage,
  DraftReference,
} from '@recourse/core/transfer'
import { sql } from 'kysely'
import type { Step } from '../../library/carry-out.ts'
import { cleanItem } from '../../library/clean-markup.ts'
import { toMediaContent } from '../media/media-content.ts'
import { type Digest, storeBytes } from '../media/store-bytes.ts'
import { type Known, toItemKey } from './find-known.ts'

export interface CourseMaterial {
  readonly draft: CourseDraft
  readonly known: Known
  readonly source: string
  readonly revisions: ReadonlyMap<string, string>
  readonly digests: ReadonlyMap<string, Digest>
  readonly readFile: (name: string) => AsyncIterable<Uint8Array>
}

/** Ids of everything, by kind and key; what was known has the id that it had. */
export interface Inserted {
  readonly courseId: string
  readonly ids: ReadonlyMap<string, string>
}

/** A course and all that it needs, in a few statements whatever its size; the importer is its author. */
export async function insertCourse(step: Step, material: CourseMaterial): Promise<Inserted> {
  const plan = planRows(material)
  await insertItems(step, material, plan)
  const courseId = await insertCourseRow(step, material.draft)
  await insertObjects(step, plan)
  await insertPages(step, plan)
  await insertStructure(step, courseId, plan)
  await insertOrigins(step, material, plan)
  return { courseId, ids: plan.ids }
}

interface NewPage extends DraftPage {
  readonly id: string
  readonly revisionId: string
  readonly objectId: string
  readonly ownLinkKey: string
}

interface Plan {
  /** By `kind key`. */
  readonly ids: ReadonlyMap<string, string>
  readonly items: readonly (DraftItem & { readonly id: string; readonly revisionId: string })[]
  readonly objects: readonly (DraftObject & { readonly id: string; readonly revisionId: string })[]
  readonly pages: readonly NewPage[]
  readonly modules: readonly { readonly id: string; readonly name: string; readonly objectIds: readonly string[] }[]
  readonly pageKeys: ReadonlyMap<string, { readonly id: string; readonly linkKey: string }>
}

function planRows({ draft, known, digests }: CourseMaterial): Plan {
  const ids = new Map<string, string>(known.items)
  const items = planItems(draft, digests, ids)
  const all = draft.modules.flatMap(module => module.objects)
  for (const { key } of all) ids.set(`object ${key}`, known.objects.get(key) ?? randomUUID())
  const objects = all
    .filter(({ key }) => !known.objects.has(key))
    .map(object => ({ ...object, id: ids.get(`object ${object.key}`) ?? '', revisionId: randomUUID() }))
  const pages = objects.flatMap(object =>
    object.pages.map(page => ({
      ...page,
      id: randomUUID(),
      revisionId: randomUUID(),
      objectId: object.id,
      ownLinkKey: page.linkKey ?? randomUUID(),
    })),
  )
  const pageKeys = new Map([
    ...known.pages,
    ...pages.map(page => [page.key, { id: page.id, linkKey: page.ownLinkKey }] as const),
  ])
  for (const [key, { id }] of pageKeys) ids.set(`page ${key}`, id)
  const modules = draft.modules.map(module => {
    const id = randomUUID()
    ids.set(`module ${module.key}`, id)
    return { id, name: module.name, objectIds: module.objects.map(({ key }) => ids.get(`object ${key}`) ?? '') }
  })
  return { ids, items, objects, pages, modules, pageKeys }
}

/** The same file or address under the same name twice in a package is one item. */
function planItems(draft: CourseDraft, digests: ReadonlyMap<string, Digest>, ids: Map<string, string>): Plan['items'] {
  const made = new Map<string, string>()
  return draft.items.flatMap(item => {
    const key = toItemKey(item)
    if (ids.has(key)) return []
    const sign = item.kind === 'media' ? (digests.get(item.file ?? '')?.hash ?? key) : JSON.stringify(item.content)
    const same = `${item.kind} ${item.name} ${sign}`
    const twin = made.get(same)
    const id = twin ?? randomUUID()
    ids.set(key, id)
    made.set(same, id)
    return twin === undefined ? [{ ...item, id, revisionId: randomUUID() }] : []
  })
}

async function insertItems(step: Step, { digests, readFile }: CourseMaterial, { items }: Plan): Promise<void> {
  const { tx, actor } = step
  for (const item of items) {
    const digest = item.kind === 'media' ? digests.get(item.file ?? '') : undefined
    if (item.kind === 'media' && item.file !== null && digest !== undefined) {
      await storeBytes(tx, actor.workspaceId, digest, readFile(item.file))
    }
  }
  const rows = items.map(item => ({ ...item, name: item.name.trim() || 'Untitled', content: contentOf(item, digests) }))
  await sql`
    insert into library_revision (id, workspace_id, content, created_by)
    select "revisionId", ${actor.workspaceId}, content, ${actor.personId}
    from jsonb_to_recordset(${JSON.stringify(rows)}) as r ("revisionId" uuid, content jsonb)`.execute(tx)
  for (const [kind, table] of [
    ['media', 'media_asset'],
    ['resource', 'resource'],
    ['term', 'glossary_term'],
  ] as const) {
    const own = rows.filter(row => row.kind === kind)
    await sql`
      insert into ${sql.table(table)} (id, workspace_id, name, current_revision_id)
      select id, ${actor.workspaceId}, name, "revisionId"
      from jsonb_to_recordset(${JSON.stringify(own)}) as r (id uuid, name text, "revisionId" uuid)`.execute(tx)
  }
}

function contentOf(item: DraftItem, digests: ReadonlyMap<string, Digest>): object {
  if (item.kind !== 'media') return cleanItem(item.content)
  const digest = digests.get(item.file ?? '')
  return digest === undefined ? cleanItem(item.content) : { ...item.content, ...toMediaContent(item.fileName, digest) }
}

async function insertCourseRow({ tx, actor }: Step, draft: CourseDraft): Promise<string> {
  const { title, description, playerLayout, passingMark, details, styles } = draft
  const { rows } = await sql<{ id: string }>`
    insert into course (workspace_id, title, description, player_layout, passing_mark, details)
    values (${actor.workspaceId}, ${title.trim() || 'Untitled course'}, ${description}, ${playerLayout}, ${passingMark}, ${JSON.stringify(details)})
    returning id`.execute(tx)
  const id = rows[0]?.id ?? ''
  await sql`
    insert into course_author (workspace_id, course_id, person_id) values (${actor.workspaceId}, ${id}, ${actor.personId})`.execute(
    tx,
  )
  await sql`
    insert into course_style (workspace_id, course_id, key, name, definition)
    select ${actor.workspaceId}, ${id}, key, name, definition
    from jsonb_to_recordset(${JSON.stringify(styles)}) as s (key text, name text, definition jsonb)`.execute(tx)
  return id
}

async function insertObjects({ tx, actor, changeId }: Step, { objects, pages }: Plan): Promise<void> {
  const rows = objects.map(({ pages: _, ...object }) => ({
    ...object,
    pageIds: pages.filter(page => page.objectId === object.id).map(({ id }) => id),
  }))
  for (const some of inParts(rows)) {
    const given = JSON.stringify(some)
    await sql`
      insert into learning_object_revision (id, workspace_id, name, objective, keywords, review_exercise, question_mode, questions,
        page_ids, created_by)
      select "revisionId", ${actor.workspaceId}, name, objective, array(select jsonb_array_elements_text(keywords)), "reviewExercise",
        "questionMode", questions, array(select value::uuid from jsonb_array_elements_text("pageIds")), ${actor.personId}
      from jsonb_to_recordset(${given}) as o ("revisionId" uuid, name text, objective text, keywords jsonb, "reviewExercise" text,
        "questionMode" text, questions jsonb, "pageIds" jsonb)`.execute(tx)
    await sql`
      insert into learning_object (id, workspace_id, current_revision_id, is_protected, copy_batch, created_by)
      select id, ${actor.workspaceId}, "revisionId", "isProtected", ${changeId}, ${actor.personId}
      from jsonb_to_recordset(${given}) as o (id uuid, "revisionId" uuid, "isProtected" boolean)`.execute(tx)
  }
}

const PART = 200

/** A value of jsonb has a largest size; a course has none. */
function* inParts<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += PART) yield rows.slice(at, at + PART)
}

async function insertPages({ tx, actor }: Step, plan: Plan): Promise<void> {
  for (const some of inParts(plan.pages)) {
    const rows = some.map(page => ({ ...page, blocks: page.blocks.map(block => resolveBlock(block, plan)) }))
    const given = JSON.stringify(rows)
    await sql`
      insert into page_revision (id, workspace_id, title, blocks, created_by)
      select "revisionId", ${actor.workspaceId}, title, blocks, ${actor.personId}
      from jsonb_to_recordset(${given}) as p ("revisionId" uuid, title text, blocks jsonb)`.execute(tx)
    await sql`
      insert into page (id, workspace_id, learning_object_id, current_revision_id, style_key, link_key)
      select id, ${actor.workspaceId}, "objectId", "revisionId", "styleKey", "ownLinkKey"
      from jsonb_to_recordset(${given}) as p (id uuid, "objectId" uuid, "revisionId" uuid, "styleKey" text, "ownLinkKey" uuid)`.execute(
      tx,
    )
    await sql`
      insert into revision_reference (revision_id, workspace_id, kind, target_id, link_key)
      select distinct "revisionId", ${actor.workspaceId}::uuid, r.value ->> 'kind', coalesce(r.value ->> 'pageId', r.value ->> 'targetId')::uuid,
        (r.value ->> 'linkKey')::uuid
      from jsonb_to_recordset(${given}) as p ("revisionId" uuid, blocks jsonb), jsonb_array_elements(p.blocks) b,
        jsonb_array_elements(b.value -> 'references') r`.execute(tx)
  }
}

/** References by number: one that leads to nothing would make the next one mean another thing. */
function resolveBlock(block: DraftBlock, plan: Plan) {
  return { ...block, references: block.references.map(reference => resolveReference(reference, plan)) }
}

function resolveReference(reference: DraftReference, { ids, pageKeys }: Plan) {
  if (reference.kind !== 'page')
    return { kind: reference.kind, targetId: ids.get(toItemKey(reference)) ?? toId(reference.key) }
  const page = pageKeys.get(reference.key)
  // Its own key stays: that is what says which page is meant where several are like it (library §1.7).
  if (page !== undefined) return { kind: 'page', linkKey: reference.linkKey ?? page.linkKey, pageId: page.id }
  return { kind: 'page', linkKey: reference.linkKey ?? randomUUID(), pageId: toId(reference.key) }
}

const GUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i

/** What does not come along is still named, as something that is not here. */
function toId(key: string): string {
  return GUID.test(key) ? key : randomUUID()
}

async function insertStructure({ tx, actor }: Step, courseId: string, { modules }: Plan): Promise<void> {
  const rows = modules.map((module, index) => ({ ...module, position: index + 1 }))
  await sql`
    insert into course_module (id, workspace_id, course_id, position, name)
    select id, ${actor.workspaceId}, ${courseId}, position, name
    from jsonb_to_recordset(${JSON.stringify(rows)}) as m (id uuid, position numeric, name text)`.execute(tx)
  const placements = modules.flatMap(({ id, objectIds }) =>
    objectIds.map((objectId, index) => ({ moduleId: id, objectId, position: index + 1 })),
  )
  await sql`
    insert into placement (workspace_id, course_id, module_id, learning_object_id, position)
    select ${actor.workspaceId}, ${courseId}, "moduleId", "objectId", position
    from jsonb_to_recordset(${JSON.stringify(placements)}) as p ("moduleId" uuid, "objectId" uuid, position numeric)`.execute(
    tx,
  )
}

/** What was made now; what was known keeps the name that it has. */
async function insertOrigins(
  { tx, actor, changeId }: Step,
  { source, revisions, known }: CourseMaterial,
  { ids }: Plan,
): Promise<void> {
  const isKnown = new Set([
    ...known.objects.values(),
    ...known.items.values(),
    ...Array.from(known.pages.values(), ({ id }) => id),
  ])
  const origins = Array.from(ids, ([name, id]) => {
    const at = name.indexOf(' ')
    const key = name.slice(at + 1)
    return { kind: name.slice(0, at), key, id, revision: revisions.get(key) ?? null }
  }).filter(({ kind, id }) => kind !== 'module' && !isKnown.has(id))
  await sql`
    insert into import_origin (workspace_id, source, kind, origin_id, revision, row_id, change_id)
    select ${actor.workspaceId}, ${source}, kind, key, revision, id, ${changeId}
    from jsonb_to_recordset(${JSON.stringify(origins)}) as o (kind text, key text, revision text, id uuid)`.execute(tx)
}
