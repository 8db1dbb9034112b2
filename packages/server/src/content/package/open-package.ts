import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { decodeText } from '@recourse/core/cartridge'
import { type Entry, ZipReader } from '@zip.js/zip.js'
import { FileHandleReader } from '../../database/backup/file-handle-reader.ts'
import { PackageError } from './package-error.ts'
import { type PackageLimits, packageLimits } from './package-limits.ts'
import { readChunks, withinLimit } from './read-chunks.ts'

/** A zip on disk, or a manifest alone, looked through and found harmless; its files are read one at a time, in pieces. */
export interface Package extends AsyncDisposable {
  /** SHA-256 of the file. */
  readonly hash: string
  /** Files by name, `/` between folders, without what systems leave in archives. */
  readonly names: readonly string[]
  /** Names that the zip gives to several files, of which the first counts. */
  readonly doubles: readonly string[]
  readonly read: (name: string) => AsyncIterable<Uint8Array>
  readonly readText: (name: string) => Promise<string>
}

/** Throws `PackageError` for what is no zip, is broken, or is out to harm. */
export async function openPackage(file: string, given: Partial<PackageLimits> = {}): Promise<Package> {
  const limits = { ...packageLimits, ...given }
  const { size } = await stat(file)
  if (size > limits.packageBytes) throw tooLarge(`it has ${size} bytes, and the limit is ${limits.packageBytes}`)
  const handle = await open(file)
  try {
    const listed = (await isManifest(handle)) ? manifestAlone(file) : await listFiles(handle, size, limits)
    return toPackage(handle, { ...listed, hash: await hashFile(file), limits })
  } catch (error) {
    await handle.close()
    throw error
  }
}

async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('hex')
}

/** Reads a file in pieces, never more bytes than that. */
type ReadFile = (limit: number) => AsyncIterable<Uint8Array>

interface Listed {
  readonly files: ReadonlyMap<string, ReadFile>
  readonly doubles: readonly string[]
}

/** Thin cartridges hold nothing but links, and are handed out without a zip around them. */
async function isManifest(handle: FileHandle): Promise<boolean> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0)
  const start = decodeText(buffer.subarray(0, bytesRead))
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:[\w.-]+:)?manifest[\s>]/.test(start)
}

function manifestAlone(file: string): Listed {
  const read = (limit: number) => withinLimit(createReadStream(file), 'imsmanifest.xml', limit)
  return { files: new Map([['imsmanifest.xml', read]]), doubles: [] }
}

interface Opened extends Listed {
  readonly hash: string
  readonly limits: PackageLimits
}

function toPackage(handle: FileHandle, { files, doubles, hash, limits }: Opened): Package {
  const counts = { total: 0, text: 0, tags: 0 }
  const readText = async (name: string): Promise<string> => {
    const read = getFile(files, name)
    const left = Math.min(limits.textBytes, limits.allTextBytes - counts.text)
    const chunks: Uint8Array[] = []
    for await (const chunk of read(left)) chunks.push(chunk)
    const bytes = Buffer.concat(chunks)
    counts.text += bytes.length
    const text = decodeText(bytes)
    counts.tags += countTags(text)
    if (counts.tags > limits.tags) throw tooLarge(`its texts have more than ${limits.tags} tags`)
    return text
  }
  return {
    ...{ hash, doubles, readText },
    names: [...files.keys()],
    read: name => getFile(files, name)(limits.totalBytes),
    [Symbol.asyncDispose]: () => handle.close(),
  }
}

function countTags(text: string): number {
  let count = 0
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) count += 1
  return count
}

function getFile(files: Listed['files'], name: string): ReadFile {
  const read = files.get(name)
  if (read === undefined) throw new PackageError('damaged', `The package is damaged: it holds no ${name}.`)
  return read
}

async function listFiles(handle: FileHandle, size: number, limits: PackageLimits): Promise<Listed> {
  const zip = new ZipReader(new FileHandleReader(handle), {
    checkOverlappingEntry: true,
    checkSignature: true,
    filenameValidation: 'tolerant',
    strictness: 'tolerant',
    useWebWorkers: false,
  })
  const files = new Map<string, ReadFile>()
  const doubles = new Set<string>()
  let [count, total] = [0, 0]
  for await (const entry of entriesOf(zip)) {
    count += 1
    if (count > limits.entries) throw tooLarge(`it holds more than ${limits.entries} files`)
    total += entry.uncompressedSize
    if (total > limits.totalBytes) throw tooLarge(`unpacked it has more than ${limits.totalBytes} bytes`)
    if (total > limits.harmlessBytes && total > size * limits.ratio)
      throw tooLarge('it unpacks to far more than any course')
    const name = checkEntry(entry)
    if (entry.directory || litter.test(name)) continue
    if (files.has(name)) doubles.add(name)
    else files.set(name, limit => readChunks(entry, limit))
  }
  return { files, doubles: [...doubles] }
}

async function* entriesOf(zip: ZipReader<unknown>): AsyncGenerator<Entry> {
  try {
    yield* zip.getEntriesGenerator()
  } catch (cause) {
    if (cause instanceof PackageError) throw cause
    const message =
      'This file is not a whole zip archive, so it is no course. Export the course again, or copy the file again.'
    throw new PackageError('not-a-package', message, { cause })
  }
}

// What macOS and Windows leave in archives.
const litter = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$)/

/** The name of a file that may be read. */
function checkEntry(entry: Entry): string {
  const name = safeName(entry.filename)
  if (entry.symlink) throw unsafe(`${name} is a link to a file elsewhere`)
  if (entry.encrypted) throw unsafe(`${name} is encrypted`)
  if (entry.directory || litter.test(name)) return name
  if (![0, 8, 9].includes(entry.compressionMethod)) throw unsafe(`${name} is packed in a way that is not known here`)
  return name
}

/** Nothing is ever written under these names, but a name that climbs out of its folder is no course's. */
function safeName(written: string): string {
  const name = written.replaceAll('\\', '/')
  const isAbsolute = name.startsWith('/') || /^[a-z]:\//i.test(name)
  if (isAbsolute || name.includes('\0') || name.split('/').includes('..')) {
    throw unsafe(`the name ${JSON.stringify(written)} leads out of it`)
  }
  return name.replace(/^(\.\/)+/, '')
}

function unsafe(why: string): PackageError {
  return new PackageError('unsafe', `This package is refused: ${why}. Export the course again.`)
}

function tooLarge(why: string): PackageError {
  return new PackageError('too-large', `This package is refused: ${why}. Export the course in parts.`)
}
