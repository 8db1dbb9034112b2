import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ModuleId, toModuleId } from '../../ids.ts'
import { blankEntry } from '../configuration/blank-entry.ts'
import type { ModuleEntry } from '../configuration/configuration.ts'
import type { CourseModule } from '../import/import-facts.ts'
import { matchModules } from './match-modules.ts'
import type { MatchQuestion } from './match-question.ts'

const entry = (key: string, name: string, more: Partial<ModuleEntry> = {}): ModuleEntry => ({
  ...blankEntry(key, name),
  ...more,
})
const module = (id: string, name: string, position: number): CourseModule => ({
  id: toModuleId(id),
  name,
  position,
  published: true,
  unlockAt: null,
  items: [],
})
const modules = (...named: readonly [id: string, name: string][]) =>
  named.map(([id, name], place) => module(id, name, place + 1))
const ids = (pairs: Readonly<Record<string, string>>): ReadonlyMap<string, ModuleId> =>
  new Map(Object.entries(pairs).map(([key, id]) => [key, toModuleId(id)]))
const question = (more: Partial<MatchQuestion>): MatchQuestion => ({
  entries: [],
  modules: [],
  chosen: new Map(),
  copied: new Map(),
  carried: new Map(),
  ownPage: false,
  acceptSimilar: false,
  ...more,
})
const pairsOf = (more: Partial<MatchQuestion>) =>
  matchModules(question(more)).matched.map(row => [row.key, row.moduleId, row.evidence])

describe('the best evidence wins', () => {
  it('takes Canvas’s record before a namesake, and says that the name points elsewhere', () => {
    const [row] = matchModules(
      question({
        entries: [entry('11', 'Week 1')],
        modules: modules(['21', 'Week 1'], ['22', 'Other']),
        copied: ids({ 11: '22' }),
      }),
    ).matched
    expect(row).toMatchObject({
      moduleId: '22',
      evidence: 'copied',
      disagrees: { evidence: 'same-name', moduleId: '21' },
    })
  })

  it('takes a person’s word before everything', () => {
    const found = pairsOf({
      entries: [entry('11', 'Week 1')],
      modules: modules(['21', 'Week 1'], ['22', 'Other'], ['23', 'Third']),
      copied: ids({ 11: '22' }),
      chosen: ids({ 11: '23' }),
    })
    expect(found).toEqual([['11', '23', 'chosen']])
  })

  it('leaves an entry alone that a person took from its module', () => {
    const chosen = new Map([['11', null]])
    expect(pairsOf({ entries: [entry('11', 'Week 1')], modules: modules(['21', 'Week 1']), chosen })).toEqual([])
  })

  it.each([
    ['a carried link', { carried: ids({ 11: '21' }) }, 'carried'],
    ['an equal id in this course’s own page', { ownPage: true, entries: [entry('21', 'Renamed since')] }, 'same-id'],
    ['an equal id and an equal name', { entries: [entry('21', 'Week 1')] }, 'same-id'],
    ['an equal name', { entries: [entry('11', 'Week 1')] }, 'same-name'],
    ['a name with other spaces', { entries: [entry('11', ' WEEK 1')] }, 'same-name-rewritten'],
    [
      'a name whose label was added',
      { entries: [entry('11', 'Soils', { label: 'Unit' })], modules: modules(['21', 'Unit 3: Soils']) },
      'same-name-rewritten',
    ],
  ])('knows a module by %s', (_, more, evidence) => {
    const found = pairsOf({ entries: [entry('11', 'x')], modules: modules(['21', 'Week 1']), ...more })
    expect(found.map(([, id, how]) => [id, how])).toEqual([['21', evidence]])
  })

  it('does not take an equal id for the same module when neither page nor name say so', () => {
    expect(pairsOf({ entries: [entry('21', 'Chemistry')], modules: modules(['21', 'History']) })).toEqual([])
  })

  it('ignores a record of a module that is gone', () => {
    expect(pairsOf({ entries: [entry('11', 'Week 1')], copied: ids({ 11: '99' }) })).toEqual([])
  })
})

