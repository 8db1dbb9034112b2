import { type FileHandle, open } from 'node:fs/promises'
import { type FileEntry, ZipReader } from '@zip.js/zip.js'
import { DatabaseError } from '../database-error.ts'
import { FileHandleReader } from './file-handle-reader.ts'
import { MANIFEST_NAME, type Manifest, manifestSchema, toEntryName } from './manifest.ts'

/** A backup that says of itself that it is whole. */
export interface Backup extends AsyncDisposable {
  readonly manifest: Manifest
  /** Writes a table's rows, as `COPY` reads them, and closes the stream. */
  readonly writeRows: (table: string, target: WritableStream) => Promise<void>
}

export async function openBackup(file: string): Promise<Backup> {
  const handle = await openFile(file)
  try {
    const zip = new ZipReader(new FileHandleReader(handle), {
      useWebWorkers: false,
      checkSignature: true,
    })
    const entries = new Map<string, FileEntry>()
    for (const entry of await zip.getEntries()) if (!entry.directory) entries.set(entry.filename, entry)
    const manifest = manifestSchema.parse(JSON.parse(await readText(getEntry(entries, MANIFEST_NAME))))
    const writeRows = async (table: string, target: WritableStream): Promise<void> => {
      await getEntry(entries, toEntryName(table)).getData(target)
    }
    for (const { name } of manifest.tables) getEntry(entries, toEntryName(name))
    return { manifest, writeRows, [Symbol.asyncDispose]: () => handle.close() }
  } catch (cause) {
    await handle.close()
    throw notBackup(file, cause)
  }
}

async function openFile(file: string): Promise<FileHandle> {
  try {
    return await open(file)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new DatabaseError('file', `The backup ${file} cannot be read: ${reason}.`, 'Check its name.', { cause })
  }
}

function getEntry(entries: ReadonlyMap<string, FileEntry>, name: string): FileEntry {
  const entry = entries.get(name)
  if (entry === undefined) throw new Error(`it holds no ${name}`)
  return entry
}

const LONGEST_MANIFEST = 10_000_000

async function readText(entry: FileEntry): Promise<string> {
  if (entry.uncompressedSize > LONGEST_MANIFEST) throw new Error(`its ${entry.filename} is too long`)
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const [text] = await Promise.all([new Response(readable).text(), entry.getData(writable)])
  return text
}

function notBackup(file: string, cause: unknown): DatabaseError {
  const reason = cause instanceof Error && cause.name !== 'ZodError' ? cause.message : 'it is of another make'
  const message = `${file} is no backup of Recourse, or not a whole one: ${reason}.`
  return new DatabaseError('file', message, 'Use a file that recourse db backup wrote.', { cause })
}
