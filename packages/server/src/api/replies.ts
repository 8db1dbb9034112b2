import { z } from '@hono/zod-openapi'

export const refusal = z
  .object({
    ok: z.literal(false),
    reason: z.enum([
      'not-found',
      'forbidden',
      'in-use',
      'already-there',
      'stale',
      'protected',
      'moved-on',
      'confirm',
      'invalid',
      'not-whole',
      'signed-out',
      'fault',
      'down',
    ]),
    message: z.string().meta({ description: 'A sentence that says what to do next.' }),
    details: z.unknown().meta({ description: 'What it is about: conflicts, choices, fields.' }),
  })
  .readonly()
  .meta({ id: 'Refusal', description: 'Why it was not done; nothing was changed.' })

const refused = (description: string) => ({ description, content: { 'application/json': { schema: refusal } } })

/** What every route may answer besides what was asked for. */
export const refusals = {
  401: refused('Nobody is signed in.'),
  403: refused('It is not yours.'),
  404: refused('There is no such thing.'),
  409: refused('It is used, there already, protected, or somebody else has changed it meanwhile.'),
  422: refused('It is not a possible value.'),
}

/** A read: plain JSON. */
export function reply<S extends z.ZodType>(schema: S, description: string) {
  return { ...refusals, 200: { description, content: { 'application/json': { schema } } } }
}

/** An act: what it came to, and the name of the change, to be undone by. */
export function done<S extends z.ZodType>(value: S, description: string) {
  return reply(z.object({ ok: z.literal(true), changeId: z.guid(), value }).readonly(), description)
}

/** An act outside the journal: what it came to. */
export function doneUnlogged<S extends z.ZodType>(value: S, description: string) {
  return reply(z.object({ ok: z.literal(true), value }).readonly(), description)
}

/** The JSON that a request brings. */
export function body<S extends z.ZodType>(schema: S) {
  return { required: true as const, content: { 'application/json': { schema } } }
}