describe('namesakes', () => {
  const revision = [entry('13', 'Revision', { moduleOrder: 4 }), entry('14', 'Revision', { moduleOrder: 3 })]

  it('are paired in the order they were shown in when there are as many here', () => {
    const found = pairsOf({ entries: revision, modules: modules(['23', 'Revision'], ['24', 'Revision']) })
    expect(found).toEqual([
      ['13', '24', 'same-name-in-order'],
      ['14', '23', 'same-name-in-order'],
    ])
  })

  it('are left to a person when their number differs', () => {
    const { matched, ambiguous } = matchModules(question({ entries: revision, modules: modules(['23', 'Revision']) }))
    expect(matched).toEqual([])
    expect([...ambiguous]).toEqual(['13', '14'])
  })

  it('are told apart by Canvas’s record, which leaves the last one alone', () => {
    const found = pairsOf({
      entries: revision,
      modules: modules(['23', 'Revision'], ['24', 'Revision']),
      copied: ids({ 13: '23' }),
    })
    expect(found).toEqual([
      ['13', '23', 'copied'],
      ['14', '24', 'same-name'],
    ])
  })
})

describe('suggestions', () => {
  const renamed = { entries: [entry('12', 'Week 2: Soil (old)')], modules: modules(['22', 'Week 2: Soil (new)']) }

  it('wait for a yes', () => {
    const { matched, suggestions } = matchModules(question(renamed))
    expect(matched).toEqual([])
    expect(suggestions.get('12')).toMatchObject({ moduleId: '22' })
  })

  it.each([true, ['12']])('become pairs with it (%j)', acceptSimilar => {
    expect(pairsOf({ ...renamed, acceptSimilar })).toEqual([['12', '22', 'similar']])
  })
})

describe('laws', () => {
  const name = fc.constantFrom(
    'Week 1',
    'week 1',
    'Week&nbsp;1',
    'Revision',
    'Soil & Water',
    'Soil &amp; Water',
    '',
    "$'",
    '__proto__',
  )
  const anyQuestion = fc
    .record({
      entries: fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 30 }), name), {
        selector: ([id]) => id,
        maxLength: 12,
      }),
      modules: fc.uniqueArray(fc.tuple(fc.integer({ min: 20, max: 50 }), name), {
        selector: ([id]) => id,
        maxLength: 12,
      }),
      copied: fc.dictionary(fc.integer({ min: 1, max: 30 }).map(String), fc.integer({ min: 20, max: 50 }).map(String)),
      acceptSimilar: fc.boolean(),
      ownPage: fc.boolean(),
    })
    .map(({ entries, modules: current, copied, ...rest }) =>
      question({
        entries: entries.map(([id, text], order) => entry(String(id), text, { moduleOrder: order })),
        modules: modules(...current.map(([id, text]): [string, string] => [String(id), text])),
        copied: ids(copied),
        ...rest,
      }),
    )

  it('is one-to-one', () => {
    fc.assert(
      fc.property(anyQuestion, asked => {
        const { matched } = matchModules(asked)
        expect(new Set(matched.map(row => row.key)).size).toBe(matched.length)
        expect(new Set(matched.map(row => row.moduleId)).size).toBe(matched.length)
      }),
    )
  })

  it('does not depend on the order in which entries are asked about, where ids or single names decide', () => {
    fc.assert(
      fc.property(anyQuestion, asked => {
        const pairs = (q: MatchQuestion) => new Map(matchModules(q).matched.map(row => [row.key, row.moduleId]))
        const keyOf = new Map([...asked.copied].map(([key, id]) => [id, key]))
        const oneToOne = new Map([...keyOf].map(([id, key]) => [key, id]))
        const fair = { ...asked, copied: oneToOne }
        expect(pairs({ ...fair, entries: fair.entries.toReversed() })).toEqual(pairs(fair))
      }),
    )
  })

  it('leaves nothing unmatched that Canvas’s record names', () => {
    fc.assert(
      fc.property(anyQuestion, asked => {
        const here = new Set<string>(asked.modules.map(({ id }) => id))
        const matched = new Set(matchModules(asked).matched.map(row => row.moduleId))
        for (const { key } of asked.entries) {
          const target = asked.copied.get(key)
          if (target !== undefined && here.has(target)) expect(matched).toContain(target)
        }
      }),
    )
  })
})
