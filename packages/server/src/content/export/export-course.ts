import { createWriteStream } from 'node:fs'
import { Writable } from 'node:stream'
import { type ArchivedItem, writeCartridge } from '@recourse/core/transfer'
import { ZipWriter } from '@zip.js/zip.js'
import type { Actor, Found, LibraryDb } from '../../library/index.ts'
import { readIn } from '../../library/readable.ts'
import { parseHtml } from '../../read-html.ts'
import { ARCHIVE_NAME } from '../import/archive-schema.ts'
import { mediaContent } from '../media/media-content.ts'
import { readBytes } from '../media/store-bytes.ts'
import { toStream } from '../package/chunks-of.ts'
import { type CourseDocument, readDocument } from './read-document.ts'

export const exportFormats = ['imscc', 'archive'] as const

export type ExportFormat = (typeof exportFormats)[number]

export interface ExportWishes {
  readonly courseId: string
  readonly format: ExportFormat
  /** Version of Recourse. */
  readonly program: string
  readonly now: Date
}

export interface Exported {
  readonly title: string
  readonly format: ExportFormat
  readonly pages: number
  readonly files: number
  /** What did not come along, as it has no place there. */
  readonly notes: readonly string[]
}

/** Writes a course, as it is at one instant, into a new file of this machine. */
export function exportCourse(
  db: LibraryDb,
  actor: Actor,
  wishes: ExportWishes,
  file: string,
): Promise<Found<Exported>> {
  const { courseId, program, now } = wishes
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(tx =>
      readIn(tx, actor, courseId, async () => {
        const { workspaceId } = actor
        const read = await readDocument(tx, courseId, { program, now, workspaceId })
        return read && writePackage(tx, { ...read, workspaceId, format: wishes.format }, file)
      }),
    )
}

interface Writing extends CourseDocument {
  readonly workspaceId: string
  readonly format: ExportFormat
}

async function writePackage(db: LibraryDb, writing: Writing, file: string): Promise<Exported> {
  const { texts, files, notes } = writing.format === 'imscc' ? asCartridge(writing) : asArchive(writing)
  const { course, items } = writing.document
  const zip = new ZipWriter(Writable.toWeb(createWriteStream(file, { flags: 'wx', mode: 0o600 })), {
    useWebWorkers: false,
  })
  for (const [name, text] of texts) await zip.add(name, new Blob([text]).stream())
  const byId = new Map(items.map(item => [item.id, item]))
  for (const [name, itemId] of files) {
    const bytes = readMedia(db, writing, byId.get(itemId))
    // What is packed already does not get smaller.
    await zip.add(name, toStream(bytes), { level: 0 })
  }
  await zip.close()
  const objects = course.modules.flatMap(module => module.objects)
  const pages = objects.reduce((sum, object) => sum + object.pages.length, 0)
  return { title: course.title, format: writing.format, pages, files: files.size, notes }
}

async function* readMedia(
  db: LibraryDb,
  { workspaceId, sizes }: Writing,
  item: ArchivedItem | undefined,
): AsyncGenerator<Uint8Array> {
  const { hash } = mediaContent.parse(item?.content)
  yield* readBytes(db, workspaceId, hash, { from: 0, to: (sizes.get(hash) ?? 0) - 1 })
}

function asCartridge({ document, links }: Writing) {
  return writeCartridge(document, links, parseHtml)
}

function asArchive({ document }: Writing) {
  const texts = new Map([[ARCHIVE_NAME, `${JSON.stringify(document, null, 2)}\n`]])
  const media = document.items.flatMap(({ id, file }) => (file === null ? [] : [[file, id] as const]))
  return { texts, files: new Map(media), notes: [] }
}
