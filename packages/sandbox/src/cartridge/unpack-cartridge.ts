import { decodeText } from '@recourse/core/cartridge'
import { type Entry, type FileEntry, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js'
import { ArchiveError } from './archive-error.ts'

/** An archive in memory: nothing was written anywhere. */
export interface UnpackedCartridge {
  /** Contents of every file by its name, with `/` between folders. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** The texts among them, which a reader of cartridges needs. */
  readonly texts: ReadonlyMap<string, string>
  /** Names that lead out of the archive, as they are written there: what is under them was not read. */
  readonly leftOut: readonly string[]
}

export interface UnpackLimits {
  readonly entries: number
  /** Bytes of all files together. */
  readonly totalBytes: number
  /** Bytes of one XML or HTML file. */
  readonly textBytes: number
  /** How many times larger than the archive its contents may be; small archives are free of it. */
  readonly ratio: number
}

const megabyte = 1024 * 1024
const defaultLimits: UnpackLimits = {
  entries: 50_000,
  totalBytes: 2048 * megabyte,
  textBytes: 64 * megabyte,
  ratio: 200,
}
// Below this many bytes no ratio makes a bomb.
const harmlessBytes = 50 * megabyte

const textName = /\.(xml|qti|x?html?)$/i
// What macOS and Windows leave in archives.
const litter = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$)/

/** Unpacks an export (`.imscc`, a zip). Throws `ArchiveError` for what is none, is broken, or is out to harm. */
export async function unpackCartridge(
  bytes: Uint8Array,
  limits: Partial<UnpackLimits> = {},
): Promise<UnpackedCartridge> {
  const bounds = { ...defaultLimits, ...limits }
  const reader = new ZipReader(new Uint8ArrayReader(bytes), {
    checkOverlappingEntry: true,
    checkSignature: true,
    filenameValidation: 'tolerant',
    strictness: 'tolerant',
    useWebWorkers: false,
  })
  try {
    const entries = await listEntries(reader)
    refuseBombs(entries, bytes.length, bounds)
    return await readEntries(entries, bounds)
  } finally {
    await reader.close()
  }
}

async function listEntries(reader: ZipReader<unknown>): Promise<Entry[]> {
  try {
    return await reader.getEntries()
  } catch (cause) {
    throw new ArchiveError('not-a-zip', 'This file is not a zip archive, so it cannot be a course export.', { cause })
  }
}

/** By what the archive says of itself; what it does not say is caught while reading. */
function refuseBombs(entries: readonly Entry[], packedBytes: number, limits: UnpackLimits): void {
  if (entries.length > limits.entries)
    throw tooLarge(`it holds ${entries.length} files, and the limit is ${limits.entries}`)
  const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  if (total > limits.totalBytes) throw tooLarge(`unpacked it has ${total} bytes, and the limit is ${limits.totalBytes}`)
  if (total > harmlessBytes && total > packedBytes * limits.ratio)
    throw tooLarge('it unpacks to far more than any course')
}

function tooLarge(why: string): ArchiveError {
  return new ArchiveError('too-large', `This archive is refused: ${why}.`)
}

async function readEntries(entries: readonly Entry[], limits: UnpackLimits): Promise<UnpackedCartridge> {
  const files = new Map<string, Uint8Array>()
  const texts = new Map<string, string>()
  const leftOut: string[] = []
  let left = limits.totalBytes
  for (const entry of entries) {
    const name = toSafeName(entry.filename)
    if (name === undefined) leftOut.push(entry.filename)
    if (name === undefined || entry.directory || litter.test(name)) continue
    const isText = textName.test(name)
    const content = await readEntry(entry, name, isText ? Math.min(left, limits.textBytes) : left)
    left -= content.length
    files.set(name, content)
    if (isText) texts.set(name, decodeText(content))
  }
  const [first] = leftOut
  if (files.size === 0 && first !== undefined) throw unsafeName(first)
  return { files, texts, leftOut }
}

/** What an import says of it. */
export function leftOutWarning(name: string): string {
  return `Could not be imported: ${name}. Its name leads out of the archive.`
}

function unsafeName(written: string): ArchiveError {
  const why = `the name ${JSON.stringify(written)} leads out of it`
  return new ArchiveError('unsafe-name', `This archive is refused: ${why}.`)
}

/** Nothing is ever written under these names, but what climbs out of its folder is no part of a course. */
function toSafeName(written: string): string | undefined {
  const name = written.replaceAll('\\', '/')
  const isAbsolute = name.startsWith('/') || /^[a-z]:\//i.test(name)
  if (isAbsolute || name.includes('\0') || name.split('/').includes('..')) return undefined
  return name.replace(/^(\.\/)+/, '')
}

async function readEntry(entry: FileEntry, name: string, limit: number): Promise<Uint8Array> {
  if (entry.encrypted) throw new ArchiveError('encrypted', `This archive is refused: ${name} is encrypted.`)
  if (!isPackedInAKnownWay(entry))
    throw new ArchiveError(
      'unknown-packing',
      `This archive is refused: ${name} is packed in a way that is not known here.`,
    )
  const collected = collect(name, limit)
  try {
    await entry.getData(collected.writable)
  } catch (cause) {
    if (collected.isTooLarge()) throw tooLarge(`${name} is larger than it may be`)
    throw new ArchiveError('damaged', `This archive is damaged: ${name} cannot be unpacked.`, { cause })
  }
  return collected.bytes()
}

/** Stored, deflated, or deflated with the larger window of other tools (APPNOTE 4.4.5: 0, 8, 9). */
function isPackedInAKnownWay({ compressionMethod }: FileEntry): boolean {
  return compressionMethod === 0 || compressionMethod === 8 || compressionMethod === 9
}

/** Takes in chunks up to a limit: an archive may lie about its sizes. */
function collect(name: string, limit: number) {
  const chunks: Uint8Array[] = []
  let size = 0
  const writable = new WritableStream<Uint8Array>({
    write(chunk) {
      size += chunk.length
      if (size > limit) throw tooLarge(`${name} is larger than it may be`)
      chunks.push(chunk.slice())
    },
  })
  return { writable, isTooLarge: () => size > limit, bytes: () => join(chunks, size) }
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
