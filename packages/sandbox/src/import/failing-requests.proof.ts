import { sameReading } from '@recourse/core'
import { describe, expect, it } from 'vitest'
import type { Fault } from '../http/faults.ts'
import {
  type Attempt,
  attempt,
  type Case,
  caseOf,
  finishImport,
  isOwn,
  lockTexts,
  placesOf,
  readStored,
  setDemoStage,
} from './demo-stage.fixture.ts'

const json = { 'content-type': 'application/json' }
const denied = '{"status":"unauthorized","errors":[{"message":"user not authorized to perform that action"}]}'
const signInForm = '<!DOCTYPE html><title>Log in to Canvas</title>'

const faults: Readonly<Record<string, Fault>> = {
  'answers 500': { kind: 'fail', status: 500, body: '{"errors":[{"message":"An error occurred."}]}', headers: json },
  'is answered 502 by a gateway': { kind: 'fail', status: 502, body: '<html>Bad Gateway</html>' },
  'answers 503 and when to come again': { kind: 'fail', status: 503, headers: { 'retry-after': '1' } },
  'is denied with 403': { kind: 'fail', status: 403, body: denied, headers: json },
  'is denied with 401, as without the flag': { kind: 'fail', status: 401, body: denied, headers: json },
  'meets a revoked token': { kind: 'fail', status: 401, headers: { ...json, 'www-authenticate': 'Bearer realm="c"' } },
  'is throttled with 403': {
    kind: 'fail',
    status: 403,
    body: '403 Forbidden (Rate Limit Exceeded)\n',
    headers: { 'content-type': 'text/plain; charset=utf-8', 'x-rate-limit-remaining': '0.0' },
  },
  'is throttled with 429': { kind: 'fail', status: 429, headers: { 'retry-after': '2' } },
  'finds nothing': { kind: 'fail', status: 404, body: '{"errors":[{"message":"…"}]}', headers: json },
  'is answered by a sign-in form': { kind: 'fail', status: 200, body: signInForm },
  'is answered by JSON of another kind': { kind: 'fail', status: 200, body: '{"weather":"fine"}', headers: json },
  'is answered by nothing': { kind: 'fail', status: 200 },
  'hangs until the time is out': { kind: 'hang' },
  'is cut before it acts': { kind: 'cut', when: 'before' },
  'is cut after it acted': { kind: 'cut', when: 'after' },
}

/** Everything that fails once may also fail from then on. */
const outages: Readonly<Record<string, Fault>> = {
  'is down': { kind: 'cut', when: 'before' },
  'answers 500 to everything': { kind: 'fail', status: 500 },
  'denies everything': { kind: 'fail', status: 403, body: denied, headers: json },
  'loses every answer': { kind: 'cut', when: 'after' },
}

const stage = await setDemoStage()
const messy = caseOf(stage, 'messy')
const chained = caseOf(stage, 'chained')

const places = await placesOf(messy)
/** A way with other requests: what only it asks is tried with one fault of each sort. */
const morePlaces = await placesOf(chained)
const sorts = ['answers 500', 'is denied with 403', 'finds nothing', 'is cut after it acted']

/** The page is the old or the new one, and what is said of it is true. */
async function findBreaches(subject: Case, old: Awaited<ReturnType<typeof readStored>>, made: Attempt) {
  const now = await readStored(subject)
  const isNew = isOwn(subject, now)
  const claimed = claimOf(made)
  return [
    ...(isNew || sameReading(now, old) ? [] : ['neither the old page nor the new one']),
    ...(claimed === true && !isNew ? ['said to be done, and is not'] : []),
    ...(claimed === false && isNew ? ['said not to be done, and is'] : []),
  ]
}

/** Done, or not; after an error, or told that the page is gone, nobody knows. */
function claimOf(made: Attempt): boolean | undefined {
  if (made.kind !== 'outcome') return undefined
  return made.outcome.ok || made.outcome.reason !== 'conflict' ? made.outcome.ok : undefined
}

const title = 'leaves the old or the new page and no lock; again is done: $course/$place $request'

describe.each(Object.entries(faults))('an import of which a request %s', (name, fault) => {
  it.each(sorts.includes(name) ? [...places, ...morePlaces] : places)(title, async ({ subject, place }) => {
    stage.reset()
    const old = await readStored(subject)
    stage.bench.sandbox.faults.on(place, fault)
    expect(await findBreaches(subject, old, await attempt(subject))).toEqual([])
    expect(lockTexts(subject)).toEqual([])
    expect(await finishImport(subject)).toEqual([])
  })
})

describe('an import that is called off while a request hangs', () => {
  it.each(places)(title, async ({ subject, place }) => {
    stage.reset()
    const old = await readStored(subject)
    const controller = new AbortController()
    const { faults } = stage.bench.sandbox
    faults.on(place, { kind: 'hang' })
    faults.before(place, () => void setTimeout(() => controller.abort(new Error('called off')), 5))
    expect(await findBreaches(subject, old, await attempt(subject, controller.signal))).toEqual([])
    expect(lockTexts(subject)).toEqual([])
    expect(await finishImport(subject)).toEqual([])
  })
})

describe.each(Object.entries(outages))('an import during which Canvas %s from some request on', (_name, fault) => {
  it.each(places)(
    'leaves the old or the new page; again is done: $course/$place $request',
    async ({ subject, place }) => {
      stage.reset()
      const old = await readStored(subject)
      const { faults } = stage.bench.sandbox
      faults.before(place, () => faults.always(fault))
      faults.on(place, fault)
      expect(await findBreaches(subject, old, await attempt(subject))).toEqual([])
      expect(await finishImport(subject)).toEqual([])
    },
  )
})
