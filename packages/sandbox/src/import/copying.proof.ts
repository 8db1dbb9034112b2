import { createCourseCopy, proceedImport } from '@recourse/canvas'
import { type CourseId, type ReadyPlan, reasonCodes, toCourseId } from '@recourse/core'
import { describe, expect, it } from 'vitest'
import { createDemo } from '../demo/create-demo.ts'
import { type Bench, createBench, drawPlan, drawReadyPlan, newCourse } from './copied-course.fixture.ts'
import { parseHtml } from './parse-html.fixture.ts'

const accepted = { accepted: reasonCodes, acceptSimilar: true }
const modes = [
  { name: 'precise links', flags: { preciseLinks: true } },
  { name: 'links in text rewritten', flags: { preciseLinks: false } },
  { name: 'links in text rewritten, keys listed', flags: { preciseLinks: false, assetMapV2: true } },
]

async function openDemo(flags: (typeof modes)[number]['flags']) {
  const bench = createBench({ copySpeedMs: 'held', flags })
  const demo = await createDemo(bench.sandbox)
  return { bench, source: toCourseId(String(demo.source.id)), clean: toCourseId(String(demo.clean.id)) }
}

/** What the program under test sent that could change something; its other requests are forgotten. */
function takeWrites({ sandbox: { faults } }: Bench): readonly string[] {
  const writes = faults.log.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`)
  faults.clear()
  return writes
}

/** Looks and acts, with a fresh plan and with one from before, at every step until Canvas has done. */
async function tryAtEachStep(bench: Bench, courseId: CourseId, before: ReadyPlan | null): Promise<readonly string[]> {
  const steps: string[] = []
  takeWrites(bench)
  for (let step: string | null = 'asked for'; step !== null; step = await bench.sandbox.copies.step()) {
    const plan = await drawPlan(bench.canvas, courseId, accepted)
    if (plan.kind !== 'busy') break
    steps.push(step)
    expect(plan.copying.from.name).not.toBeNull()
    if (before !== null)
      expect(await proceedImport(bench.canvas, before, { parseHtml })).toMatchObject({ ok: false, reason: 'busy' })
    expect(takeWrites(bench)).toEqual([])
  }
  await bench.sandbox.copies.finish()
  return steps
}

async function importClean(bench: Bench, courseId: CourseId): Promise<void> {
  const plan = await drawReadyPlan(bench.canvas, courseId, accepted)
  expect(await proceedImport(bench.canvas, plan, { parseHtml })).toMatchObject({ ok: true })
  expect(await drawPlan(bench.canvas, courseId)).toMatchObject({ kind: 'nothing', why: 'already-here' })
}

describe.each(modes)('an import tried at every step of a copy ($name)', ({ flags }) => {
  it('into an empty course: nothing is written before the end, and it is clean afterwards', async () => {
    const { bench, source } = await openDemo(flags)
    const copy = await newCourse(bench, 'next term')
    await createCourseCopy(bench.admin, copy, { sourceCourseId: source })
    const steps = await tryAtEachStep(bench, copy, null)
    expect(steps.length).toBeGreaterThan(20)
    const plan = await drawReadyPlan(bench.canvas, copy)
    expect(plan.matched.map(({ evidence }) => evidence)).toEqual(Array(14).fill('copied'))
    await importClean(bench, copy)
  })

  it('over a copy that waits for its import: the plan from before writes nothing', async () => {
    const { bench, source, clean } = await openDemo(flags)
    const before = await drawReadyPlan(bench.canvas, clean, accepted)
    await createCourseCopy(bench.admin, clean, { sourceCourseId: source })
    expect((await tryAtEachStep(bench, clean, before)).length).toBeGreaterThan(20)
    await importClean(bench, clean)
  })

  it('twice into one course, the second waiting for the first', async () => {
    const { bench, source, clean } = await openDemo(flags)
    const copy = await newCourse(bench, 'next term')
    await createCourseCopy(bench.admin, copy, { sourceCourseId: source })
    await createCourseCopy(bench.admin, copy, { sourceCourseId: clean })
    expect((await tryAtEachStep(bench, copy, null)).length).toBeGreaterThan(40)
    expect((await drawPlan(bench.canvas, copy, accepted)).kind).toMatch(/^(ready|stuck)$/)
  })
})
