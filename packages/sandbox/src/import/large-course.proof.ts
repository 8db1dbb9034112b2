import { findPage, proceedImport } from '@recourse/canvas'
import { canonicalSlug, readCollectionsPage } from '@recourse/core'
import { describe, expect, it } from 'vitest'
import { createBench, drawPlan, drawReadyPlan, newCopiedCourse, weeks } from './copied-course.fixture.ts'
import { parseHtml } from './parse-html.fixture.ts'

describe('a course of 1,000 modules', () => {
  it.each([true, false])('is imported without loss (precise links: %s)', async preciseLinks => {
    const bench = createBench({ flags: { preciseLinks } })
    const { copy } = await newCopiedCourse(bench, weeks(1000))
    bench.sandbox.faults.clear()
    const plan = await drawReadyPlan(bench.canvas, copy)
    // Ten pages of modules here and in the source, five of files; the rest is what a small course takes.
    expect(bench.sandbox.faults.log.length).toBeLessThanOrEqual(12 + 9 + 9 + 4)
    expect(plan).toMatchObject({ verdict: 'clean' })
    expect(await proceedImport(bench.canvas, plan, { parseHtml })).toMatchObject({ ok: true })
    const body = (await findPage(bench.admin, copy, { slug: canonicalSlug }))?.body ?? ''
    const reading = readCollectionsPage(parseHtml(body))
    const entries = reading.ok ? reading.page.configuration.modules : []
    expect(entries).toHaveLength(1000)
    expect(entries.filter(({ description }) => /^<p>About \d+<\/p>$/.test(description))).toHaveLength(1000)
    expect(entries.filter(({ image }) => image.includes(`/courses/${copy}/files/`))).toHaveLength(500)
    expect(await drawPlan(bench.canvas, copy)).toMatchObject({ kind: 'nothing', why: 'already-here' })
  })
})
