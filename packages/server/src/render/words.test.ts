import { describe, expect, it } from 'vitest'
import { count, courseTitle, dayWords, instantWords, list, shiftWords } from './words.ts'

describe('words', () => {
  it('count', () => {
    expect([count(0, 'module'), count(1, 'module'), count(1000, 'module')]).toEqual([
      '0 modules',
      '1 module',
      '1000 modules',
    ])
  })

  it('list', () => {
    expect([list([]), list(['a']), list(['a', 'b']), list(['a', 'b', 'c'])]).toEqual(['', 'a', 'a and b', 'a, b and c'])
  })

  it('say a day with its weekday, and leave alone what is none', () => {
    expect(dayWords('2026-03-09')).toBe('Mon 9 Mar 2026')
    expect(dayWords('2024-02-29')).toBe('Thu 29 Feb 2024')
    expect(dayWords('soon')).toBe('soon')
  })

  it('say an instant in UTC', () => {
    expect(instantWords('2026-06-30T22:10:00Z')).toBe('30 Jun 2026, 22:10 UTC')
    expect(instantWords('2026-06-30T22:10:00+10:00')).toBe('30 Jun 2026, 12:10 UTC')
  })

  it('say a shift in weeks where it is whole weeks', () => {
    expect([182, 7, -14, 3].map(shiftWords)).toEqual(['26 weeks', '1 week', '2 weeks back', '3 days'])
  })

  it('do not repeat a code that the name begins with', () => {
    expect(courseTitle('MATH101 Calculus', 'MATH101')).toBe('MATH101 Calculus')
    expect(courseTitle('Calculus', 'MATH101')).toBe('MATH101 Calculus')
  })
})
