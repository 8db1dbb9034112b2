import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyParams, nestParams } from '../http/params.ts'
import { type DateShift, readDateShift, shiftInstant } from './shift-dates.ts'

function shift(fields: Record<string, string>): DateShift {
  const read = readDateShift(nestParams(Object.entries({ shift_dates: '1', ...fields })))
  if (!read) throw new Error('nothing to shift')
  return read
}

const TERM = {
  old_start_date: '2026-02-02',
  old_end_date: '2026-05-29',
  new_start_date: '2026-08-03',
  new_end_date: '2026-11-27',
}

describe('shifting dates', () => {
  it.each([
    ['2026-02-02T00:00:00Z', '2026-08-03T00:00:00Z'],
    ['2026-03-06T23:59:59Z', '2026-09-04T23:59:59Z'],
    ['2026-05-29T10:00:00Z', '2026-11-27T10:00:00Z'],
    ['2026-01-26T10:00:00Z', '2026-07-27T10:00:00Z'],
    [null, null],
  ])('26 weeks on, %s becomes %s: the same weekday and time of day', (before, after) => {
    expect(shiftInstant(before, shift(TERM))).toBe(after)
  })

  it('moves a weekday onto its substitute: the one before, if that is not before the start', () => {
    const swapped = shift({ ...TERM, 'day_substitutions[1]': '3' })
    expect(shiftInstant('2026-02-09T09:30:00Z', swapped)).toBe('2026-08-05T09:30:00Z')
    expect(shiftInstant('2026-02-02T09:30:00Z', swapped)).toBe('2026-08-05T09:30:00Z')
  })

  it('removes dates where that was asked for, and leaves them where too little was said', () => {
    const removal = readDateShift(nestParams([['remove_dates', '1']]))
    expect(removal && shiftInstant('2026-02-09T09:30:00Z', removal)).toBeNull()
    expect(shiftInstant('2026-02-09T09:30:00Z', shift({ new_start_date: '2026-08-03' }))).toBe('2026-02-09T09:30:00Z')
    expect(readDateShift(emptyParams())).toBeNull()
  })

  it('drops an end before its start', () => {
    expect(shift({ ...TERM, new_end_date: '2026-01-01' }).newEnd).toBeNull()
  })

  it('by a whole number of weeks moves every instant of the term by just that', () => {
    const day = fc.integer({ min: 0, max: 116 })
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 86_399 }),
        fc.integer({ min: 1, max: 60 }),
        (offset, second, weeks) => {
          const at = (days: number, seconds = 0) => new Date(Date.UTC(2026, 1, 2 + days, 0, 0, seconds)).toISOString()
          const [start, end] = [at(weeks * 7).slice(0, 10), at(116 + weeks * 7).slice(0, 10)]
          const moved = shiftInstant(at(offset, second), shift({ ...TERM, new_start_date: start, new_end_date: end }))
          expect(moved && Date.parse(moved)).toBe(Date.parse(at(offset + weeks * 7, second)))
        },
      ),
    )
  })
})
