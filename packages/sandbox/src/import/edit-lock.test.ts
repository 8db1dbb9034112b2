import { createPage, findPage, proceedImport, putPage } from '@recourse/canvas'
import type { CourseId } from '@recourse/core'
import { describe, expect, it } from 'vitest'
import {
  type Bench,
  configurationOf,
  copyCourse,
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

const TITLE = 'Canvas Collections - editing'
const SLUG = 'canvas-collections-editing'

/** As 1.3 writes it. */
function lockOf(userId: number): string {
  return JSON.stringify({ canvasUserId: userId, browserSessionId: '6f1c2f5e-2d54-4f0a-9a0c-0d5f1f4b9f11' })
}

function takeLockAs({ admin, sandbox }: Bench, courseId: CourseId, userId = sandbox.people.teacher.id) {
  return createPage(admin, courseId, { title: TITLE, body: lockOf(userId) })
}

function findLock({ admin }: Bench, courseId: CourseId) {
  return findPage(admin, courseId, { slug: SLUG })
}

describe('the lock of Canvas Collections', () => {
  it('is respected when somebody else holds it, before the plan and after', async () => {
    const bench = createBench()
    const { copy } = await newCopiedCourse(bench, weeks(2))
    const plan = await drawReadyPlan(bench.canvas, copy)
    const lock = await takeLockAs(bench, copy)
    expect(await proceedImport(bench.canvas, plan, { parseHtml })).toMatchObject({ ok: false, reason: 'locked' })
    expect(await drawPlan(bench.canvas, copy)).toMatchObject({ kind: 'ready', mayProceed: false })
    expect(await findLock(bench, copy)).toMatchObject({ id: lock.id, body: lock.body })
  })

  it('is taken over 200 seconds after the last sign of life, and let go afterwards', async () => {
    let nowMs = Date.parse('2026-08-03T08:00:00Z')
    const bench = createBench({ now: () => nowMs })
    const { copy } = await newCopiedCourse(bench, weeks(2))
    nowMs += 1000 * 1000
    await takeLockAs(bench, copy)
    nowMs += 201 * 1000
    const plan = await drawReadyPlan(bench.canvas, copy, {}, undefined, () => nowMs)
    expect(await proceedImport(bench.canvas, plan, { parseHtml, now: () => nowMs })).toMatchObject({ ok: true })
    expect(await findLock(bench, copy)).toBeUndefined()
  })

  it('is none when the copy brought it along', async () => {
    const bench = createBench()
    const source = await newCourse(bench, 'MATH101')
    await writeConfiguration(bench, source, configurationOf(await newModules(bench, source, weeks(2))))
    await takeLockAs(bench, source)
    const copy = await newCourse(bench, 'MATH101 next term')
    await copyCourse(bench, source, copy)
    expect(await findLock(bench, copy)).toBeDefined()
    const plan = await drawReadyPlan(bench.canvas, copy)
    expect(await proceedImport(bench.canvas, plan, { parseHtml })).toMatchObject({ ok: true })
  })

  it('is left alone by an import that lost the race for it', async () => {
    const bench = createBench()
    const { copy } = await newCopiedCourse(bench, weeks(2))
    const plan = await drawReadyPlan(bench.canvas, copy)
    bench.sandbox.faults.clear()
    // The second search is the look whether somebody was faster.
    const search = { method: 'GET', path: /search_term=/ }
    bench.sandbox.faults.before(
      2,
      async () => {
        const page = await findLock(bench, copy)
        if (page !== undefined) await putPage(bench.admin, copy, { id: page.id }, { body: lockOf(4711) })
      },
      search,
    )
    expect(await proceedImport(bench.canvas, plan, { parseHtml })).toMatchObject({ ok: false, reason: 'locked' })
    expect((await findLock(bench, copy))?.body).toContain('4711')
  })

  it('holds no one up that has no readable owner', async () => {
    const bench = createBench()
    const { copy } = await newCopiedCourse(bench, weeks(2))
    await createPage(bench.admin, copy, { title: TITLE, body: '<p>not JSON</p>' })
    const plan = await drawReadyPlan(bench.canvas, copy)
    expect(await proceedImport(bench.canvas, plan, { parseHtml })).toMatchObject({ ok: true })
  })
})
