import { createHash } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Schema } from '../../database/schema.ts'

/** Bytes by what they are. */
export interface Digest {
  /** SHA-256, in hexadecimal. */
  readonly hash: string
  readonly size: number
}

/** Of all pieces but the last. */
export const CHUNK_BYTES = 256 * 1024

export async function digestOf(bytes: AsyncIterable<Uint8Array>): Promise<Digest> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of bytes) {
    hash.update(chunk)
    size += chunk.length
  }
  return { hash: hash.digest('hex'), size }
}

/** Keeps the bytes, once for each workspace; they must be those of the digest. */
export async function storeBytes(
  tx: Transaction<Schema>,
  workspaceId: string,
  { hash, size }: Digest,
  bytes: AsyncIterable<Uint8Array>,
): Promise<void> {
  const { rows } = await sql`
    insert into media_bytes (workspace_id, hash, size) values (${workspaceId}, ${hash}, ${size})
    on conflict do nothing returning hash`.execute(tx)
  if (rows.length === 0) return
  let number = 0
  for await (const chunk of inPieces(bytes)) {
    await sql`
      insert into media_chunk (workspace_id, hash, number, bytes)
      values (${workspaceId}, ${hash}, ${number}, ${chunk})`.execute(tx)
    number += 1
  }
}

async function* inPieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting = Buffer.alloc(0)
  for await (const chunk of bytes) {
    waiting = Buffer.concat([waiting, chunk])
    while (waiting.length >= CHUNK_BYTES) {
      yield waiting.subarray(0, CHUNK_BYTES)
      waiting = waiting.subarray(CHUNK_BYTES)
    }
  }
  if (waiting.length > 0) yield waiting
}

/** From one byte to another, both included, piece by piece. */
export async function* readBytes(
  db: Kysely<Schema> | Transaction<Schema>,
  workspaceId: string,
  hash: string,
  { from, to }: { readonly from: number; readonly to: number },
): AsyncGenerator<Uint8Array> {
  for (let number = Math.floor(from / CHUNK_BYTES); number * CHUNK_BYTES <= to; number += 1) {
    const { rows } = await sql<{ bytes: Buffer }>`
      select bytes from media_chunk where workspace_id = ${workspaceId} and hash = ${hash} and number = ${number}`.execute(
      db,
    )
    const start = number * CHUNK_BYTES
    const bytes = rows[0]?.bytes
    if (bytes === undefined) throw new Error(`Piece ${number} of the media ${hash} is missing.`)
    yield bytes.subarray(Math.max(0, from - start), to - start + 1)
  }
}
