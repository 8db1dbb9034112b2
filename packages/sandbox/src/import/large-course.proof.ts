import { findPage, proceedImport } from '@recourse/canvas'
import { canonicalSlug, readCollectionsPage } from '@recourse/core'
import { describe, expect, it } from 'vitest'
import { createBench, drawPlan, drawReadyPlan, newCopiedCourse, weeks } from './copied-course.fixture.ts'
import { parseHtml } from './parse-html.fixture.ts'

const modes = [true, false]
const cases = modes.flatMap(preciseLinks => [0, 1, 100, 101, 1000].map(count => ({ count, preciseLinks })))

describe.each(cases)('a course of $count modules, each with an image (precise links: $preciseLinks)', options => {
  const { count, preciseLinks } = options

  it('is imported without loss', async () => {
    const bench = createBench({ flags: { preciseLinks } })
    const { copy } = await newCopiedCourse(bench, weeks(count), 1)
    bench.sandbox.faults.clear()
    const plan = await drawReadyPlan(bench.canvas, copy)
    // A page of modules here and in the source and one of files for each hundred, besides what a small course takes.
    expect(bench.sandbox.faults.log.length).toBeLessThanOrEqual(12 + 3 * Math.floor(count / 100))
    if (count > 0) expect(plan).toMatchObject({ verdict: 'clean' })
    expect(await proceedImport(bench.canvas, plan, { parseHtml })).toMatchObject({ ok: true })
    const body = (await findPage(bench.admin, copy, { slug: canonicalSlug }))?.body ?? ''
    const reading = readCollectionsPage(parseHtml(body))
    const entries = reading.ok ? reading.page.configuration.modules : []
    expect(entries).toHaveLength(count)
    expect(entries.filter(({ description }) => /^<p>About \d+<\/p>$/.test(description))).toHaveLength(count)
    expect(entries.filter(({ image }) => image.includes(`/courses/${copy}/files/`))).toHaveLength(count)
    expect(new Set(entries.map(({ image }) => image)).size).toBe(count)
    expect(await drawPlan(bench.canvas, copy)).toMatchObject({ kind: 'nothing', why: 'already-here' })
  })
})
