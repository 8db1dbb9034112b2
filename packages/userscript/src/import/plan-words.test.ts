import { toPageId, toUserId } from '@recourse/core'
import { describe, expect, it } from 'vitest'
import { pickTexts } from '../texts/pick-texts.ts'
import { firstClaytons } from './claytons-state.ts'
import { firstChoices } from './first-choices.ts'
import { blockers, courseTitle, reasonWords, sourceShort, sourceTitle, verdictWords } from './plan-words.ts'
import { mailAddress, reportText, writeReport } from './report.ts'
import { datedOn, parseNothing, sampleEntry, sampleFacts, samplePlan } from './sample-plan.fixture.ts'
import { willDo } from './will-do.ts'

const { texts, format } = pickTexts('en')
const clean = sampleFacts([sampleEntry('11', 'Week 1'), sampleEntry('12', 'Week 2')], ['Week 1', 'Week 2'])
const messy = sampleFacts(
  [sampleEntry('11', 'Week 1', { date: datedOn('2026-03-09') }), sampleEntry('12', 'Gone')],
  ['Week 1', 'New'],
)
const lock = {
  pageId: toPageId('9'),
  userId: toUserId('5'),
  userName: 'Ada',
  updatedAt: '2026-07-01T09:59:00Z',
  mine: false,
}

describe('the first choices', () => {
  it('move dates as the terms say', () => {
    expect(firstChoices(messy, parseNothing).dates).toEqual({ kind: 'shift', days: null })
    expect(samplePlan(messy).dates.days).toBe(147)
  })

  it('keep dates where there are none, and where nothing says by how much', () => {
    expect(firstChoices(clean, parseNothing).dates).toEqual({ kind: 'keep' })
    expect(firstChoices({ ...messy, sources: [] }, parseNothing).dates).toEqual({ kind: 'keep' })
  })

  it('copy images only where files may be added', () => {
    expect(firstChoices(clean, parseNothing).images).toBe('copy')
    const rights = { ...clean.rights, addFiles: false }
    expect(firstChoices({ ...clean, rights }, parseNothing).images).toBe('keep')
  })
})

describe('the verdict', () => {
  it('of a plan without a doubt is good', () => {
    expect(verdictWords(samplePlan(clean), texts)).toMatchObject({ tone: 'good' })
  })

  it('counts what is to be looked at, and lets Proceed through', () => {
    const plan = samplePlan(messy)
    expect(verdictWords(plan, texts)).toEqual({
      tone: 'caution',
      text: '1 thing to look at. 1 of 2 modules found; nothing is lost either way.',
    })
    expect([blockers(plan), plan.mayProceed]).toEqual([[], true])
  })

  it('of what nobody can wave through is bad', () => {
    const plan = samplePlan({ ...clean, lock })
    expect(verdictWords(plan, texts).tone).toBe('bad')
    expect(blockers(plan).map(({ code }) => code)).toEqual(['locked'])
    expect(plan.mayProceed).toBe(false)
  })
})

it('every reason is said in a sentence of the catalogue', () => {
  const plan = samplePlan({ ...messy, lock })
  const sentences = plan.reasons.map(reason => reasonWords(reason, plan, texts, format))
  expect(sentences[0]).toBe(
    "1 module of last term's Collections has no match here: pair by hand, or Proceed keeps it for later.",
  )
  expect(sentences[1]).toContain('Ada is editing the Collections of this course')
})

it('courses are named by what is confirmed, and their code once', () => {
  expect(courseTitle({ name: 'SOIL 101', code: 'SOIL' })).toBe('SOIL 101')
  const { source } = samplePlan(clean)
  expect([sourceTitle(source, texts), sourceShort(source, texts)]).toEqual(['SOIL-S1 Soil Science', 'SOIL-S1'])
  const unsure = { ...source, name: null, code: null, confirmed: false }
  expect(sourceShort(unsure, texts)).toBe('course 1 (not confirmed)')
})

describe('what Proceed will do', () => {
  it('is a line for each thing that happens, and none for what does not', () => {
    expect(willDo(samplePlan(messy), texts)).toEqual([
      "1 module with last term's settings",
      '1 entry kept for later: nothing is lost',
      '1 new module with an empty entry',
      '1 date moved by 21 weeks',
    ])
  })

  it('names remedies that were chosen', () => {
    const plan = samplePlan(messy, { collections: { 202: 'Weeks' }, showToStudents: true })
    expect(willDo(plan, texts)).toContain('1 module put into a collection')
  })
})

describe('the report', () => {
  const outcome = { ok: true, revisionId: 2, previousRevisionId: 1, lengthCharacters: 9, copiedFiles: {} } as const

  it('says what was done, what is left, and every pair', () => {
    const report = writeReport({ plan: samplePlan(messy), outcome, claytons: firstClaytons }, texts, format)
    expect(report.sections.map(({ title }) => title)).toEqual([
      'What was done',
      'Left to do',
      'Kept for later',
      'Modules brought over',
    ])
    const text = reportText(report)
    expect(text).toContain('Canvas Collections imported into SOIL-S2 Soil Science')
    expect(text).toContain('- Gone (reason not known)')
    expect(text).toContain('Version before the import: 1')
  })

  it('says what became of each static page, and leaves to do what was not written', () => {
    const undo = null
    const claytons = {
      ...firstClaytons,
      written: [
        { title: 'Topics', pageId: null, result: 'written', text: '', undo, planned: undefined },
        { title: 'Mine', pageId: null, result: 'edited', text: '', undo, planned: undefined },
      ],
    } as const
    const text = reportText(writeReport({ plan: samplePlan(messy), outcome, claytons }, texts, format))
    expect(text).toContain('Static pages (Claytons)\n- Topics: written\n- Mine: changed by hand: kept\n')
    expect(text).toContain('- Static pages (Claytons): Mine\n')
    expect(text).not.toContain('- Static pages (Claytons): Topics')
  })

  it('makes an address that mail programs take, whatever the names are', () => {
    const names = Array.from({ length: 300 }, (_, at) => `Modul ${at} 👩‍👩‍👧 & \ud800 <x>`)
    const facts = sampleFacts(
      names.map((name, at) => sampleEntry(String(1000 + at), name)),
      names,
    )
    const address = mailAddress(
      writeReport({ plan: samplePlan(facts), outcome, claytons: firstClaytons }, texts, format),
    )
    expect(address.length).toBeLessThan(2500)
    expect(address).toMatch(/^mailto:\?subject=[^ ]+&body=[^ ]+$/)
  })
})
