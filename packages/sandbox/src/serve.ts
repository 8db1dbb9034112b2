import type { AddressInfo } from 'node:net'
import { type HttpBindings, serve } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { CutConnection } from './http/faults.ts'
import type { Sandbox } from './sandbox.ts'

export interface ServeOptions {
  /** 0: any free port. */
  readonly port: number
  /** Default 127.0.0.1: the sandbox has known passwords and is not for a network. */
  readonly host?: string
}

/** A sandbox behind a real port. `url` is its address without a trailing slash; `close` drops open connections. */
export interface Served {
  readonly url: string
  readonly close: () => Promise<void>
}

/** Serves a sandbox over HTTP; its answers name the real address from then on. */
export function serveSandbox(sandbox: Sandbox, { port, host = '127.0.0.1' }: ServeOptions): Promise<Served> {
  return new Promise((resolve, reject) => {
    const answer = (request: Request, env: unknown) => answerOrCut(sandbox, request, env)
    const server = serve({ fetch: answer, port, hostname: host }, info => {
      server.off('error', reject)
      const url = toUrl(info, host)
      sandbox.setOrigin(url)
      resolve({ url, close: () => close(server) })
    })
    server.once('error', reject)
  })
}

function toUrl(info: AddressInfo, host: string): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${info.port}`
}

/** A cut connection destroys the socket; so does a request that hung until its client went away. */
async function answerOrCut(sandbox: Sandbox, request: Request, env: unknown): Promise<Response> {
  try {
    return await sandbox.fetch(request)
  } catch (error) {
    if (!(error instanceof CutConnection || request.signal.aborted) || !hasSocket(env)) throw error
    env.incoming.socket.destroy()
    return RESPONSE_ALREADY_SENT
  }
}

function hasSocket(env: unknown): env is HttpBindings {
  return typeof env === 'object' && env !== null && 'incoming' in env
}

function close(server: ReturnType<typeof serve>): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close(error => (error ? reject(error) : resolve()))
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
}
