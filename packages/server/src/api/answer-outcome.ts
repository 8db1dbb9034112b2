import type { Context, TypedResponse } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { JSONParsed } from 'hono/utils/types'
import type { Done, Found, Outcome, Refusal, RefusalReason } from '../library/index.ts'
import type { ApiEnv } from './create-routes.ts'

const statuses = {
  'not-found': 404,
  forbidden: 403,
  'in-use': 409,
  'already-there': 409,
  stale: 409,
  protected: 409,
  'moved-on': 409,
  confirm: 409,
  invalid: 422,
  'not-whole': 422,
} as const satisfies Readonly<Record<RefusalReason, number>>

type Json<T, S extends ContentfulStatusCode> = Response & TypedResponse<JSONParsed<T>, S, 'json'>
type Refusing = Json<Refusal, (typeof statuses)[RefusalReason]>

/** What an act came to: done, or refused with nothing changed. */
export function answerOutcome<T>(c: Context<ApiEnv>, outcome: Outcome<T>): Json<Done<T>, 200> | Refusing {
  return outcome.ok ? c.json(outcome, 200) : answerRefusal(c, outcome)
}

/** What was read. */
export function answerFound<T>(c: Context<ApiEnv>, found: Found<T>): Json<T, 200> | Refusing {
  return found.ok ? c.json(found.value, 200) : answerRefusal(c, found)
}

interface DoneUnlogged<T> {
  readonly ok: true
  readonly value: T
}

/** What was done outside the journal: there is no change to be undone by its id. */
export function answerDone<T>(
  c: Context<ApiEnv>,
  done: DoneUnlogged<T> | Refusal,
): Json<DoneUnlogged<T>, 200> | Refusing {
  return done.ok ? c.json(done, 200) : answerRefusal(c, done)
}

export function answerRefusal(c: Context<ApiEnv>, refusal: Refusal): Refusing {
  return c.json(refusal, statuses[refusal.reason])
}
