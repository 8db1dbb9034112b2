import type { Server } from 'node:http'
import { serve } from '@hono/node-server'

export interface Place {
  /** 0: a free one. */
  readonly port: number
  readonly host: string
}

/** Why nobody can be listened to there. */
export class ListenError extends Error {
  override readonly name = 'ListenError'
  /** What to do next, a sentence. */
  readonly next: string

  constructor(message: string, next: string, options?: ErrorOptions) {
    super(message, options)
    this.next = next
  }
}

export interface Listening extends AsyncDisposable {
  readonly port: number
}

const LAST_MS = 10_000

/** Answers requests until it is disposed of; then those under way come to their end, as long as that takes no longer than ten seconds. */
export async function listen(
  fetch: (request: Request, env: object) => Response | Promise<Response>,
  place: Place,
): Promise<Listening> {
  const server = await new Promise<Server>((resolve, reject) => {
    // Of http, as no other is asked for.
    const made = serve({ fetch, port: place.port, hostname: place.host }, () => resolve(made as Server))
    made.once('error', error => reject(toListenError(error, place)))
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : place.port
  return { port, [Symbol.asyncDispose]: () => close(server) }
}

function close(server: Server): Promise<void> {
  return new Promise(resolve => {
    const last = setTimeout(() => server.closeAllConnections(), LAST_MS)
    server.close(() => {
      clearTimeout(last)
      resolve()
    })
    server.closeIdleConnections()
  })
}

function toListenError(error: Error, { port, host }: Place): Error {
  const code = 'code' in error ? error.code : undefined
  const options = { cause: error }
  if (code === 'EADDRINUSE') {
    return new ListenError(`Port ${port} is in use.`, 'Take another with --port, or --port 0 for a free one.', options)
  }
  if (code === 'EACCES') {
    return new ListenError(`You may not listen on port ${port}.`, 'Take one above 1023 with --port.', options)
  }
  if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL' || code === 'EAI_AGAIN' || code === 'EINVAL') {
    const next =
      'Take an address of this machine with --host: 127.0.0.1 for yourself, 0.0.0.0 for everybody who reaches it.'
    return new ListenError(`This machine has no address “${host}”.`, next, options)
  }
  return error
}
