import { createWriteStream } from 'node:fs'
import { Writable } from 'node:stream'
import { type ArchiveDocument, type ArchivedItem, type WrittenCartridge, writeCartridge } from '@recourse/core/transfer'
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
  /** What does not come along, as it has no place there. */
  readonly notes: readonly string[]
}

/** Writes a course, as it is at one instant, into a new file of this machine. */
export function exportCourse(
  db: LibraryDb,
  actor: Actor,
  wishes: ExportWishes,
  file: string,
): Promise<Found<Exported>> {
  return readToExport(db, actor, wishes, async (tx, writing) => {
    const contents = layOut(writing)
    await writePackage(tx, writing, contents, file)
    return describe(writing, contents)
  })
}

/** What `exportCourse` would write of the course as it is now, and what would stay behind. Writes nothing. */
export function previewExport(db: LibraryDb, actor: Actor, wishes: ExportWishes): Promise<Found<Exported>> {
  return readToExport(db, actor, wishes, async (_, writing) => describe(writing, layOut(writing)))
}

function readToExport<T>(
  db: LibraryDb,
  actor: Actor,
  wishes: ExportWishes,
  use: (tx: LibraryDb, writing: Writing) => Promise<T>,
): Promise<Found<T>> {
  const { courseId, program, now, format } = wishes
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(tx =>
      readIn(tx, actor, courseId, async () => {
        const { workspaceId } = actor
        const read = await readDocument(tx, courseId, { program, now, workspaceId })
        return read && use(tx, { ...read, workspaceId, format })
      }),
    )
}

interface Writing extends CourseDocument {
  readonly workspaceId: string
  readonly format: ExportFormat
}

/** A file of a course, but for the bytes of its media. */
type Contents = WrittenCartridge

function layOut({ format, document, links }: Writing): Contents {
  return format === 'imscc' ? writeCartridge(document, links, parseHtml) : asArchive(document)
}

async function writePackage(db: LibraryDb, writing: Writing, { texts, files }: Contents, file: string): Promise<void> {
  const zip = new ZipWriter(Writable.toWeb(createWriteStream(file, { flags: 'wx', mode: 0o600 })), {
    useWebWorkers: false,
  })
  for (const [name, text] of texts) await zip.add(name, new Blob([text]).stream())
  const byId = new Map(writing.document.items.map(item => [item.id, item]))
  for (const [name, itemId] of files) {
    const bytes = readMedia(db, writing, byId.get(itemId))
    // What is packed already does not get smaller.
    await zip.add(name, toStream(bytes), { level: 0 })
  }
  await zip.close()
}

function describe({ document: { course }, format }: Writing, { files, notes }: Contents): Exported {
  const objects = course.modules.flatMap(module => module.objects)
  const pages = objects.reduce((sum, object) => sum + object.pages.length, 0)
  return { title: course.title, format, pages, files: files.size, notes }
}

async function* readMedia(
  db: LibraryDb,
  { workspaceId, sizes }: Writing,
  item: ArchivedItem | undefined,
): AsyncGenerator<Uint8Array> {
  const { hash } = mediaContent.parse(item?.content)
  yield* readBytes(db, workspaceId, hash, { from: 0, to: (sizes.get(hash) ?? 0) - 1 })
}

function asArchive(document: ArchiveDocument): Contents {
  const texts = new Map([[ARCHIVE_NAME, `${JSON.stringify(document, null, 2)}\n`]])
  const media = document.items.flatMap(({ id, file }) => (file === null ? [] : [[file, id] as const]))
  return { texts, files: new Map(media), notes: [] }
}
