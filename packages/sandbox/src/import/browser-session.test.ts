import { createCanvas, proceedImport } from '@recourse/canvas'
import { type ReadyPlan, reasonCodes } from '@recourse/core'
import { describe, expect, it } from 'vitest'
import { openBrowser } from './browser-session.fixture.ts'
import { drawPlan, drawReadyPlan, ORIGIN } from './copied-course.fixture.ts'
import { caseOf, lockTexts, setDemoStage } from './demo-stage.fixture.ts'
import { parseHtml } from './parse-html.fixture.ts'

const choices = { accepted: reasonCodes, acceptSimilar: true, images: 'copy' } as const

/** What a person sees of a plan and what it leads to; addresses that only a token's client is given are not in it. */
function toShown({ verdict, reasons, matched, importedUnmatched, currentUnmatched, links, pages, after }: ReadyPlan) {
  return { verdict, reasons, matched, importedUnmatched, currentUnmatched, links, pages, after }
}

describe('an import from a browser that is signed in', () => {
  it.each([true, false])('is the import that a token makes (while(1); before JSON: %s)', async jsonPrefix => {
    const stage = await setDemoStage({ flags: { jsonPrefix } })
    const browser = await openBrowser(stage.bench, stage.bench.sandbox.people.teacher)
    for (const course of ['clean', 'messy', 'chained', 'byNames'] as const) {
      const { courseId } = caseOf(stage, course)
      const byToken = await drawReadyPlan(stage.teacher, courseId, choices, undefined, () => 0)
      const plan = await drawReadyPlan(browser, courseId, choices, undefined, () => 0)
      expect(toShown(plan)).toEqual(toShown(byToken))
      expect(await proceedImport(browser, plan, { parseHtml })).toMatchObject({ ok: true })
      expect(await drawPlan(browser, courseId)).toMatchObject({ kind: 'nothing', why: 'already-here' })
      expect(lockTexts(caseOf(stage, course))).toEqual([])
    }
  })

  it('writes nothing with a stale form token, and says to reload', async () => {
    const stage = await setDemoStage()
    const { courseId } = caseOf(stage, 'clean')
    const plan = await drawReadyPlan(stage.teacher, courseId)
    const browser = await openBrowser(stage.bench, stage.bench.sandbox.people.teacher)
    const stale = createCanvas({
      origin: ORIGIN,
      fetch: request => browser.connection.fetch(request),
      auth: { kind: 'session', csrfToken: () => 'from-yesterday' },
    })
    await expect(proceedImport(stale, plan, { parseHtml })).rejects.toThrow(/reload/)
    expect(await drawPlan(browser, courseId)).toMatchObject({ kind: 'ready', verdict: 'clean' })
    expect(lockTexts(caseOf(stage, 'clean'))).toEqual([])
  })
})
