import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { takenBack } from '../database/taken-back.fixture.ts'
import { withTestDatabase } from '../database/test-database.fixture.ts'
import type { LibraryDb } from '../library/index.ts'
import { type Answer, openTestApi, type TestApi } from './api.fixture.ts'
import { type Asked, audiences, libraryRows, type RightsRow } from './rights-rows.fixture.ts'
import { accountRows } from './rights-rows-of-accounts.fixture.ts'
import { contentRows } from './rights-rows-of-content.fixture.ts'
import {
  buildRightsWorld,
  DEEP_SECRET,
  type RightsWorld,
  type RoleName,
  roles,
  SECRET,
} from './rights-world.fixture.ts'

const database = withTestDatabase()

/** Whoever mounts routes adds their rows. */
const rows: Readonly<Record<string, RightsRow>> = { ...libraryRows, ...accountRows, ...contentRows }

function listRoutes({ app }: TestApi): readonly string[] {
  // What stands before every route, and behind them all.
  const named = app.routes.filter(({ path }) => path !== '/api/*').map(({ method, path }) => `${method} ${path}`)
  return [...new Set(named)]
}

/** Every row of every table, but for what is noted of exports: after a refusal it is the same. */
async function readPrint(db: LibraryDb): Promise<unknown> {
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'audit_log' order by 1`.execute(
    db,
  )
  const counts = tables.map(
    ({ name }) => sql`select ${name} as name, count(*), sum(hashtext(t::text)) from ${sql.table(name)} t`,
  )
  return (await sql`${sql.join(counts, sql` union all `)} order by 1`.execute(db)).rows
}

/** What was answered is what is documented, no more and no less. */
function expectDocumented({ app }: TestApi, route: string, { status, json }: Answer): void {
  const found = app.openAPIRegistry.definitions
    .flatMap(each => (each.type === 'route' ? [each.route] : []))
    .find(({ method, path }) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}` === route)
  if (found === undefined) return
  const reply = found.responses[status]
  const schema: z.ZodType | undefined =
    reply !== undefined && 'content' in reply
      ? Reflect.get(Object(reply.content), 'application/json')?.schema
      : undefined
  expect(schema?.parse(json), `${route} ${status}`).toEqual(json)
}

interface Asking {
  readonly api: TestApi
  readonly world: RightsWorld
  readonly route: string
  readonly row: RightsRow
}

interface Expected {
  readonly role: RoleName
  readonly status: number
}

async function askAs({ api, world, route, row }: Asking, asked: Asked, { role, status }: Expected): Promise<void> {
  const method = row.method ?? route.split(' ')[0] ?? ''
  const answer = await api.ask(role === 'nobody' ? null : world.people[role], method, ...asked)
  expect(answer, `${role}: ${JSON.stringify(answer.json)}`).toMatchObject({ status })
  expectDocumented(api, route, answer)
  expectNoSecret(role, answer)
}

function expectNoSecret(role: RoleName, { json }: Answer): void {
  const text = JSON.stringify(json)
  const mayOpen = ['an administrator', 'its author', 'a reviewer assigned to it'].includes(role)
  if (!mayOpen) expect(text, role).not.toContain(SECRET)
  if (role !== 'an administrator') expect(text, role).not.toContain(DEEP_SECRET)
}

describe('who may', () => {
  it('is said of every route, and of none that is not there', () => {
    expect(new Set(listRoutes(openTestApi(database.db)))).toEqual(new Set(Object.keys(rows)))
  })

  describe('is held to by', () => {
    let world: RightsWorld | undefined
    beforeAll(async () => {
      world = await buildRightsWorld(database.db)
    }, 60_000)

    /** In a world of its own. */
    const inWorld = (route: string, row: RightsRow, work: (asking: Asking, asked: Asked) => Promise<void>) =>
      takenBack(database.pool, async db => {
        if (world === undefined) throw new Error('There is no world.')
        const here = { ...world, db }
        const api = openTestApi(db)
        await work({ api, world: here, route, row }, await row.ask(here))
        expect(api.faults).toEqual([])
      })

    it.each(Object.entries(rows))('%s', async (route, row) => {
      const expected = roles.map((role, index) => ({ role, status: audiences[row.audience][index] ?? 0 }))
      const isChange = ({ status }: Expected): boolean => status === 200 && !route.startsWith('GET')
      await inWorld(route, row, async (asking, asked) => {
        const before = await readPrint(asking.world.db)
        for (const each of expected.filter(each => !isChange(each))) await askAs(asking, asked, each)
        expect(await readPrint(asking.world.db)).toEqual(before)
      })
      for (const each of expected.filter(isChange)) {
        await inWorld(route, row, (asking, asked) => askAs(asking, asked, each))
      }
    })
  })
})
