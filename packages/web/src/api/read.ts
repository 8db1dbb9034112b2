import type { ClientResponse } from 'hono/client'
import { ApiFault, type FaultKind } from './api-fault.ts'

// biome-ignore lint/suspicious/noExplicitAny: the client's own replies are narrowed by it, nothing is let through.
type Reply = ClientResponse<any, any, any>

/** What a successful reply carries. */
export type Body<R> = R extends ClientResponse<infer T, 200, 'json'> ? T : never

/** What an act answers: done, or refused with a sentence that says what to do next. */
export type ActBody<R> = R extends ClientResponse<infer T, number, 'json'> ? T : never

/** Reads; anything but an answer is an ApiFault. */
export async function read<R extends Reply>(asked: Promise<R>): Promise<Body<R>> {
  const reply = await reach(asked)
  if (!reply.ok) throw await toFault(reply)
  return reply.json()
}

/** Statuses of acts that were understood and not done. */
const refusals = [403, 404, 409, 422]

/** Acts; a refusal is an outcome, anything else that fails is an ApiFault. */
export async function act<R extends Reply>(asked: Promise<R>): Promise<ActBody<R>> {
  const reply = await reach(asked)
  if (!reply.ok && !(refusals.includes(reply.status) && isJson(reply))) throw await toFault(reply)
  return reply.json()
}

async function reach<R extends Reply>(asked: Promise<R>): Promise<R> {
  try {
    return await asked
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    const message = 'The server cannot be reached. Check the connection, then try again; what you typed is still here.'
    throw new ApiFault('unreachable', message, { cause })
  }
}

function isJson(reply: Reply): boolean {
  return reply.headers.get('content-type')?.includes('json') === true
}

const faults: Readonly<Record<number, readonly [FaultKind, string]>> = {
  401: ['signed-out', 'You are signed out. Sign in again to go on.'],
  403: ['forbidden', 'You may not open this. Ask one of its authors, or an administrator, to give you access.'],
  404: ['missing', 'This is not here, or not yours to open. It may have been deleted: look in the trash.'],
  413: [
    'refused',
    'This is larger than the server takes. Make it smaller, or ask an administrator to raise the limit.',
  ],
  429: ['busy', 'The server was asked too often. Wait a minute, then try again.'],
}

async function toFault(reply: Reply): Promise<ApiFault> {
  const [kind, message] = faults[reply.status] ?? [
    'broken',
    `The server failed at this (${reply.status}). Try again; if it goes on, tell an administrator what you did.`,
  ]
  return new ApiFault(kind, (await findMessage(reply)) ?? message)
}

/** The server's own sentence, where it has one. */
async function findMessage(reply: Reply): Promise<string | undefined> {
  if (!isJson(reply) || reply.status === 401) return undefined
  const body: unknown = await reply.json().catch(() => undefined)
  if (typeof body !== 'object' || body === null || !('message' in body)) return undefined
  return typeof body.message === 'string' && body.message !== '' ? body.message : undefined
}
