import { expect, test } from 'vitest'
import { groupByDay } from './group-by-day.ts'

const at = (...parts: readonly [number, number, number, number]) => ({ at: new Date(...parts).toISOString() })

test('nothing is in no day', () => {
  expect(groupByDay([])).toEqual([])
})

test('entries of one day stand together, in their order, by the clock of whoever reads', () => {
  const entries = [at(2026, 0, 2, 0), at(2026, 0, 1, 23), at(2026, 0, 1, 0)]
  expect(groupByDay(entries)).toEqual([
    { day: '2026-01-02', entries: entries.slice(0, 1) },
    { day: '2026-01-01', entries: entries.slice(1) },
  ])
})

test('a thousand entries of one day are one group', () => {
  const entries = Array.from({ length: 1000 }, () => at(2026, 5, 5, 12))
  expect(groupByDay(entries)).toEqual([{ day: '2026-06-05', entries }])
})
