import type { Refusal, RefusalReason } from '../library/index.ts'

/** What came of something done to a person. It has no entry in the journal: it is undone by doing the opposite. */
export type PeopleOutcome<T> = { readonly ok: true; readonly value: T } | Refusal

export function refusePeople(reason: RefusalReason, message: string): Refusal {
  return { ok: false, reason, message, details: null }
}
