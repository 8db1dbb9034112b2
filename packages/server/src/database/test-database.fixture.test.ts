import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { withTestDatabase } from './test-database.fixture.ts'

const database = withTestDatabase()

it('every migration has been applied', async () => {
  const { rows } = await database.pool.query('select count(*)::int as count from schema_migration')
  expect(rows[0].count).toBeGreaterThan(0)
})

it('what one test file writes, no other one sees', async () => {
  await database.db.insertInto('workspace').values({ name: 'Grünland & <b>' }).execute()
  const { rows } = await sql<{ name: string }>`select name from workspace`.execute(database.db)
  expect(rows).toEqual([{ name: 'Grünland & <b>' }])
})
