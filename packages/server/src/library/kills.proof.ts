import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Acknowledged, checkGround, killDuring, openGround } from './kills.fixture.ts'

const ROUNDS = 100
const seed = process.env.PROOF_SEED === undefined ? {} : { seed: Number(process.env.PROOF_SEED) }

it('copies and edits survive 100 kills of the process or of the database, at any moment', {
  timeout: 2_400_000,
}, async () => {
  await using ground = await openGround()
  const moments = fc.record({ isDatabase: fc.boolean(), ms: fc.nat({ max: 900 }) })
  const [rounds = []] = fc.sample(fc.array(moments, { minLength: ROUNDS, maxLength: ROUNDS, size: 'max' }), {
    numRuns: 1,
    ...seed,
  })
  const acknowledged: Acknowledged[] = []
  for (const [round, { isDatabase, ms }] of rounds.entries()) {
    const victim = isDatabase ? 'the database' : 'the process'
    acknowledged.push(...(await killDuring(ground, victim, ms, 1000 * (round + 1))))
    await checkGround(ground, acknowledged)
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(ROUNDS)
})
