import type { Fetch } from '@recourse/canvas'

/** What was heard so long ago is asked again. */
const FRESH_MS = 5000

/**
 * Features that open with the page ask Canvas for the same things. Who asks second takes the first one's answer,
 * once; whatever is asked again after that, or after a write, is asked of Canvas.
 */
export function createSharedFetch(fetch: Fetch, now: () => number): Fetch {
  const heard = new Map<string, { readonly at: number; readonly reply: Promise<Response> }>()
  const ask = (request: Request): Promise<Response> => {
    for (const [url, { at }] of heard) if (now() - at >= FRESH_MS) heard.delete(url)
    const reply = Promise.resolve(fetch(request))
    const kept = reply.then(response => response.clone())
    heard.set(request.url, { at: now(), reply: kept })
    // Who asks second hears of a failure; nobody else does.
    kept.catch(() => heard.delete(request.url))
    return reply
  }
  return request => {
    if (request.method !== 'GET') heard.clear()
    const known = heard.get(request.url)
    heard.delete(request.url)
    if (request.method !== 'GET') return fetch(request)
    return known !== undefined && now() - known.at < FRESH_MS ? known.reply : ask(request)
  }
}

/** The one of this page. */
export const sharedFetch = createSharedFetch(request => fetch(request), Date.now)
