import { getMigrations } from 'better-auth/db/migration'
import { expect, it } from 'vitest'
import { withTestDatabase } from '../database/test-database.fixture.ts'
import { authTables } from './auth-tables.ts'

const test = withTestDatabase()

it('better-auth finds every table and column it needs, and would add none', async () => {
  const { user, session, account, verification, rateLimit } = authTables
  const plan = await getMigrations(
    {
      database: { db: test.db, type: 'postgres' },
      advanced: { database: { generateId: 'uuid' } },
      user,
      session,
      account,
      verification,
      rateLimit: { ...rateLimit, storage: 'database' },
    },
    { throwOnUnsafe: false },
  )
  expect(plan).toMatchObject({ toBeCreated: [], toBeAdded: [], toBeAddedIndexes: [] })
  expect(plan).toMatchObject({ unsafeChanges: [], schemaProblems: [] })
})

it('an address is kept in small letters, however it was written', async () => {
  const { rows } = await test.pool.query(
    `with made as (insert into workspace (name) values ('W') returning id)
    insert into person (workspace_id, email, name, role) select id, 'ÄDA@Example.EDU', 'Ada', 'author' from made
    returning email`,
  )
  expect(rows).toEqual([{ email: 'äda@example.edu' }])
})
