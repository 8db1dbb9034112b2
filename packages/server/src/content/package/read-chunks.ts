import type { FileEntry } from '@zip.js/zip.js'
import { chunksOf } from './chunks-of.ts'
import { PackageError } from './package-error.ts'

/** What a file of a zip holds, in pieces, never more than the limit: an archive may lie about its sizes. */
export async function* readChunks(entry: FileEntry, limit: number): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  // A reader that stops early makes the writing fail: that is said by whoever stopped.
  const writing = entry.getData(writable).then(
    () => undefined,
    (cause: unknown) => ({ cause }),
  )
  try {
    yield* withinLimit(chunksOf(readable, writing.then(throwFailure)), entry.filename, limit)
  } catch (error) {
    if (error instanceof PackageError) throw error
    throw damaged(entry.filename, (await writing)?.cause ?? error)
  }
  const failed = await writing
  if (failed !== undefined) throw damaged(entry.filename, failed.cause)
}

/** The same pieces; throws `PackageError` once they are more bytes than that. */
export async function* withinLimit(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  limit: number,
): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > limit) throw tooLarge(name)
    yield chunk
  }
}

/** Settles only where there was one: a writer may give up without telling its reader. */
function throwFailure(failed: { readonly cause: unknown } | undefined): Promise<never> {
  return failed === undefined ? new Promise(() => undefined) : Promise.reject(failed.cause)
}

function tooLarge(name: string): PackageError {
  return new PackageError(
    'too-large',
    `This package is refused: ${name} is larger than it may be. Export the course in parts.`,
  )
}

function damaged(name: string, cause: unknown): PackageError {
  const message = `This package is damaged: ${name} cannot be unpacked. Copy the file again, or export the course again.`
  return new PackageError('damaged', message, { cause })
}
