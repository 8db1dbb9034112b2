import { expect, it } from 'vitest'
import { busyPlan, cleanPlan, messyPlan, nothingPlan, stuckPlan } from '../render/sample-plan.ts'
import { planExitCode } from './exit-code.ts'

it('answers 0 clean or safe, 3 needs a person, 4 nothing to import, 5 still copying', () => {
  expect(planExitCode(cleanPlan())).toBe(0)
  expect(planExitCode({ ...cleanPlan(), verdict: 'safe' })).toBe(0)
  expect(planExitCode(messyPlan())).toBe(3)
  expect(planExitCode(stuckPlan())).toBe(3)
  expect(planExitCode(nothingPlan())).toBe(4)
  expect(planExitCode(busyPlan())).toBe(5)
})
