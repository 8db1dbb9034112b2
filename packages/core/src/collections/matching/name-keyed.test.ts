import { describe, expect, it } from 'vitest'
import { defaultChoices } from '../import/import-choices.ts'
import { facts, module, pageOfHtml, record, source } from '../import/import-facts.fixture.ts'
import type { ImportFacts } from '../import/import-facts.ts'
import { fromHtml } from '../import/parse-html.fixture.ts'
import { planImport } from '../import/plan-import.ts'

/** A page from before August 2022, whose keys are names: 11 "Week 1" and 12 "Week 2" were copied as 21 and 22. */
function plan(names: readonly string[], more: Partial<ImportFacts> = {}) {
  const modules = JSON.stringify(Object.fromEntries(names.map(name => [name, { collection: 'Weeks' }])))
  const json = `{"COLLECTIONS":{"Weeks":{"representation":"GriffithCards"}},"MODULES":${modules}}`
  const made = planImport(
    facts({
      candidates: [pageOfHtml(`<div class="cc_json" style="display:none">${json}</div>`)],
      modules: [module('21', 'Week 1'), module('22', 'Topic 2')],
      sources: [source([module('11', 'Week 1'), module('12', 'Week 2')])],
      records: [record({ modules: { 11: '21', 12: '22' } })],
      ...more,
    }),
    defaultChoices,
    fromHtml,
  )
  if (made.kind !== 'ready') throw new Error(`expected a ready plan, got ${made.kind}`)
  return made
}
const pairs = ({ matched }: ReturnType<typeof plan>) => matched.map(row => [row.key, row.moduleId, row.evidence])
const reasons = ({ importedUnmatched }: ReturnType<typeof plan>) => importedUnmatched.map(row => [row.key, row.why])

describe('a page keyed by names', () => {
  it('is paired by Canvas’s record, which knows the modules that bear the names in the source', () => {
    const made = plan(['Week 1', 'Week 2'])
    expect(pairs(made)).toEqual([
      ['Week 1', '21', 'copied'],
      ['Week 2', '22', 'copied'],
    ])
    expect(made.verdict).toBe('clean')
  })

  it('is so too where the name is written differently there', () => {
    expect(pairs(plan(['Week 1', 'WEEK  2']))).toContainEqual(['WEEK  2', '22', 'copied'])
  })

  it('never takes a name for an id: a module can be called “12”', () => {
    expect(pairs(plan(['Week 1', '12']))).toEqual([['Week 1', '21', 'copied']])
  })

  it('says that a module was deleted here', () => {
    const made = plan(['Week 1', 'Week 2'], { modules: [module('21', 'Week 1')] })
    expect([reasons(made), made.verdict]).toEqual([[['Week 2', 'deleted-here']], 'person'])
  })

  it('says that a module was not copied', () => {
    const made = plan(['Week 1', 'Week 2'], {
      modules: [module('21', 'Week 1')],
      records: [record({ modules: { 11: '21' } })],
    })
    expect([reasons(made), made.verdict]).toEqual([[['Week 2', 'not-copied']], 'person'])
  })

  it('says that a module is gone in the source only if no module there can be it under another name', () => {
    const renamed = plan(['Week 1', 'Week two'])
    expect([reasons(renamed), renamed.verdict]).toEqual([[['Week two', 'unknown']], 'person'])
    const gone = plan(['Week 1', 'Week 2', 'Week 3'])
    expect([reasons(gone), gone.verdict]).toEqual([[['Week 3', 'gone-in-source']], 'clean'])
  })

  it('asks a person where several modules bear the name in the source, or these cannot be read', () => {
    const namesakes = source([module('11', 'Week 1'), module('12', 'Week 2'), module('13', 'Week 2')])
    for (const sources of [[namesakes], [source(null)]]) {
      const made = plan(['Week 1', 'Week 2'], { sources })
      expect([reasons(made), made.verdict]).toEqual([[['Week 2', 'unknown']], 'person'])
    }
  })
})
