import { type CartridgeCourse, CartridgeError, readCartridge } from '@recourse/core/cartridge'
import {
  type ArchiveDocument,
  type Drafted,
  draftArchive,
  draftCartridge,
  type ImportEntry,
  surveyCartridge,
} from '@recourse/core/transfer'
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
  const drafted = isArchive(opened) ? await draftFromArchive(opened) : await draftFromCartridge(opened)
  const entries = [...drafted.entries, ...opened.doubles.map(doubleEntry)]
  return { ...drafted, draft: fitNames(toSound(drafted.draft)), entries: toSound(entries) }
}

/** A cartridge may well have a file of that name. */
function isArchive({ names }: Package): boolean {
  return names.includes(ARCHIVE_NAME) && !names.includes(MANIFEST)
}

function doubleEntry(name: string): ImportEntry {
  return nothing(name, 'The package holds more than one file of this name: the first one counts.')
}

function nothing(name: string, why: string): ImportEntry {
  return { what: 'part', name, origin: name, became: 'nothing', key: null, notes: [why] }
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

const MANIFEST = 'imsmanifest.xml'
const parsers = { parseXml, parseHtml: readHtmlDocument }

async function draftFromCartridge(opened: Package): Promise<DraftedPackage> {
  const folder = findFolder(opened.names)
  const { course, texts, fallbacks } = await readCourse(opened, folder)
  const { source } = course
  const readXml = (name: string) => (/html?$/i.test(name) ? undefined : tryXml(texts.get(folder + name)))
  const { draft, entries } = draftCartridge(course, { parseHtml: parsePackageHtml, readXml })
  const told = new Set(entries.map(({ origin }) => origin))
  return {
    draft,
    entries: [...entries, ...fallbacks.filter(name => !told.has(name)).map(fallbackEntry)],
    format: 'imscc',
    source:
      source?.canvasDomain && source.courseId
        ? `${source.canvasDomain}/courses/${source.courseId}`
        : `package ${opened.hash}`,
    readFile: name => opened.read(folder + name),
    revisions: new Map(),
  }
}

function tryXml(text: string | undefined) {
  try {
    return text === undefined ? undefined : parseXml(text)
  } catch {
    // The cartridge's reader has said so of this file.
    return undefined
  }
}

function fallbackEntry(name: string): ImportEntry {
  return nothing(name, 'It stands for another part of the package, which was read instead.')
}

/** Some tools zip the folder instead of what is in it. */
function findFolder(names: readonly string[]): string {
  const manifests = names.filter(name => name === MANIFEST || name.endsWith(`/${MANIFEST}`))
  const [first = MANIFEST] = manifests.toSorted((a, b) => a.length - b.length)
  return first.slice(0, -MANIFEST.length)
}

interface ReadCourse {
  readonly course: CartridgeCourse
  readonly texts: ReadonlyMap<string, string>
  readonly fallbacks: readonly string[]
}

async function readCourse(opened: Package, folder: string): Promise<ReadCourse> {
  const { names } = opened
  const texts = new Map<string, string>()
  const fallbacks: string[] = []
  try {
    if (names.includes(folder + MANIFEST)) {
      const manifest = await readSafeText(opened, folder + MANIFEST)
      texts.set(folder + MANIFEST, manifest)
      const survey = surveyCartridge({ fileNames: names, text: manifest, folder }, parsers)
      fallbacks.push(...survey.fallbacks)
      for (const name of survey.texts) if (!texts.has(name)) texts.set(name, await readSafeText(opened, name))
    }
    return { course: readCartridge({ fileNames: names, texts }, parsers), texts, fallbacks }
  } catch (error) {
    if (!(error instanceof CartridgeError)) throw error
    const kind = error.kind === 'no-manifest' ? 'not-a-package' : 'damaged'
    throw new PackageError(kind, `${error.message} Export the course again.`, { cause: error })
  }
}

async function readSafeText(opened: Package, name: string): Promise<string> {
  const text = await opened.readText(name)
  if (!/html?$/i.test(name)) refuseEntities(text)
  return text
}
