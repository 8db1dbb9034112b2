import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { routePath } from 'hono/route'
import { toConnectionFault } from '../database/connection-fault.ts'
import { refuse } from './refuse.ts'

/** An unexpected error as it is written down: where it was, never what somebody had written. */
export interface Fault {
  /** Told to whoever met it. */
  readonly id: string
  readonly method: string
  /** Without the ids of this request. */
  readonly route: string
  readonly name: string
  readonly code: string
  readonly stack: readonly string[]
}

/** What a handler threw. Refusals are no errors and do not come here. */
export function answerFault(c: Context, error: Error, log: (fault: Fault) => void): Response {
  if (error instanceof HTTPException) return refuse(c, error.status, 'invalid', error.message)
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (toConnectionFault(error, 'of the library') !== undefined) {
    log(toFault(c, error, code))
    return later(
      c,
      'The database of the library does not answer. Try again in a minute; if it stays so, tell who runs this server.',
    )
  }
  if (/^(40001|40P01|23505)$/.test(code)) return later(c, 'Many are changing this at once. Try again in a moment.')
  if (/^(22|54)/.test(code))
    return refuse(c, 422, 'invalid', 'One of these values is longer or larger than can be kept. Make it smaller.')
  const fault = toFault(c, error, code)
  log(fault)
  const message = `Something went wrong here, and nothing was changed. Try again; if it stays so, tell who runs this server: fault ${fault.id}.`
  return refuse(c, 500, 'fault', message, { id: fault.id })
}

function later(c: Context, message: string): Response {
  c.header('Retry-After', '5')
  return refuse(c, 503, 'down', message)
}

function toFault(c: Context, error: Error, code: string): Fault {
  const stack = (error.stack ?? '')
    .split('\n')
    .filter(line => /^\s+at /.test(line))
    .map(line => line.trim())
  return { id: randomUUID(), method: c.req.method, route: routePath(c, -1), name: error.name, code, stack }
}
