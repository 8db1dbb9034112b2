import type { Context, HonoRequest } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { findUnsound } from './find-unsound.ts'
import { refuse } from './refuse.ts'

const LARGEST = 4 * 1024 * 1024

/** Files, and what is read by whom it is for. */
function isRaw(path: string): boolean {
  return /^\/api\/(auth\/|imports$|media$)/.test(path)
}

const limit = bodyLimit({
  maxSize: LARGEST,
  onError: c => refuse(c, 413, 'invalid', 'This is more than 4 MB. Send less at once; files go to /api/media.'),
})

/** JSON that can be kept: small enough, flat enough, and of characters that PostgreSQL has. */
export const requireSoundBody = createMiddleware(async (c, next) => {
  if (isRaw(c.req.path) || c.req.raw.body === null) return next()
  return limit(c, async () => {
    // Node's adapter gives a request that has no body an empty one.
    if ((await c.req.text()) === '') return next()
    const refusal = await findRefusal(c)
    if (refusal === undefined) return next()
    c.res = refusal
  })
})

async function findRefusal(c: Context): Promise<Response | undefined> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
    return refuse(c, 415, 'invalid', 'This is not JSON. Send it with the content type application/json.')
  }
  const unsound = await findFault(c.req)
  return unsound === undefined ? undefined : refuse(c, 422, 'invalid', unsound)
}

async function findFault(request: HonoRequest): Promise<string | undefined> {
  try {
    return findUnsound(await request.json())
  } catch (error) {
    if (error instanceof SyntaxError) return 'This is not whole JSON. Send it again.'
    throw error
  }
}
