import type { Context, Next } from 'hono'
import type { World } from '../world.ts'
import type { SandboxEnv } from './call.ts'
import { bearerToken, cookies, SESSION_COOKIE } from './sign-in.ts'

/** Canvas's defaults (`app/middleware/request_throttle.rb`): reject at 600, hold at most 800, 10 leak away a second. */
const HIGH_WATER = 600
const MAXIMUM = 800
const OUTFLOW_PER_SECOND = 10
const UP_FRONT = 50

interface Bucket {
  count: number
  touchedMs: number
}

/**
 * The leaky bucket per client (canvas-api §1.5): each request reserves 50 while it runs and pays its cost after. Under a browser session
 * the headers are not sent, but the bucket counts. Without flag `throttle` it never fills, as in a Canvas without Redis: the price is
 * told, and all there is remains.
 */
export function throttle(world: World) {
  const buckets = new Map<string, Bucket>()
  return async (context: Context<SandboxEnv>, next: Next): Promise<Response | undefined> => {
    const client = clientOf(context.req.raw)
    const cost = costOf(context.req.raw)
    // Styles and scripts are no requests to Canvas: it has them served from elsewhere.
    if (!world.flags.throttle || new URL(context.req.url).pathname.startsWith('/sandbox/')) {
      await next()
      if (!client.isSession) addHeaders(context, cost, HIGH_WATER)
      return undefined
    }
    const bucket = leak(buckets, client.key, world.nowMs())
    if (bucket.count >= HIGH_WATER) return rejection()
    bucket.count += UP_FRONT
    await next()
    leak(buckets, client.key, world.nowMs())
    bucket.count = Math.min(MAXIMUM, Math.max(0, bucket.count - UP_FRONT + cost))
    if (!client.isSession) addHeaders(context, cost, Math.max(0, HIGH_WATER - bucket.count))
    return undefined
  }
}

function leak(buckets: Map<string, Bucket>, key: string, nowMs: number): Bucket {
  const bucket = buckets.get(key) ?? { count: 0, touchedMs: nowMs }
  bucket.count = Math.max(0, bucket.count - ((nowMs - bucket.touchedMs) / 1000) * OUTFLOW_PER_SECOND)
  bucket.touchedMs = nowMs
  buckets.set(key, bucket)
  return bucket
}

function clientOf(request: Request): { readonly key: string; readonly isSession: boolean } {
  const token = bearerToken(request) ?? new URL(request.url).searchParams.get('access_token')
  if (token) return { key: `token:${token}`, isSession: false }
  const session = cookies(request).get(SESSION_COOKIE)
  return session === undefined ? { key: 'ip', isSession: false } : { key: `session:${session}`, isSession: true }
}

/**
 * Canvas charges processor and database seconds, which vary from run to run. So that tests repeat, the price here goes by
 * what was asked: a read 0.2, a write 1, the start of a migration 5.
 */
function costOf(request: Request): number {
  if (request.method === 'GET' || request.method === 'HEAD') return 0.2
  return /\/(?:content_migrations|migrations)$/.test(new URL(request.url).pathname) ? 5 : 1
}

function addHeaders(context: Context<SandboxEnv>, cost: number, remaining: number): void {
  context.header('X-Request-Cost', toFloat(cost))
  context.header('X-Rate-Limit-Remaining', toFloat(remaining))
}

/** As Ruby writes a float: `600.0`. */
function toFloat(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(value)
}

function rejection(): Response {
  return new Response('403 Forbidden (Rate Limit Exceeded)\n', {
    status: 403,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'X-Rate-Limit-Remaining': '0.0' },
  })
}
