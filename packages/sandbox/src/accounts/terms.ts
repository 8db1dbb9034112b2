import { toRowId } from '../find-course.ts'
import { type Call, json, route, type SandboxApp } from '../http/call.ts'
import { missingParam, notFound, refused } from '../http/errors.ts'
import { paginateWrapped } from '../http/paginate.ts'
import { instant, list, nested, presentText } from '../http/reading.ts'
import type { Term } from '../model.ts'
import { createTerm } from '../people.ts'
import { toTermJson } from '../wire/account.ts'
import type { World } from '../world.ts'
import { getAccount } from './find-account.ts'

const TERMS = '/api/v1/accounts/:account_id/terms'

/** Terms of the root account; the list comes wrapped (canvas-api §2.10). */
export function registerTerms(app: SandboxApp, world: World): void {
  app.get(TERMS, route(world, listTerms))
  app.post(TERMS, route(world, addTerm))
  app.get(
    `${TERMS}/:term_id`,
    route(world, call => json(call, toTermJson(getTerm(call)))),
  )
  app.put(`${TERMS}/:term_id`, route(world, changeTerm))
  app.delete(
    `${TERMS}/:term_id`,
    route(world, call => {
      const term = getTerm(call)
      term.state = 'deleted'
      return json(call, toTermJson(term))
    }),
  )
}

function needRoot(call: Call): void {
  if (getAccount(call).parentId !== null) throw refused('Terms only belong to root_accounts.')
}

function listTerms(call: Call): Response {
  needRoot(call)
  const asked = list(call.params, 'workflow_state')
  const states = asked.length === 0 ? ['active'] : asked
  const search = (presentText(call.params, 'term_name') ?? '').toLowerCase()
  const rows = [...call.world.rows.terms.values()].filter(
    term => (states.includes(term.state) || states.includes('all')) && term.name.toLowerCase().includes(search),
  )
  return paginateWrapped(call, 'enrollment_terms', rows.toSorted(latestFirst), toTermJson)
}

/** By start, then by end, the latest first; one without a date is before all, as PostgreSQL has it. */
function latestFirst(a: Term, b: Term): number {
  const ms = (at: string | null) => (at === null ? Number.MAX_VALUE : Date.parse(at))
  return ms(b.startAt) - ms(a.startAt) || ms(b.endAt) - ms(a.endAt) || a.id - b.id
}

/** A term by `N`, `shard~N` or `sis_term_id:X`; `default` is the one that courses begin in, `current` the only one that runs now. */
export function findTerm(world: World, written: string): Term | undefined {
  if (written === 'default') return world.rows.terms.values().next().value
  if (written === 'current') return findCurrent(world)
  const sisId = /^sis_term_id:(.*)$/s.exec(written)?.[1]
  if (sisId !== undefined) return [...world.rows.terms.values()].find(term => term.sisTermId === sisId)
  return world.rows.terms.get(toRowId(written) ?? -1)
}

function findCurrent(world: World): Term | undefined {
  const now = world.nowMs()
  const running = [...world.rows.terms.values()].filter(
    ({ state, startAt, endAt }) =>
      state === 'active' &&
      startAt !== null &&
      endAt !== null &&
      Date.parse(startAt) <= now &&
      now <= Date.parse(endAt),
  )
  return running.length === 1 ? running[0] : undefined
}

function getTerm(call: Call): Term {
  needRoot(call)
  const term = findTerm(call.world, call.path('term_id'))
  if (!term || term.state === 'deleted') throw notFound()
  return term
}

function addTerm(call: Call): Response {
  needRoot(call)
  if (!nested(call.params, 'enrollment_term')) throw missingParam('enrollment_term')
  const term = createTerm(call.world, {
    name: presentText(call.params, 'enrollment_term', 'name') ?? '',
    sisTermId: presentText(call.params, 'enrollment_term', 'sis_term_id') ?? null,
    startAt: instant(call.params, 'enrollment_term', 'start_at') ?? null,
    endAt: instant(call.params, 'enrollment_term', 'end_at') ?? null,
  })
  return json(call, toTermJson(term))
}

function changeTerm(call: Call): Response {
  const term = getTerm(call)
  term.name = presentText(call.params, 'enrollment_term', 'name') ?? term.name
  term.sisTermId = presentText(call.params, 'enrollment_term', 'sis_term_id') ?? term.sisTermId
  const startAt = instant(call.params, 'enrollment_term', 'start_at')
  const endAt = instant(call.params, 'enrollment_term', 'end_at')
  if (startAt !== undefined) term.startAt = startAt
  if (endAt !== undefined) term.endAt = endAt
  return json(call, toTermJson(term))
}
