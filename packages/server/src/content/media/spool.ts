import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { type FileHandle, lstat, mkdtemp, open, readdir, rm } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { isAlive } from '../../database/embedded/postmaster.ts'
import { toStream } from '../package/chunks-of.ts'

/** A file that is there until it is let go of. */
export interface Spooled extends AsyncDisposable {
  readonly file: string
}

export class TooLargeError extends Error {
  override readonly name = 'TooLargeError'
}

/** Of one machine and since its start: ids of processes are given again. */
interface Process {
  readonly host: string
  readonly pid: number
  readonly start: number
}

const own: Process = { host: hostname(), pid: process.pid, start: performance.timeOrigin }

/** Says whose a folder is; the system makes it unique. */
export function spoolName({ host, pid, start }: Process): string {
  return `recourse-spool-${host}-${pid}-${Math.floor(start)}-`
}

/** A place for a file that only this user may read. */
export async function openSpool(): Promise<Spooled> {
  const folder = await mkdtemp(join(tmpdir(), spoolName(own)))
  return { file: join(folder, randomUUID()), [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) }
}

/** Takes away what processes of this user on this machine have left that were killed. What cannot be looked at stays. */
export async function clearSpools(folder = tmpdir()): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter(isLeft)) {
    const path = join(folder, name)
    const { uid } = await lstat(path).catch(() => ({ uid: undefined }))
    if (uid === ownUid) await rm(path, { recursive: true, force: true }).catch(() => undefined)
  }
}

/** Windows has none, and says 0. */
const ownUid = process.getuid?.() ?? 0

function isLeft(name: string): boolean {
  const [, host = '', pid = '', start = ''] = /^recourse-spool-(.+)-(\d+)-(\d+)-/.exec(name) ?? []
  if (host !== own.host) return false
  return Number(pid) === own.pid ? Number(start) !== Math.floor(own.start) : !isAlive(Number(pid))
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
