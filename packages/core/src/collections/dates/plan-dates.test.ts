import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toCourseId, toModuleId, toModuleItemId } from '../../ids.ts'
import { blankDate, blankEntry } from '../configuration/blank-entry.ts'
import type { CardDate, DateParts, ModuleEntry } from '../configuration/configuration.ts'
import type { CourseFacts, CourseModule, SourceCourse } from '../import/import-facts.ts'
import { parseDay, weekdayName } from './calendar.ts'
import { type DateQuestion, dayOf, planDates } from './plan-dates.ts'
import { shiftDate } from './shift-date.ts'

const on = (parts: Partial<DateParts>, to: Partial<DateParts> = {}): CardDate => ({
  ...blankDate,
  ...parts,
  to: { ...blankDate.to, ...to },
})
const march9 = { day: 'Mon', date: '9', month: 'Mar', year: '2026', calendarDate: '2026-03-09' }
const dated = (key: string, date: CardDate): ModuleEntry => ({ ...blankEntry(key, `Module ${key}`), date })
const course: CourseFacts = { id: toCourseId('2'), name: 'C', code: 'C', published: true, startAt: null, term: null }
const source: SourceCourse = {
  courseId: toCourseId('1'),
  name: null,
  code: null,
  startAt: null,
  term: null,
  modules: null,
}
const question = (more: Partial<DateQuestion>): DateQuestion => ({
  entries: [dated('11', on(march9))],
  course,
  modules: [],
  source,
  matched: [],
  choice: { kind: 'shift', days: null },
  ...more,
})
const term = (startAt: string) => ({ name: 'T', startAt, endAt: null })

describe('how far dates should move', () => {
  it('is the distance of the courses’ starts, in whole weeks', () => {
    const plan = planDates(
      question({
        course: { ...course, startAt: '2026-08-25T00:00:00Z' },
        source: { ...source, startAt: '2026-02-23T14:00:00Z' },
      }),
    )
    expect(plan).toMatchObject({ proposedDays: 182, basis: 'course-start' })
    expect(plan.rows).toMatchObject([{ oldOn: '2026-03-09', newOn: '2026-09-07' }])
  })

  it('else that of the terms', () => {
    const plan = planDates(
      question({ course: { ...course, term: term('2026-08-31') }, source: { ...source, term: term('2026-03-02') } }),
    )
    expect(plan).toMatchObject({ proposedDays: 182, basis: 'term-start' })
  })

  it('else the median of what Canvas moved', () => {
    const module = (id: string, unlockAt: string | null, dueAt: string | null): CourseModule => ({
      id: toModuleId(id),
      name: id,
      position: 1,
      published: true,
      unlockAt,
      items: [{ id: toModuleItemId('1'), title: 'Essay', dueAt }],
    })
    const plan = planDates(
      question({
        source: { ...source, modules: [module('11', '2026-03-02T00:00:00Z', '2026-03-09T00:00:00Z')] },
        modules: [module('21', '2026-08-31T00:00:00Z', '2026-09-08T00:00:00Z')],
        matched: [
          { key: '11', oldName: '', moduleId: toModuleId('21'), name: '', evidence: 'copied', disagrees: null },
        ],
      }),
    )
    expect(plan).toMatchObject({ proposedDays: 182, basis: 'matched-dates' })
  })

  it('is not known when nothing says it, and then nothing moves', () => {
    expect(planDates(question({}))).toMatchObject({ proposedDays: null, basis: null, days: 0 })
  })
})

describe('dates on cards', () => {
  it('are listed with both ends, also those that name no day', () => {
    const { rows } = planDates(question({ entries: [dated('11', on({ date: '5', month: 'Mar' }, march9))] }))
    expect(rows.map(row => [row.which, row.oldOn, row.oldText])).toEqual([
      ['from', null, '5 Mar'],
      ['to', '2026-03-09', 'Mon 9 Mar 2026'],
    ])
  })

  it('move weekday for weekday, each part in its form', () => {
    const legacy = { ...march9, day: 'Monday', month: 'March', calendarDate: '' }
    expect(shiftDate(on(march9, legacy), { act: 'shift', days: 182 })).toMatchObject({
      day: 'Mon',
      date: '7',
      month: 'Sep',
      year: '2026',
      calendarDate: '2026-09-07',
      to: { day: 'Monday', date: '7', month: 'September', year: '2026', calendarDate: '' },
    })
  })

  it('stay when they cannot be read', () => {
    const odd = on({ date: '5', month: 'Mär', year: '2022', rest: { own: 1 } })
    expect(shiftDate(odd, { act: 'shift', days: 7 })).toEqual(odd)
  })

  it('are cleared with their label, keeping what is not ours', () => {
    const cleared = shiftDate({ ...on(march9), label: 'Due', rest: { own: 1 } }, { act: 'clear', days: 0 })
    expect(cleared).toEqual({ ...blankDate, rest: { own: 1 } })
  })

  it('keep their weekday whatever the weeks', () => {
    fc.assert(
      fc.property(fc.integer({ min: -520, max: 520 }), weeks => {
        const moved = dayOf(shiftDate(on(march9), { act: 'shift', days: weeks * 7 }))
        expect(moved === undefined ? '' : weekdayName(moved, 'short')).toBe('Mon')
        expect(moved).toBe((parseDay('2026-03-09') ?? 0) + weeks * 7)
      }),
    )
  })

  it('typed into texts are pointed out', () => {
    const entry = {
      ...blankEntry('11', 'M'),
      description: '<p>Due 12 March 2026, or 2026-04-01.</p>',
      fyiText: 'opens May 3rd',
    }
    expect(planDates(question({ entries: [entry] })).inTexts.map(one => [one.field, one.found])).toEqual([
      ['description', '12 March 2026'],
      ['description', '2026-04-01'],
      ['fyiText', 'May 3rd'],
    ])
  })
})
