import { findPage, proceedImport, putPage, readImportFacts } from '@recourse/canvas'
import {
  type AppliedImport,
  applyImport,
  canonicalSlug,
  defaultChoices,
  type ImportFacts,
  type ImportPlan,
  type PageReading,
  planImport,
  type ReadyPlan,
  readCollectionsPage,
  reasonCodes,
  sameReading,
} from '@recourse/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawPlan, ORIGIN, PAGE_TITLE } from './copied-course.fixture.ts'
import { attempt, type Case, caseOf, type DemoStage, pageRow, setDemoStage } from './demo-stage.fixture.ts'
import { mutate } from './fuzzed-page.fixture.ts'
import { parseHtml } from './parse-html.fixture.ts'
import { proofSeed } from './proof-seed.fixture.ts'
import { blankBody, legacyBody, nameKeyedBody } from './real-pages.fixture.ts'

const PAGES_PER_MODE = 5000

/** Every so many pages go the whole way, by the product's own requests. */
const WHOLE_WAY = 20

const share = fc.noBias(fc.nat(2 ** 30 - 1)).map(number => number / 2 ** 30)
const dice = fc.record({
  ...{ which: share, kind: share, share, other: share, path: fc.array(share, { minLength: 1, maxLength: 5 }) },
  text: fc.string({ unit: 'binary', maxLength: 300 }),
  json: fc.jsonValue({ maxDepth: 2 }),
})
/** One to three things that went wrong with a page. */
const mishaps = fc.array(dice, { minLength: 1, maxLength: 3 })

const seeing = { ...defaultChoices, accepted: reasonCodes, acceptSimilar: true }

interface Lab {
  readonly stage: DemoStage
  readonly subject: Case
  /** Bodies that real pages have. */
  readonly bodies: readonly string[]
  readonly facts: ImportFacts
}

async function openLab(preciseLinks: boolean): Promise<Lab> {
  const stage = await setDemoStage({ flags: { preciseLinks } })
  const subject = caseOf(stage, 'clean')
  const copied = pageRow(subject)?.body ?? ''
  const messy = pageRow(caseOf(stage, 'messy'))?.body ?? ''
  const facts = await readImportFacts(stage.teacher, subject.courseId, { parseHtml })
  await attempt(subject)
  const written = pageRow(subject)?.body ?? ''
  stage.reset()
  return { stage, subject, facts, bodies: [copied, messy, written, legacyBody, nameKeyedBody, blankBody] }
}

/** Puts a body on the page; what Canvas then gives out, or `null` where it refuses the body. */
async function store({ stage, subject }: Lab, body: string): Promise<string | null> {
  const { sandbox } = stage.bench
  const path = `/api/v1/courses/${subject.courseId}/pages/${canonicalSlug}`
  const headers = {
    authorization: `Bearer ${sandbox.people.administrator.tokens[0]}`,
    'content-type': 'application/json',
  }
  const sent = JSON.stringify({ wiki_page: { title: PAGE_TITLE, body } })
  const reply = await sandbox.quietFetch(new Request(`${ORIGIN}${path}`, { method: 'PUT', headers, body: sent }))
  if (reply.status >= 500) throw new Error(`the sandbox broke: ${await reply.text()}`)
  if (!reply.ok) return null
  return (await findPage(stage.bench.admin, subject.courseId, { slug: canonicalSlug }))?.body ?? ''
}

function read(body: string): PageReading {
  const reading = readCollectionsPage(parseHtml(body))
  if (!reading.ok)
    expect(reading).toMatchObject({
      reason: expect.stringMatching(/^(broken|no-configuration)$/),
      where: expect.stringMatching(/\S/),
    })
  return reading
}

function plansOf(facts: ImportFacts, reading: PageReading): readonly ImportPlan[] {
  const candidates = facts.candidates.map((page, index) => (index === 0 ? { ...page, reading } : page))
  return [defaultChoices, seeing].map(choices => planImport({ ...facts, candidates }, choices, parseHtml))
}

