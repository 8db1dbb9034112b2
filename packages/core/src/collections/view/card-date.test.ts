import { describe, expect, it } from 'vitest'
import { blankDate, blankEntry, showAllDates } from '../configuration/blank-entry.ts'
import type { CardDate, DateParts, DateShow } from '../configuration/configuration.ts'
import { toCardDate } from './card-date.ts'

interface GivenDate extends Partial<Omit<CardDate, 'to'>> {
  readonly to?: Partial<DateParts>
}

const dateOf = ({ to, ...from }: GivenDate, show: Partial<DateShow> = {}) =>
  toCardDate({
    ...blankEntry('1', 'Week 1'),
    date: { ...blankDate, ...from, to: { ...blankDate.to, ...to } },
    dateShow: { ...showAllDates, ...show },
  })

const full = { label: 'During', day: 'Mon', time: '09:00', date: '9', month: 'Mar', calendarDate: '2026-03-09' }
const fullFrom = { time: '09:00', day: 'Mon', date: '9', month: 'Mar' }
const nothing = { time: '', day: '', date: '', month: '' }

describe('a date on a card', () => {
  it('is none where nothing is said', () => {
    expect(dateOf({})).toBeNull()
  })

  it('has what was saved', () => {
    expect(dateOf(full)).toEqual({ label: 'During', on: '2026-03-09', from: fullFrom, to: null })
  })

  it('shows what is to be shown, part by part', () => {
    expect(dateOf(full, { label: false, time: false, month: false })).toEqual({
      label: '',
      on: '2026-03-09',
      from: { ...nothing, day: 'Mon', date: '9' },
      to: null,
    })
  })

  it('is none where every part is hidden', () => {
    expect(dateOf(full, { label: false, time: false, day: false, month: false, date: false })).toBeNull()
  })

  it('shows parts without a picked day, but no label to go with them', () => {
    expect(dateOf({ label: 'Before', day: 'Monday', date: '5', month: 'Mar' })).toEqual({
      label: '',
      on: '',
      from: { ...nothing, day: 'Monday', date: '5', month: 'Mar' },
      to: null,
    })
    expect(dateOf({ label: 'Before' })).toBeNull()
  })

  it('derives what is missing from the picked day', () => {
    expect(dateOf({ calendarDate: '2026-03-09' })?.from).toEqual({ time: '', day: 'Mon', date: '9', month: 'Mar' })
  })

  it('keeps the words of another language', () => {
    const saved = { day: 'Mo', date: '9', month: 'März' }
    expect(dateOf({ ...saved, calendarDate: '2026-03-09' })?.from).toEqual({ time: '', ...saved })
  })

  it('shows the day that was picked where another was saved', () => {
    expect(dateOf({ day: 'Sun', date: '8', month: 'Mar', calendarDate: '2026-03-09' })?.from).toMatchObject({
      day: 'Mon',
      date: '9',
    })
    expect(dateOf({ day: 'Sat', date: '28', month: 'Feb', calendarDate: '2026-03-01' })?.from).toMatchObject({
      day: 'Sun',
      date: '1',
      month: 'Mar',
    })
  })

  it('leaves what is no day as it stands', () => {
    const saved = { day: 'Mon', date: '<b>', month: '$&' }
    expect(dateOf({ ...saved, calendarDate: '2026-02-31' })?.from).toEqual({ time: '', ...saved })
  })

  it('is a range where a second day was picked', () => {
    const to = { time: '17:00', calendarDate: '2026-03-13' }
    expect(dateOf({ ...full, to })?.to).toEqual({ time: '17:00', day: 'Fri', date: '13', month: 'Mar' })
    expect(dateOf({ ...full, to }, { toTime: false, toDay: false })?.to).toEqual({
      ...nothing,
      date: '13',
      month: 'Mar',
    })
    expect(dateOf({ ...full, to }, { toTime: false, toDay: false, toDate: false, toMonth: false })?.to).toBeNull()
  })

  it('is no range without one', () => {
    expect(dateOf({ ...full, to: { day: 'Fri', date: '13', month: 'Mar' } })?.to).toBeNull()
  })
})
