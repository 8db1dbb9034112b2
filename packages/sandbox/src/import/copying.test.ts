import { createCourseCopy, proceedImport, readImportFacts, waitForCopy } from '@recourse/canvas'
import { describe, expect, it } from 'vitest'
import {
  configurationOf,
  createBench,
  drawPlan,
  drawReadyPlan,
  newCopiedCourse,
  newCourse,
  newModules,
  weeks,
  writeConfiguration,
} from './copied-course.fixture.ts'
import { parseHtml } from './parse-html.fixture.ts'

describe('a course that Canvas is still copying into', () => {
  it('is left alone at every step, and planned cleanly after the last', async () => {
    const bench = createBench({ copySpeedMs: 'held' })
    const source = await newCourse(bench, 'MATH101')
    const modules = await newModules(bench, source, weeks(2))
    await writeConfiguration(bench, source, configurationOf(modules))
    const copy = await newCourse(bench, 'MATH101 next term')
    await createCourseCopy(bench.admin, copy, { sourceCourseId: source })
    const kinds: string[] = []
    for (;;) {
      const plan = await drawPlan(bench.canvas, copy)
      kinds.push(plan.kind)
      if (plan.kind !== 'busy') break
      expect(plan.copying.from).toEqual({ courseId: source, name: 'MATH101' })
      if ((await bench.sandbox.copies.step()) === null) break
    }
    expect(kinds.length).toBeGreaterThan(5)
    expect(new Set(kinds.slice(0, -1))).toEqual(new Set(['busy']))
    expect(await drawPlan(bench.canvas, copy)).toMatchObject({ kind: 'ready', verdict: 'clean' })
  })

  it('is not written to by a plan from before', async () => {
    const bench = createBench({ copySpeedMs: 'held' })
    const { copy, source } = await newCopiedCourse(bench, weeks(2))
    const plan = await drawReadyPlan(bench.canvas, copy)
    await createCourseCopy(bench.admin, copy, { sourceCourseId: source })
    for (let step: string | null = 'queued'; step !== null; step = await bench.sandbox.copies.step()) {
      const { copying } = await readImportFacts(bench.canvas, copy, { parseHtml })
      if (copying === null) break
      expect(await proceedImport(bench.canvas, plan, { parseHtml })).toMatchObject({ ok: false, reason: 'busy' })
    }
  })

  it('is waited for, with progress', async () => {
    const bench = createBench({ copySpeedMs: 'held' })
    const source = await newCourse(bench, 'MATH101')
    const copy = await newCourse(bench, 'MATH101 next term')
    await createCourseCopy(bench.admin, copy, { sourceCourseId: source })
    const percents: (number | null)[] = []
    const onProgress = ({ percent }: { percent: number | null }): void => {
      percents.push(percent)
      void bench.sandbox.copies.step()
    }
    expect(await waitForCopy(bench.canvas, copy, { onProgress })).toEqual({ ok: true })
    expect(percents.length).toBeGreaterThan(2)
    expect(percents.every(percent => percent !== null && percent >= 0 && percent <= 100)).toBe(true)
  })

  it('is not waited for longer than asked, nor after the wait is called off', async () => {
    const bench = createBench({ copySpeedMs: 'held' })
    const source = await newCourse(bench, 'MATH101')
    const copy = await newCourse(bench, 'MATH101 next term')
    await createCourseCopy(bench.admin, copy, { sourceCourseId: source })
    expect(await waitForCopy(bench.canvas, copy, { maxWaitMs: 0 })).toMatchObject({
      ok: false,
      reason: 'still-copying',
    })
    const controller = new AbortController()
    const reason = new Error('called off')
    const waiting = waitForCopy(bench.canvas, copy, {
      signal: controller.signal,
      onProgress: () => controller.abort(reason),
    })
    await expect(waiting).rejects.toBe(reason)
  })
})
