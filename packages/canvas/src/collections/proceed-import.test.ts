import { canonicalSlug, defaultChoices, planImport, toCourseId } from '@recourse/core'
import { expect, it } from 'vitest'
import { fakeCourse } from './one-course.fixture.ts'
import { parseHtml } from './parse-html.fixture.ts'
import { proceedImport } from './proceed-import.ts'
import { readImportFacts } from './read-import-facts.ts'

it('does not start again over a page that cannot be read and was saved since, and fails in the same place', async () => {
  const pages = [
    { id: '1', title: 'Canvas Collections Configuration', url: canonicalSlug, versions: ['what they had'] },
  ]
  const replies = {
    '': { id: '5', name: 'MATH101', workflow_state: 'available' },
    '/permissions': { manage_wiki: true },
  }
  const { canvas } = fakeCourse(pages, replies)
  const facts = await readImportFacts(canvas, toCourseId('5'), { parseHtml })
  const plan = planImport(facts, { ...defaultChoices, action: 'refresh' }, parseHtml)
  if (plan.kind !== 'ready') throw new Error(`the plan is ${plan.kind}`)
  pages[0]?.versions.push('what they have now')
  expect(await proceedImport(canvas, plan, { parseHtml })).toMatchObject({ ok: false, reason: 'changed-meanwhile' })
  expect(pages[0]?.versions.at(-1)).toBe('what they have now')
})
