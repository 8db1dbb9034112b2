import type { ArchiveDocument, CourseLinks } from '@recourse/core/transfer'
import { sql } from 'kysely'
import { type CourseTree, type LibraryDb, readCourse } from '../../library/index.ts'
import { ARCHIVE_FORMAT } from '../import/archive-schema.ts'
import { mediaContent } from '../media/media-content.ts'

export interface CourseDocument {
  readonly document: ArchiveDocument
  readonly links: CourseLinks
  /** Of media, by hash. */
  readonly sizes: ReadonlyMap<string, number>
}

export interface Stamp {
  /** Version of Recourse. */
  readonly program: string
  readonly now: Date
  /** The library that all ids are of. */
  readonly workspaceId: string
}

/** A course with everything it shows, as an archive holds it; `undefined`: there is no such course. */
export async function readDocument(db: LibraryDb, courseId: string, stamp: Stamp): Promise<CourseDocument | undefined> {
  const tree = await readCourse(db, courseId)
  if (tree === undefined) return undefined
  const pages = tree.modules.flatMap(module => module.objects).flatMap(object => object.pages)
  const links = pages.map(({ id, links: own }) => {
    return [id, new Map(own.map(({ linkKey, storedId, targetId }) => [`${linkKey} ${storedId}`, targetId]))] as const
  })
  const found = { linkKeys: await readLinkKeys(db, pages), sizes: await readSizes(db, stamp.workspaceId, tree) }
  return { document: toDocument(tree, stamp, found), links: new Map(links), sizes: found.sizes }
}

async function readLinkKeys(
  db: LibraryDb,
  pages: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; linkKey: string }>`
    select id, link_key as "linkKey" from page where id = any(${pages.map(({ id }) => id)}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, linkKey }) => [id, linkKey]))
}

/** Of the bytes that are there, whatever the items say. */
async function readSizes(
  db: LibraryDb,
  workspaceId: string,
  { items }: CourseTree,
): Promise<ReadonlyMap<string, number>> {
  const hashes = items.flatMap(({ content }) => (typeof content?.hash === 'string' ? content.hash : []))
  const { rows } = await sql<{ hash: string; size: string }>`
    select hash, size from media_bytes where workspace_id = ${workspaceId} and hash = any(${hashes}::text[])`.execute(
    db,
  )
  return new Map(rows.map(({ hash, size }) => [hash, Number(size)]))
}

interface Beside {
  readonly linkKeys: ReadonlyMap<string, string>
  readonly sizes: ReadonlyMap<string, number>
}

function toDocument(tree: CourseTree, { program, now, workspaceId }: Stamp, beside: Beside): ArchiveDocument {
  const { id, title, description, playerLayout, passingMark, details, styles, modules } = tree
  return {
    ...ARCHIVE_FORMAT,
    ...{ program, exportedAt: now.toISOString(), library: workspaceId },
    course: {
      ...{ id, title, description, playerLayout, passingMark, details, styles },
      modules: modules.map(module => ({
        id: module.id,
        name: module.name,
        objects: module.objects.map(object => toObject(object, beside)),
      })),
    },
    items: tree.items.map(item => toItem(item, beside)),
  }
}

type ObjectTree = CourseTree['modules'][number]['objects'][number]

function toObject({ id, revisionId, isProtected, content, pages }: ObjectTree, { linkKeys }: Beside) {
  const { pageIds: _, ...texts } = content
  return {
    ...{ id, revisionId, isProtected, ...texts },
    pages: pages.map(page => {
      const { title, blocks } = page.content
      return {
        id: page.id,
        revisionId: page.revisionId,
        linkKey: linkKeys.get(page.id) ?? page.id,
        styleKey: page.styleKey,
        title,
        blocks,
      }
    }),
  }
}

function toItem(
  { kind, id, revisionId, name, content }: CourseTree['items'][number],
  { sizes }: Beside,
): ArchiveDocument['items'][number] {
  const media = mediaContent.safeParse(content)
  const hasBytes = kind === 'media' && media.success && sizes.has(media.data.hash)
  return { kind, id, revisionId, name, content, file: hasBytes ? toEntryName(media.data) : null }
}

/** One name for the same bytes; the ending is for people. */
function toEntryName({ hash, fileName }: { readonly hash: string; readonly fileName: string }): string {
  const [ending = ''] = /\.[a-z\d]{1,10}$/i.exec(fileName) ?? []
  return `media/${hash}${ending.toLowerCase()}`
}
