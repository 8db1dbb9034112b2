import { createHash } from 'node:crypto'
import type { Context, Next } from 'hono'
import type { SandboxEnv } from './call.ts'

/**
 * Data that has not changed is not sent again: each JSON answer to a GET has a weak `ETag` of its bytes, and 304 meets whoever has
 * these (Rails's default `Rack::ETag` and `Rack::ConditionalGet`, which Canvas keeps).
 */
export async function conditionalGet(context: Context<SandboxEnv>, next: Next): Promise<void> {
  await next()
  const { res: reply, req: request } = context
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  const isData = reply.headers.get('content-type')?.startsWith('application/json') === true
  if (!isRead || !isData || reply.status !== 200) return
  const bytes = await reply.arrayBuffer()
  const tag = `W/"${createHash('sha256').update(new Uint8Array(bytes)).digest('hex').slice(0, 32)}"`
  const headers = new Headers(reply.headers)
  headers.set('ETag', tag)
  headers.set('Cache-Control', 'max-age=0, private, must-revalidate')
  const isKnown = request.header('if-none-match') === tag
  if (isKnown) headers.delete('Content-Type')
  context.res = undefined
  context.res = new Response(isKnown ? null : bytes, { status: isKnown ? 304 : 200, headers })
}
