import { expect, it } from 'vitest'
import { blankDate } from '../configuration/blank-entry.ts'
import { countLoss } from './count-loss.ts'
import { configuration, entry } from './import-facts.fixture.ts'

it('counts dates as the plan lists them: a first and a last day are two', () => {
  const day = { ...blankDate.to, date: '9', month: 'Mar' }
  const from = entry('11', 'Week 1', { date: { ...blankDate, ...day, to: blankDate.to } })
  const both = entry('12', 'Week 2', { date: { ...blankDate, ...day, to: day } })
  expect(countLoss(configuration({ modules: [from, both, entry('13', 'Week 3')] }))).toMatchObject({ dates: 3 })
})

it('counts what was kept for later', () => {
  const kept = { entry: entry('11', 'Week 1'), parkedAt: '', fromCourseId: null, why: 'unknown' as const }
  expect(countLoss(configuration({ parked: [kept] }))).toMatchObject({ modules: 0, parked: 1 })
})
