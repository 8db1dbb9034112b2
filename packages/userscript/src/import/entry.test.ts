import { blankConfiguration, type ImportFacts, planImport, toCourseId, toMigrationId } from '@recourse/core'
import { describe, expect, it } from 'vitest'
import { chooseEntry, isAnotherCopy, visitKey } from './entry.ts'
import { firstChoices } from './first-choices.ts'
import { parseNothing, sampleEntry, sampleFacts, samplePlan } from './sample-plan.fixture.ts'

const facts = sampleFacts([sampleEntry('11', 'Week 1')], ['Week 1'])
const ready = { kind: 'ready', plan: samplePlan(facts) } as const
const never = () => false
const always = () => true

describe('how an import shows itself', () => {
  it('opens by itself the first time, and is a slim bar from then on', () => {
    expect(chooseEntry(ready, facts, never)).toBe('dialog')
    expect(chooseEntry(ready, facts, always)).toBe('bar')
  })

  it('is a slim bar for people who may not edit pages', () => {
    const rights = { ...facts.rights, editPages: false }
    expect(chooseEntry(ready, { ...facts, rights }, never)).toBe('bar')
  })

  it('is nothing before anything is read, and when nothing is there', () => {
    expect(chooseEntry({ kind: 'reading' }, null, never)).toBe('none')
    const empty = { ...facts, candidates: [] }
    const plan = planImport(empty, firstChoices(empty, parseNothing), parseNothing)
    if (plan.kind !== 'nothing') throw new Error(plan.kind)
    expect(chooseEntry({ kind: 'nothing', plan }, empty, never)).toBe('none')
  })

  it('is a slim bar where Recourse emptied this very course, not where such a page was copied to', () => {
    const emptied = (courseId: string) => {
      const [candidate] = facts.candidates
      if (candidate?.reading.ok !== true) throw new Error('no page')
      const imported = { fromCourseId: toCourseId('1'), at: facts.readAt }
      const configuration = { ...blankConfiguration(), imported }
      const page = { ...candidate.reading.page, courseId: toCourseId(courseId), configuration }
      return { ...facts, candidates: [{ ...candidate, reading: { ...candidate.reading, page } }] }
    }
    const entryOf = (given: ImportFacts) => {
      const plan = planImport(given, firstChoices(given, parseNothing), parseNothing)
      if (plan.kind !== 'nothing') throw new Error(plan.kind)
      return chooseEntry({ kind: 'nothing', plan }, given, never)
    }
    expect(entryOf(emptied(facts.course.id))).toBe('bar')
    expect(entryOf(emptied('77'))).toBe('none')
  })

  it('says that Canvas is copying only where Collections have come', () => {
    const copying = {
      migrationId: toMigrationId('1'),
      state: 'running',
      percent: 3,
      from: { courseId: null, name: null },
    }
    const destination = { courseId: toCourseId('2'), name: '', code: '' }
    const phase = { kind: 'copying', copying, destination } as const
    expect(chooseEntry(phase, facts, never)).toBe('dialog')
    expect(chooseEntry(phase, { ...facts, candidates: [] }, never)).toBe('none')
  })
})

it('another copy is another visit, a word changed on the page is not', () => {
  const record = {
    fromCourseId: toCourseId('1'),
    toCourseId: facts.course.id,
    kind: 'course-copy',
    startedAt: null,
    assets: null,
  } as const
  const first = { ...facts, records: [{ ...record, finishedAt: '2026-06-01T00:00:00Z' }] }
  const second = { ...first, records: [...first.records, { ...record, finishedAt: '2026-06-02T00:00:00Z' }] }
  const edited = sampleFacts([sampleEntry('11', 'Week one')], ['Week 1'])
  expect(visitKey(second)).not.toBe(visitKey(first))
  const inOneSecond = { ...first, records: [...first.records, ...first.records] }
  expect(visitKey(inOneSecond)).not.toBe(visitKey(first))
  expect(visitKey(edited)).toBe(visitKey(facts))
  expect(isAnotherCopy(null, first)).toBe(true)
  expect(isAnotherCopy(facts, first)).toBe(true)
  expect(isAnotherCopy(first, second)).toBe(true)
  expect(isAnotherCopy(facts, edited)).toBe(false)
})
