import type { Fetch } from '@recourse/canvas'

/** What was heard so long ago is asked again. */
const FRESH_MS = 5000

interface Heard {
  /** Who has been given it. */
  readonly by: Set<Fetch>
  readonly at: number
  readonly reply: Promise<Response>
}

/**
 * Features that open with the page ask Canvas for the same things: the first one's answer serves the others, each once.
 * Nobody is given an answer again, and after a write everybody asks anew. Call it once for each that asks.
 */
export function createSharing(fetch: Fetch, now: () => number): () => Fetch {
  const heard = new Map<string, Heard>()
  const take = async (known: Heard, by: Fetch): Promise<Response> => {
    known.by.add(by)
    return (await known.reply).clone()
  }
  const ask = (request: Request, by: Fetch): Promise<Response> => {
    // Without the asker's signal: who has their answer, or leaves, does not end it for the others.
    const reply = Promise.resolve(fetch(new Request(request, { signal: null })))
    const kept = reply.then(response => response.clone())
    heard.set(request.url, { by: new Set([by]), at: now(), reply: kept })
    kept.catch(() => heard.delete(request.url))
    return reply
  }
  return () => {
    const own: Fetch = request => {
      for (const [url, { at }] of heard) if (now() - at >= FRESH_MS) heard.delete(url)
      const known = heard.get(request.url)
      if (request.method === 'GET')
        return known === undefined || known.by.has(own) ? ask(request, own) : take(known, own)
      heard.clear()
      return fetch(request)
    }
    return own
  }
}

/** Of this page. */
export const joinSharing = createSharing(request => fetch(request), Date.now)
