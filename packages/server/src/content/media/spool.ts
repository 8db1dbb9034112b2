import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { toStream } from '../package/chunks-of.ts'

/** A file that is there until it is let go of. */
export interface Spooled extends AsyncDisposable {
  readonly file: string
}

export class TooLargeError extends Error {
  override readonly name = 'TooLargeError'
}

/** A place for a file that only this user may read. */
export async function openSpool(): Promise<Spooled> {
  const folder = await mkdtemp(join(tmpdir(), 'recourse-'))
  return { file: join(folder, randomUUID()), [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) }
}

/** What is in it; the file may be let go of while that is read. */
export async function openSpooled(file: string): Promise<ReadableStream<Uint8Array>> {
  const handle = await open(file)
  return toStream(readAll(handle))
}

async function* readAll(handle: FileHandle): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of handle.createReadStream({ autoClose: false })) yield chunk
  } finally {
    await handle.close()
  }
}

/** Writes what arrives, as fast as it comes, before a database waits for it. Throws `TooLargeError` past the limit. */
export async function writeSpool(file: string, body: AsyncIterable<Uint8Array>, limit: number): Promise<void> {
  await pipeline(Readable.from(limited(body, limit)), createWriteStream(file, { flags: 'wx', mode: 0o600 }))
}

async function* limited(body: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > limit) throw new TooLargeError(`More than ${limit} bytes.`)
    yield chunk
  }
}
