import { expect, it } from 'vitest'
import { openDatabase, withDatabase } from './open-database.ts'
import { withEmptyDatabase } from './test-database.fixture.ts'

const own = withEmptyDatabase()

it('a database of one’s own is brought up to date and says where it is, without the password', async () => {
  await using database = await openDatabase({ env: { DATABASE_URL: own.url } })
  expect(await database.db.selectFrom('person').selectAll().execute()).toEqual([])
  expect(database.place).not.toContain(new URL(own.url).password)
})

it.each([
  ['no address', 'library', /not the address/],
  ['another kind of database', 'mysql://root@localhost/library', /not the address/],
  ['nobody listens', 'postgresql://a:geheim@127.0.0.1:1/library', /127\.0\.0\.1:1\/library.*ECONNREFUSED/],
  ['no such host', 'postgresql://a:geheim@nowhere.invalid/library', /nowhere\.invalid/],
])('it says so where there is %s, without the password', async (_, url, words) => {
  const error = await openDatabase({ env: { DATABASE_URL: url } }).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ name: 'DatabaseError', kind: 'unreachable', message: expect.stringMatching(words) })
  expect(JSON.stringify(error)).not.toContain('geheim')
})

it('it says so where the database or the password is not there', async () => {
  const missing = new URL(own.url)
  missing.pathname = '/no_such_database'
  await expect(openDatabase({ env: { DATABASE_URL: missing.href } })).rejects.toThrow(/no_such_database/)
  const wrong = new URL(own.url)
  wrong.password = 'wrong'
  await expect(openDatabase({ env: { DATABASE_URL: wrong.href } })).rejects.toThrow(/password authentication failed/)
})

it('a fault of the work itself stays what it is', async () => {
  const working = withDatabase({ env: { DATABASE_URL: own.url } }, async () => {
    throw new RangeError('mine')
  })
  await expect(working).rejects.toThrow(RangeError)
})
