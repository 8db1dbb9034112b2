import fc from 'fast-check'
import { it } from 'vitest'
import { withTestDatabase } from '../database/test-database.fixture.ts'
import { checkSequence, picks } from './random-operations.fixture.ts'

const database = withTestDatabase()
const seed = process.env.PROOF_SEED === undefined ? {} : { seed: Number(process.env.PROOF_SEED) }

it('whatever people do in 100 long sequences, copies keep what they promise', { timeout: 1_800_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(picks(60), sequence => checkSequence(database.db, sequence)),
    { numRuns: 100, endOnFailure: true, ...seed },
  )
})
