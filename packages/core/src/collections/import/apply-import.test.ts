import { describe, expect, it } from 'vitest'
import { pageLimit } from '../page/write-collections-page.ts'
import { applyImport } from './apply-import.ts'
import { defaultChoices } from './import-choices.ts'
import { cleanCopy, entry } from './import-facts.fixture.ts'
import { fromHtml } from './parse-html.fixture.ts'
import { planImport } from './plan-import.ts'

/** A thousand entries of one length. */
function planOf(descriptionLength: number) {
  const entries = Array.from({ length: 1000 }, (_, index) =>
    entry(String(5000 + index), `Week ${index}`, { description: 'x'.repeat(descriptionLength) }),
  )
  const plan = planImport(cleanCopy(entries), defaultChoices, fromHtml)
  if (plan.kind !== 'ready') throw new Error(plan.kind)
  return { plan, applied: applyImport(plan, { at: plan.readAt, copiedFiles: {} }, fromHtml) }
}

describe('a page', () => {
  it('carries a link for each module through the next copy', () => {
    const { applied } = planOf(10)
    expect(applied.ok && applied.html.match(/data-recourse-module/g)).toHaveLength(1000)
  })

  it('that would be too large with its links is written without them, and nothing else is missing', () => {
    const { plan, applied } = planOf(200)
    expect(plan).toMatchObject({ verdict: 'clean', mayProceed: true, size: { length: applied.length } })
    expect(applied.length).toBeLessThanOrEqual(pageLimit)
    expect(applied.ok && applied.configuration.modules).toHaveLength(1000)
    expect(applied.ok && applied.html).not.toContain('data-recourse-module')
  })

  it('that is too large even so is a person’s business', () => {
    const { plan, applied } = planOf(500)
    expect(plan).toMatchObject({ mayProceed: false, reasons: [{ code: 'too-large' }] })
    expect(applied).toMatchObject({ ok: false, reason: 'too-large' })
  })
})
