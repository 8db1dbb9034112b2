import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ApiEnv } from '../../api/create-routes.ts'
import { chunksOf } from '../package/chunks-of.ts'
import { openSpool, TooLargeError, writeSpool } from './spool.ts'
import { takePlace } from './upload-places.ts'

/**
 * Works with a file that arrives; it is gone when the answer is there. One that is too large is refused while it comes, one too many
 * of one person before.
 */
export async function withUpload<R>(c: Context<ApiEnv>, limit: number, work: (file: string) => Promise<R>): Promise<R> {
  if (c.req.raw.body === null) {
    throw new HTTPException(422, { message: 'No file came with this. Send its bytes as the body.' })
  }
  if (Number(c.req.header('content-length') ?? 0) > limit) throw tooLarge(limit)
  using _place = takePlace(c.var.actor.personId)
  await using spool = await openSpool()
  await receive(c.req.raw.body, spool.file, limit)
  return await work(spool.file)
}

async function receive(body: ReadableStream<Uint8Array>, file: string, limit: number): Promise<void> {
  try {
    await writeSpool(file, chunksOf(body), limit)
  } catch (error) {
    throw error instanceof TooLargeError ? tooLarge(limit) : error
  }
}

function tooLarge(limit: number): HTTPException {
  const megabytes = Math.floor(limit / 1024 / 1024)
  return new HTTPException(413, { message: `This is more than ${megabytes} MB. Send a smaller file.` })
}
