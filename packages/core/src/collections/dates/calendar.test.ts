import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findMonth, formatDay, monthName, parseDay, weekdayName } from './calendar.ts'

describe('days on a calendar', () => {
  it.each([
    ['1970-01-01', 0, 'Thu'],
    ['1969-12-31', -1, 'Wed'],
    ['2000-02-29', 11016, 'Tue'],
    ['2026-03-09', 20521, 'Mon'],
    ['2100-03-01', 47541, 'Mon'],
  ])('%s is day %i, a %s', (text, day, weekday) => {
    expect(parseDay(text)).toBe(day)
    expect(formatDay(day)).toBe(text)
    expect(weekdayName(day, 'short')).toBe(weekday)
  })

  it.each(['', 'soon', '2026-02-30', '2025-02-29', '2026-13-01', '2026-00-10', '9 Mar 2026'])('%j is no day', text => {
    expect(parseDay(text)).toBeUndefined()
  })

  it('reads the unpadded form of old pages and the day of an instant', () => {
    expect(parseDay('2022-03-5')).toBe(parseDay('2022-03-05'))
    expect(parseDay('2026-02-23T14:00:00Z')).toBe(parseDay('2026-02-23'))
  })

  it('agrees with the platform’s calendar on every day of 800 years', () => {
    fc.assert(
      fc.property(fc.integer({ min: -146_097, max: 146_097 }), day => {
        const text = new Date(day * 86_400_000).toISOString().slice(0, 10)
        expect(formatDay(day)).toBe(text)
        expect(parseDay(text)).toBe(day)
      }),
    )
  })
})

describe('month names', () => {
  it.each([
    ['Mar', 3],
    ['september', 9],
    ['Sept', 9],
    [' dec ', 12],
    ['Mär', undefined],
    ['', undefined],
    ['ma', undefined],
  ])('%j is %s', (name, month) => {
    expect(findMonth(name)).toBe(month)
  })

  it('are written in the form that was there', () => {
    expect([monthName(3, 'short'), monthName(3, 'long')]).toEqual(['Mar', 'March'])
  })
})