function apply(plan: ReadyPlan): AppliedImport {
  return applyImport(plan, { at: plan.readAt, copiedFiles: {} }, parseHtml)
}

/** What is written is taken by Canvas and reads back as it was meant; nothing of the old page is lost. */
async function checkWritten(lab: Lab, plan: ReadyPlan, reading: PageReading): Promise<void> {
  const applied = apply(plan)
  if (!applied.ok) return
  const body = await store(lab, applied.html)
  if (body === null) throw new Error('Canvas refused what we wrote')
  expect(pageRow(lab.subject)?.body?.length).toBeLessThanOrEqual(applied.length)
  const stored = read(body)
  expect(stored.ok && stored.page.configuration).toEqual(applied.configuration)
  expect(plansOf(lab.facts, stored).map(({ kind }) => kind)).toEqual(['nothing', 'nothing'])
  const old = reading.ok ? reading.page.configuration.modules.length : 0
  expect(plan.matched.length + plan.after.parked.length).toBeGreaterThanOrEqual(old)
}

/** By the product's own requests: a page that cannot be read is left as it is. */
async function checkWholeWay(lab: Lab, reading: PageReading): Promise<void> {
  const { teacher, bench } = lab.stage
  const before = pageRow(lab.subject)?.revisions.length
  const plan = await drawPlan(teacher, lab.subject.courseId, seeing)
  if (!reading.ok) expect(plan.kind).toMatch(/^(stuck|nothing)$/)
  if (plan.kind !== 'ready') return
  const outcome = await proceedImport(teacher, plan, { parseHtml })
  const now = read((await findPage(bench.admin, lab.subject.courseId, { slug: canonicalSlug }))?.body ?? '')
  if (!outcome.ok) expect(sameReading(now, reading)).toBe(true)
  expect(pageRow(lab.subject)?.revisions.length).toBe((before ?? 0) + (outcome.ok ? 1 : 0))
}

describe.each([true, false])('fuzzed configuration pages (precise links: %s)', preciseLinks => {
  it('are read or refused in words, never overwritten unread, and what is written stays', async () => {
    const lab = await openLab(preciseLinks)
    const counts = { readable: 0, refused: 0, written: 0, tooLong: 0, wholeWay: 0 }
    let run = 0
    const property = fc.asyncProperty(fc.constantFrom(...lab.bodies), mishaps, async (body, all) => {
      run += 1
      lab.stage.reset()
      const stored = await store(lab, all.reduce(mutate, body))
      if (stored === null) {
        counts.tooLong += 1
        return
      }
      const reading = read(stored)
      counts[reading.ok ? 'readable' : 'refused'] += 1
      const plans = plansOf(lab.facts, reading)
      const [, plan] = plans
      if (!reading.ok) expect(plans.every(({ kind }) => kind === 'stuck' || kind === 'nothing')).toBe(true)
      if (run % WHOLE_WAY === 0) {
        counts.wholeWay += 1
        await checkWholeWay(lab, reading)
      }
      if (plan?.kind === 'ready') {
        counts.written += 1
        await checkWritten(lab, plan, reading)
      }
    })
    await fc.assert(property, { numRuns: PAGES_PER_MODE, seed: proofSeed, endOnFailure: true })
    process.stdout.write(`${JSON.stringify(counts)}\n`)
    expect(counts.readable).toBeGreaterThan(PAGES_PER_MODE / 10)
    expect(counts.refused).toBeGreaterThan(PAGES_PER_MODE / 10)
  })
})

/** The helper itself: it must be able to do what the proof relies on. */
it('a page that is stored is what Canvas gives out', async () => {
  const lab = await openLab(true)
  const [body = ''] = lab.bodies
  const stored = await store(lab, body)
  expect(sameReading(read(stored ?? ''), read(body))).toBe(true)
  await putPage(lab.stage.bench.admin, lab.subject.courseId, { slug: canonicalSlug }, { body: blankBody })
  expect(sameReading(read(pageRow(lab.subject)?.body ?? ''), read(body))).toBe(false)
})
