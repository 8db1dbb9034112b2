import { proceedImport, readImportFacts } from '@recourse/canvas'
import { describe, expect, it } from 'vitest'
import { createBench, drawPlan, drawReadyPlan, newCopiedCourse, weeks } from './copied-course.fixture.ts'
import { parseHtml } from './parse-html.fixture.ts'

describe('a clean copy', () => {
  it('is planned with every module matched by Canvas’s record, in at most 12 requests', async () => {
    const bench = createBench()
    const { copy } = await newCopiedCourse(bench, weeks(20))
    bench.events.length = 0
    const plan = await drawReadyPlan(bench.canvas, copy)
    expect(bench.events.map(({ method, path }) => `${method} ${path}`)).toHaveLength(11)
    expect(plan).toMatchObject({ verdict: 'clean', mayProceed: true, unread: [] })
    expect(plan.matched.map(({ evidence }) => evidence)).toEqual(weeks(20).map(() => 'copied'))
    expect(plan.images.map(({ verdict }) => verdict)).toEqual(weeks(10).map(() => 'moved'))
  })

  it('is imported once, and is this course’s own from then on', async () => {
    const bench = createBench()
    const { copy } = await newCopiedCourse(bench, weeks(3))
    const plan = await drawReadyPlan(bench.canvas, copy)
    const outcome = await proceedImport(bench.canvas, plan, { parseHtml })
    expect(outcome).toMatchObject({ ok: true, previousRevisionId: expect.any(Number) })
    expect(await drawPlan(bench.canvas, copy)).toMatchObject({ kind: 'nothing', why: 'already-here' })
    expect((await readImportFacts(bench.canvas, copy, { parseHtml })).lock).toBeNull()
  })

  it('is imported twice by the same plan without a second save', async () => {
    const bench = createBench()
    const { copy } = await newCopiedCourse(bench, weeks(3))
    const plan = await drawReadyPlan(bench.canvas, copy)
    const first = await proceedImport(bench.canvas, plan, { parseHtml })
    const second = await proceedImport(bench.canvas, plan, { parseHtml })
    expect(second).toMatchObject({ ok: true, previousRevisionId: null })
    expect(second.ok && first.ok && second.revisionId === first.revisionId).toBe(true)
  })
})
