import { CartridgeError, readCartridge } from '@recourse/core/cartridge'
import { type ArchiveDocument, type Drafted, draftArchive, draftCartridge } from '@recourse/core/transfer'
import type { Package } from '../package/open-package.ts'
import { PackageError } from '../package/package-error.ts'
import { parseXml, refuseEntities } from '../package/parse-xml.ts'
import { parsePackageHtml, readHtmlDocument } from '../package/read-html-document.ts'
import { ARCHIVE_NAME, archiveSchema } from './archive-schema.ts'
import { findDoubles } from './find-doubles.ts'
import { fitNames } from './fit-names.ts'
import { toSound } from './to-sound.ts'

export interface DraftedPackage extends Drafted {
  readonly format: 'imscc' | 'archive'
  /** Which library, Canvas course or package the keys are of. */
  readonly source: string
  /** What is at a name that the draft gives to a file. */
  readonly readFile: (name: string) => AsyncIterable<Uint8Array>
  /** Revisions that the archive has of things, by key; of a cartridge there are none. */
  readonly revisions: ReadonlyMap<string, string>
}

/** A course out of whatever a person hands over: an open archive, a Common Cartridge or a Canvas export. */
export async function draftPackage(opened: Package): Promise<DraftedPackage> {
  const drafted = opened.names.includes(ARCHIVE_NAME)
    ? await draftFromArchive(opened)
    : await draftFromCartridge(opened)
  return { ...drafted, draft: fitNames(toSound(drafted.draft)), entries: toSound(drafted.entries) }
}

async function draftFromArchive(opened: Package): Promise<DraftedPackage> {
  const document = await readDocument(opened)
  const missing = document.items.find(({ file }) => file !== null && !opened.names.includes(file))
  if (missing !== undefined) throw broken(`the file of “${missing.name}” is not in it`)
  const double = findDoubles(document)
  if (double !== undefined) throw broken(`${double} is in it twice`)
  const objects = document.course.modules.flatMap(module => module.objects)
  const revised = [...objects, ...objects.flatMap(object => object.pages), ...document.items]
  return {
    ...draftArchive(document, parsePackageHtml),
    format: 'archive',
    source: document.library,
    readFile: opened.read,
    revisions: new Map(revised.map(({ id, revisionId }) => [id, revisionId])),
  }
}

async function readDocument(opened: Package): Promise<ArchiveDocument> {
  const json = parseJson(await opened.readText(ARCHIVE_NAME))
  const parsed = archiveSchema.safeParse(json)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw broken(`its ${ARCHIVE_NAME} does not fit at ${issue?.path.join('.') || 'its start'}`)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw broken(`its ${ARCHIVE_NAME} is not whole JSON`, cause)
  }
}

function broken(why: string, cause?: unknown): PackageError {
  const message = `This archive cannot be read: ${why}. Export the course again, with a Recourse that is not newer than this one.`
  return new PackageError('damaged', message, { cause })
}

const textName = /\.(?:xml|qti|x?html?)$/i

async function draftFromCartridge(opened: Package): Promise<DraftedPackage> {
  const texts = new Map<string, string>()
  const isCanvasExport = opened.names.some(name => /(^|\/)course_settings\/canvas_export\.txt$/.test(name))
  for (const name of opened.names) {
    // What somebody uploaded to Canvas stays a file, however large, even if it is a page.
    const isFile = isCanvasExport && /(^|\/)web_resources\//.test(name)
    if (!textName.test(name) || isFile) continue
    const text = await opened.readText(name)
    if (!/html?$/i.test(name)) refuseEntities(text)
    texts.set(name, text)
  }
  const course = toCourse(opened, texts)
  const root =
    opened.names.filter(name => /(^|\/)imsmanifest\.xml$/.test(name)).toSorted((a, b) => a.length - b.length)[0] ?? ''
  const folder = root.slice(0, -'imsmanifest.xml'.length)
  const { source } = course
  return {
    ...draftCartridge(course, parsePackageHtml),
    format: 'imscc',
    source:
      source?.canvasDomain && source.courseId
        ? `${source.canvasDomain}/courses/${source.courseId}`
        : `package ${opened.hash}`,
    readFile: name => opened.read(folder + name),
    revisions: new Map(),
  }
}

function toCourse(opened: Package, texts: ReadonlyMap<string, string>) {
  try {
    return readCartridge({ fileNames: opened.names, texts }, { parseXml, parseHtml: readHtmlDocument })
  } catch (error) {
    if (!(error instanceof CartridgeError)) throw error
    const kind = error.kind === 'no-manifest' ? 'not-a-package' : 'damaged'
    throw new PackageError(kind, `${error.message} Export the course again.`, { cause: error })
  }
}
