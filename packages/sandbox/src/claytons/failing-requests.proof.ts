import { isCanvasError, readClaytonsFacts, undoClaytons, writeClaytons } from '@recourse/canvas'
import { defaultClaytonsChoices, planClaytons } from '@recourse/core'
import { describe, expect, it } from 'vitest'
import type { Fault } from '../http/faults.ts'
import {
  type ClaytonsStage,
  collectionOf,
  parseHtml,
  putBody,
  readyFor,
  resultsOf,
  setClaytons,
  statesOf,
  storedBody,
  write,
} from './claytons.fixture.ts'

const json = { 'content-type': 'application/json' }

const faults: Readonly<Record<string, Fault>> = {
  'answers 500': { kind: 'fail', status: 500 },
  'is denied': { kind: 'fail', status: 403, body: '{"errors":[{"message":"user not authorized"}]}', headers: json },
  'finds nothing': { kind: 'fail', status: 404, body: '{"errors":[{"message":"…"}]}', headers: json },
  'is cut before it acts': { kind: 'cut', when: 'before' },
  'is cut after it acted': { kind: 'cut', when: 'after' },
}

const titles = ['Home', 'New page']
const around = '<p>Before</p>'

/** One page that is there and one that is not, which link to each other. */
async function setStage(): Promise<ClaytonsStage> {
  const stage = await setClaytons([
    collectionOf('Weeks', { outputPage: 'Home' }),
    collectionOf('Tasks', { outputPage: 'New page' }),
  ])
  await putBody(stage, 'Home', around)
  stage.bench.sandbox.faults.clear()
  return stage
}

/** As a door does it: read, plan, write. */
async function attempt({ bench, courseId }: ClaytonsStage, signal?: AbortSignal): Promise<ReadonlyMap<string, string>> {
  try {
    const facts = await readClaytonsFacts(bench.canvas, courseId, { parseHtml, signal })
    const plan = planClaytons(facts, { ...defaultClaytonsChoices, navigation: 'pages' }, parseHtml)
    if (plan.kind !== 'ready') return new Map()
    const { pages } = await writeClaytons(bench.canvas, plan, { parseHtml, signal })
    return new Map(pages.map(({ title, result }) => [title, result]))
  } catch (error) {
    if (isCanvasError(error) || signal?.aborted === true) return new Map()
    throw error
  }
}

const undisturbed = await setStage()
await attempt(undisturbed)
const places = undisturbed.bench.sandbox.faults.log.map(({ method, path }, at) => ({
  place: at + 1,
  request: `${method} ${path}`,
}))
const wanted = new Map(titles.map(title => [title, storedBody(undisturbed, title)]))

function findBreaches(stage: ClaytonsStage, results: ReadonlyMap<string, string>): readonly string[] {
  return titles.flatMap(title => {
    const body = storedBody(stage, title)
    const result = results.get(title)
    const isNew = body.includes('cc-output-')
    const isOld = body === (title === 'Home' ? around : '')
    return [
      ...(isNew || isOld ? [] : [`${title} is neither the old page nor the new one`]),
      ...(result === 'written' && !isNew ? [`${title} is said to be written, and is not`] : []),
      ...((result === 'denied' || result === 'changed-meanwhile') && isNew
        ? [`${title} is said not to be written, and is`]
        : []),
    ]
  })
}

async function finish(stage: ClaytonsStage): Promise<void> {
  stage.bench.sandbox.faults.clear()
  await write(stage, { navigation: 'pages' })
  for (const title of titles) expect(storedBody(stage, title)).toBe(wanted.get(title))
  const made = [...stage.bench.sandbox.world.rows.pages.values()].filter(({ title }) => titles.includes(title))
  expect(made).toHaveLength(titles.length)
  expect(statesOf(await readyFor(stage))).toEqual(['unchanged', 'unchanged'])
}

describe.each(Object.entries(faults))('static pages of which a request %s', (_name, fault) => {
  it.each(places)('are old or new, and finished by the next run: $place $request', async ({ place }) => {
    const stage = await setStage()
    stage.bench.sandbox.faults.on(place, fault)
    expect(findBreaches(stage, await attempt(stage))).toEqual([])
    await finish(stage)
  })
})

describe('static pages that are called off', () => {
  it.each(places)('are old or new, and finished by the next run: $place $request', async ({ place }) => {
    const stage = await setStage()
    const controller = new AbortController()
    stage.bench.sandbox.faults.before(place, () => controller.abort(new Error('called off')))
    expect(findBreaches(stage, await attempt(stage, controller.signal))).toEqual([])
    await finish(stage)
  })
})

describe('somebody who saves the page meanwhile', () => {
  const theirs = '<p>Theirs</p>'

  it.each(places)('is always noticed, and their version is in its history: $place $request', async ({ place }) => {
    const stage = await setStage()
    stage.bench.sandbox.faults.before(place, () => putBody(stage, 'Home', theirs))
    const results = await attempt(stage)
    const page = [...stage.bench.sandbox.world.rows.pages.values()].find(({ title }) => title === 'Home')
    const bodies = page?.revisions.map(({ body }) => body) ?? []
    expect(bodies).toContain(theirs)
    const ours = bodies.findIndex(body => body?.includes('cc-output-'))
    const isOnTop =
      ours >= 0 && storedBody(stage, 'Home').includes(theirs) && storedBody(stage, 'Home').includes('cc-output-')
    if (results.get('Home') === 'written') expect(isOnTop || ours < bodies.indexOf(theirs)).toBe(true)
    else expect(['changed-meanwhile', 'conflict', undefined]).toContain(results.get('Home'))
  })
})

it('pages that are called off between two say which were not reached', async () => {
  const stage = await setStage()
  const controller = new AbortController()
  const plan = await readyFor(stage)
  const outcome = await writeClaytons(stage.bench.canvas, plan, {
    parseHtml,
    signal: controller.signal,
    onProgress: ({ done }) => void (done === 1 && controller.abort(new Error('called off'))),
  })
  expect(outcome.isCancelled).toBe(true)
  expect(resultsOf(outcome)).toEqual(['written', 'not-reached'])
})

it('a stop in the middle of a page lets it be finished, told and taken back', async () => {
  const stage = await setStage()
  const controller = new AbortController()
  const before = storedBody(stage, 'Home')
  const outcome = await writeClaytons(stage.bench.canvas, await readyFor(stage), {
    parseHtml,
    stop: controller.signal,
    onProgress: ({ done }) => void (done === 0 && controller.abort(new Error('stopped'))),
  })
  expect(outcome.isCancelled).toBe(true)
  expect(resultsOf(outcome)).toEqual(['written', 'not-reached'])
  await undoClaytons(stage.bench.canvas, stage.courseId, outcome.pages, {})
  expect(storedBody(stage, 'Home')).toBe(before)
})
