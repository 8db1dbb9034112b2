import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { CLIENT_ADDRESS } from '../sign-in/client-address.ts'

/**
 * Writes who is at the other end into a header of our own. Behind so many proxies it is the entry that the outermost of them
 * wrote into X-Forwarded-For; whatever stands to its left the client may have made up.
 */
export function tellClientAddress(proxies: number): MiddlewareHandler {
  return async (c, next) => {
    const { headers } = c.req.raw
    headers.delete(CLIENT_ADDRESS)
    const address = proxies === 0 ? findPeer(c) : toForwarded(headers.get('x-forwarded-for'), proxies)
    if (address !== undefined) headers.set(CLIENT_ADDRESS, address)
    await next()
  }
}

function findPeer(c: Context): string | undefined {
  // In memory, as in tests, there is no connection.
  return c.env?.incoming === undefined ? undefined : getConnInfo(c).remote.address
}

/** The entry so many from the right; nothing where the proxies are fewer than was said. */
export function toForwarded(header: string | null, proxies: number): string | undefined {
  const entries = (header ?? '').split(',').map(entry => entry.trim())
  const found = entries.at(-proxies)
  return found === undefined || found === '' ? undefined : found
}
