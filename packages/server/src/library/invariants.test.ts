import fc from 'fast-check'
import { it } from 'vitest'
import { withTestDatabase } from '../database/test-database.fixture.ts'
import { checkSequence, picks } from './random-operations.fixture.ts'

const database = withTestDatabase()

it('whatever people do, in whatever order, copies keep what they promise', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(picks(16), sequence => checkSequence(database.db, sequence)),
    { numRuns: 6, endOnFailure: true },
  )
})
