import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { withTestDatabase } from '../database/test-database.fixture.ts'
import { type Browser, mustAsk, openLibrary, openTestSite, type TestSite } from '../serve/test-site.fixture.ts'
import { type OidcProvider, openOidcProvider } from './oidc-provider.fixture.ts'

const test = withTestDatabase()
const publicUrl = 'http://library.example.edu'
let provider: OidcProvider
let site: TestSite
let admin: Browser

beforeAll(async () => {
  provider = await openOidcProvider()
})
afterAll(() => provider[Symbol.asyncDispose]())

beforeEach(async () => {
  await test.pool.query('truncate workspace cascade')
  const { issuer, clientId, clientSecret } = provider
  const oidc = { issuer, clientId, clientSecret, name: 'Grünland ID', scopes: ['openid', 'profile', 'email'] }
  site = openTestSite(test.db, { publicUrl, oidc })
  admin = await openLibrary(test.db, site)
  provider.isHonest = true
})

const invite = (email: string) =>
  mustAsk(admin, 'POST', '/api/people/invitations', { email, name: 'Somebody', role: 'author' })

/** As a browser goes: asked, sent there, sent back. Where it ends up. */
async function goThrough(browser: Browser): Promise<string | null> {
  const asked = { provider: 'oidc', callbackURL: '/courses' }
  const { url } = await mustAsk(browser, 'POST', '/api/auth/sign-in/social', asked)
  const there = await fetch(url, { redirect: 'manual' })
  const back = new URL(there.headers.get('location') ?? '')
  expect(back.origin + back.pathname).toBe(`${publicUrl}/api/auth/callback/oidc`)
  return (await browser.ask('GET', back.pathname + back.search)).headers.get('location')
}

it('is one of the ways, by its name', async () => {
  const ways = await mustAsk(site.open(), 'GET', '/api/sign-in/ways')
  expect(ways).toEqual({ password: true, oidc: { providerId: 'oidc', name: 'Grünland ID' } })
})

it('signs in whoever was invited, without any link, and again by the same subject when the address has changed there', async () => {
  await invite('Bo@example.edu')
  provider.claims = { sub: 'b-1', email: 'bo@example.edu', email_verified: true, name: 'Another name' }
  const bo = site.open()
  expect(await goThrough(bo)).toBe('/courses')
  expect(await mustAsk(bo, 'GET', '/api/me')).toMatchObject({
    email: 'bo@example.edu',
    name: 'Somebody',
    role: 'author',
  })
  provider.claims = { ...provider.claims, email: 'bo.married@example.edu' }
  const later = site.open()
  expect(await goThrough(later)).toBe('/courses')
  expect(await mustAsk(later, 'GET', '/api/me')).toMatchObject({ email: 'bo@example.edu' })
  const { rows } = await test.pool.query('select access_token, id_token from sign_in_account where provider_id = $1', [
    'oidc',
  ])
  expect(rows).toHaveLength(1)
})

it.each([
  ['somebody who was not invited', { sub: 'e', email: 'eve@example.edu', email_verified: true, name: 'Eve' }],
  ['an address that is not verified', { sub: 'e', email: 'bo@example.edu', email_verified: false, name: 'Bo' }],
])('does not let in %s, who is told at /sign-in', async (_what, claims) => {
  await invite('bo@example.edu')
  provider.claims = claims
  const eve = site.open()
  expect(await goThrough(eve)).toMatch(/^\/sign-in\?error=/)
  expect((await eve.ask('GET', '/api/me')).status).toBe(401)
  const { rows } = await test.pool.query('select count(*)::int from person')
  expect(rows[0].count).toBe(2)
})

it('does not let in whoever is deactivated', async () => {
  const { value } = await invite('bo@example.edu')
  expect(value.url).toContain(publicUrl)
  const people = await mustAsk(admin, 'GET', '/api/people')
  const { personId } = people.find(({ email }: { email: string }) => email === 'bo@example.edu')
  await mustAsk(admin, 'PATCH', `/api/people/${personId}`, { isActive: false })
  provider.claims = { sub: 'b-1', email: 'bo@example.edu', email_verified: true, name: 'Bo' }
  const bo = site.open()
  expect(await goThrough(bo)).toMatch(/^\/sign-in\?error=/)
  expect((await bo.ask('GET', '/api/me')).status).toBe(401)
})

it('does not believe a token that another key signed, nor an answer to a question that somebody else asked', async () => {
  await invite('bo@example.edu')
  provider.claims = { sub: 'b-1', email: 'bo@example.edu', email_verified: true, name: 'Bo' }
  provider.isHonest = false
  const bo = site.open()
  expect(await goThrough(bo)).toMatch(/^\/sign-in\?error=/)
  provider.isHonest = true
  const asked = { provider: 'oidc', callbackURL: '/courses' }
  const { url } = await mustAsk(site.open(), 'POST', '/api/auth/sign-in/social', asked)
  const there = await fetch(url, { redirect: 'manual' })
  const back = new URL(there.headers.get('location') ?? '')
  const victim = site.open()
  expect((await victim.ask('GET', back.pathname + back.search)).headers.get('location')).toMatch(/^\/sign-in\?error=/)
  expect((await victim.ask('GET', '/api/me')).status).toBe(401)
})

it('leads nowhere but back to this library', async () => {
  for (const callbackURL of ['https://evil.example/', '//evil.example/', 'javascript:alert(1)']) {
    const reply = await site.open().ask('POST', '/api/auth/sign-in/social', { provider: 'oidc', callbackURL })
    expect(reply.status, callbackURL).toBe(403)
  }
})
