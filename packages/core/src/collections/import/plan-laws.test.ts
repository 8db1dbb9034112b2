import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ModuleEntry } from '../configuration/configuration.ts'
import { applyImport } from './apply-import.ts'
import { defaultChoices, type ImportChoices } from './import-choices.ts'
import {
  configuration,
  configurationPage,
  entry,
  facts,
  module,
  pageOfHtml,
  record,
  source,
} from './import-facts.fixture.ts'
import type { ImportFacts } from './import-facts.ts'
import type { ReadyPlan } from './import-plan.ts'
import { reasonCodes } from './import-plan.ts'
import { fromHtml } from './parse-html.fixture.ts'
import { planImport } from './plan-import.ts'
import { settleConfiguration } from './settle-configuration.ts'

const acceptEverything: ImportChoices = { ...defaultChoices, accepted: reasonCodes }

const name = fc.oneof(
  fc.constantFrom(
    'Week 1',
    'week 1',
    'Week 2',
    'Revision',
    'Soil & Water',
    "it's $'",
    '<b>',
    'שלום',
    '😀',
    '__proto__',
    ' Week 1',
  ),
  fc.string({ maxLength: 255 }),
)
const id = fc.integer({ min: 1, max: 40 }).map(String)

/** Entries, modules and records that overlap in every way, equal old and new ids included. */
const anyFacts: fc.Arbitrary<ImportFacts> = fc
  .record({
    entries: fc.uniqueArray(fc.tuple(id, name, fc.boolean()), { selector: ([key]) => key, maxLength: 10 }),
    modules: fc.uniqueArray(fc.tuple(id, name), { selector: ([key]) => key, maxLength: 10 }),
    inSource: fc.option(fc.uniqueArray(id, { maxLength: 12 }), { nil: null }),
    copied: fc.option(fc.dictionary(id, id), { nil: null }),
  })
  .map(({ entries, modules, inSource, copied }) =>
    facts({
      candidates: [configurationPage(configuration({ modules: entries.map(toEntry) }))],
      modules: modules.map(([key, text], place) => module(key, text, { position: place + 1 })),
      sources: [source(inSource?.map(key => module(key, `Module ${key}`)) ?? null)],
      records: copied === null ? [] : [record({ modules: copied })],
    }),
  )

function toEntry([key, text, isTold]: readonly [string, string, boolean]): ModuleEntry {
  return entry(key, text, { description: isTold ? `<p>About ${key}</p>` : '' })
}

function readyPlan(given: ImportFacts, choices = acceptEverything): ReadyPlan | undefined {
  const plan = planImport(given, choices, fromHtml)
  return plan.kind === 'ready' ? plan : undefined
}

function written(plan: ReadyPlan): string {
  const applied = applyImport(plan, { at: plan.readAt, copiedFiles: {} }, fromHtml)
  return applied.ok ? applied.html : ''
}

function importedEntries(given: ImportFacts): readonly ModuleEntry[] {
  const reading = given.candidates[0]?.reading
  return reading?.ok === true ? reading.page.configuration.modules : []
}

describe('for all copies', () => {
  it('every old entry is in the new configuration or kept for later, with all it says', () => {
    fc.assert(
      fc.property(anyFacts, given => {
        const plan = readyPlan(given)
        if (plan === undefined) return
        const placed = new Map(plan.matched.map(row => [row.key, row.moduleId]))
        for (const old of importedEntries(given)) {
          const target = placed.get(old.key)
          const now =
            plan.after.modules.find(one => one.key === target) ??
            plan.after.parked.find(one => one.entry.key === old.key)?.entry
          expect(now?.description).toBe(old.description)
        }
      }),
    )
  })

  it('every module of the course has exactly one entry, with its name and a place of its own', () => {
    fc.assert(
      fc.property(anyFacts, given => {
        const plan = readyPlan(given)
        if (plan === undefined) return
        expect(plan.after.modules.map(one => [one.key, one.name]).toSorted()).toEqual(
          given.modules.map(one => [one.id, one.name]).toSorted(),
        )
        expect(new Set(plan.after.modules.map(one => one.moduleOrder)).size).toBe(given.modules.length)
      }),
    )
  })

  it('what was written leaves nothing to import, and writing it again changes nothing', () => {
    fc.assert(
      fc.property(anyFacts, given => {
        const plan = readyPlan(given)
        if (plan === undefined || given.modules.length === 0) return
        const page = pageOfHtml(written(plan))
        const again = planImport({ ...given, candidates: [page] }, acceptEverything, fromHtml)
        expect(again.kind).toBe('nothing')
        expect(settleConfiguration(plan.after, given.modules, acceptEverything)).toEqual(plan.after)
      }),
    )
  })

  it('a plan holds nothing back exactly when all it keeps for later is gone in the source', () => {
    fc.assert(
      fc.property(anyFacts, given => {
        const plan = readyPlan(given, defaultChoices)
        if (plan === undefined) return
        const keepsOnlyGone = plan.after.parked.every(one => one.why === 'gone-in-source')
        expect(plan.verdict !== 'person').toBe(keepsOnlyGone)
        if (plan.verdict === 'clean') expect(keepsOnlyGone).toBe(true)
      }),
    )
  })

  it('equal facts and choices give equal plans', () => {
    fc.assert(
      fc.property(anyFacts, given => {
        expect(planImport(given, defaultChoices, fromHtml)).toEqual(planImport(given, defaultChoices, fromHtml))
      }),
    )
  })
})
