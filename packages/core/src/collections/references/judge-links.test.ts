import { describe, expect, it } from 'vitest'
import { defaultChoices } from '../import/import-choices.ts'
import { cleanCopy, entry, origin } from '../import/import-facts.fixture.ts'
import { fromHtml } from '../import/parse-html.fixture.ts'
import { planImport } from '../import/plan-import.ts'

/** A link in the text of the first of two modules, 11 and 12 in the source, 21 and 22 here. */
function judged(url: string) {
  const entries = [entry('11', 'Week 1', { description: `<a href="${url}">x</a>` }), entry('12', 'Week 2')]
  const plan = planImport(cleanCopy(entries), defaultChoices, fromHtml)
  return plan.kind === 'ready' ? plan.links : undefined
}

describe('a link to a module', () => {
  it.each([
    `${origin}/courses/4101/modules#module_12`,
    `${origin}/courses/4101/modules/12`,
    '$CANVAS_COURSE_REFERENCE$/modules#module_12',
    '%24CANVAS_COURSE_REFERENCE%24/modules#module_12',
  ])('%s leads to what the module became', url => {
    expect(judged(url)).toMatchObject([{ verdict: 'moved', newUrl: `${origin}/courses/6303/modules/22` }])
  })

  it('that is gone is said to be missing, whether the copy left a token or not', () => {
    for (const start of [`${origin}/courses/4101`, '$CANVAS_COURSE_REFERENCE$'])
      expect(judged(`${start}/modules#module_99`)).toMatchObject([{ verdict: 'missing' }])
  })

  it('of another number is none: the list of modules is the list of modules', () => {
    expect(judged('$CANVAS_COURSE_REFERENCE$/modules')).toMatchObject([
      { verdict: 'moved', newUrl: `${origin}/courses/6303/modules` },
    ])
  })
})
