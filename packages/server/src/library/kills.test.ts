import { expect, it } from 'vitest'
import { type Acknowledged, checkGround, killDuring, openGround, type Victim } from './kills.fixture.ts'

const victims: readonly Victim[] = ['the process', 'the database', 'the process']

it('copies and edits survive kill -9 of the process and of the database', { timeout: 180_000 }, async () => {
  await using ground = await openGround()
  const acknowledged: Acknowledged[] = []
  for (const [round, victim] of victims.entries()) {
    acknowledged.push(...(await killDuring(ground, victim, 250 * (round + 1), 1000 * (round + 1))))
    await checkGround(ground, acknowledged)
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(victims.length)
})
