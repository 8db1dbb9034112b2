import { beforeEach, describe, expect, it } from 'vitest'
import { withTestDatabase } from '../database/test-database.fixture.ts'
import { prepareFirstStart } from '../people/first-start.ts'
import {
  bring,
  mustAsk,
  openLibrary,
  openTestSite,
  PASSWORD,
  type TestSite,
  toToken,
} from '../serve/test-site.fixture.ts'

const test = withTestDatabase()
const first = { workspaceName: 'Library', adminEmail: 'root@library.example' }

beforeEach(async () => {
  await test.pool.query('truncate workspace, sign_in_failure, sign_in_rate_limit cascade')
})

const signIn = (site: TestSite, email: string, password: string, headers = {}) =>
  site.open().ask('POST', '/api/auth/sign-in/email', { email, password }, headers)

describe('the first start', () => {
  it('makes one workspace and one administrator, however many processes start at once', async () => {
    const links = await Promise.all(Array.from({ length: 8 }, () => prepareFirstStart(test.db, first)))
    expect(new Set(links.map(link => link?.token)).size).toBe(8)
    const { rows } = await test.pool.query(
      'select (select count(*)::int from workspace) w, (select count(*)::int from person) p',
    )
    expect(rows).toEqual([{ w: 1, p: 1 }])
  })

  it('gives a link until somebody administers, and none after', async () => {
    const site = openTestSite(test.db)
    const early = await prepareFirstStart(test.db, first)
    const late = await prepareFirstStart(test.db, first)
    await mustAsk(site.open(), 'POST', `/api/sign-in/links/${late?.token}`, {
      password: PASSWORD,
      name: 'Ada “<b>” & 👩‍🔬',
      email: 'ADA@Example.edu',
    })
    expect(await prepareFirstStart(test.db, first)).toBeUndefined()
    // What was printed by another process is no second way in.
    expect((await site.open().ask('GET', `/api/sign-in/links/${early?.token}`)).status).toBe(404)
    expect((await signIn(site, 'Ada@example.edu', PASSWORD)).status).toBe(200)
  })

  it('does not let the administrator take the address of somebody else, and keeps the link', async () => {
    const site = openTestSite(test.db)
    await prepareFirstStart(test.db, first)
    await test.pool.query(
      `insert into person (workspace_id, email, name, role) select id, 'bo@example.edu', 'Bo', 'author' from workspace`,
    )
    const link = await prepareFirstStart(test.db, first)
    const use = { password: PASSWORD, email: 'Bo@example.edu' }
    expect((await site.open().ask('POST', `/api/sign-in/links/${link?.token}`, use)).status).toBe(409)
    expect((await site.open().ask('GET', `/api/sign-in/links/${link?.token}`)).status).toBe(200)
  })
})

describe('a one-time link', () => {
  it('works once, also when it is used twice at once', async () => {
    const site = openTestSite(test.db)
    const link = await prepareFirstStart(test.db, first)
    const use = () => site.open().ask('POST', `/api/sign-in/links/${link?.token}`, { password: PASSWORD })
    const replies = await Promise.all([use(), use(), use(), use()])
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 404, 404, 404])
    expect((await use()).json).toMatchObject({
      ok: false,
      reason: 'not-found',
      message: expect.stringMatching(/Ask an administrator/),
    })
  })

  it('says whom it is for, and is not used up by that nor by a password that will not do', async () => {
    const site = openTestSite(test.db)
    const admin = await openLibrary(test.db, site)
    const person = { email: 'bo@example.edu', name: 'Bo <script>', role: 'author' }
    const { value } = await mustAsk(admin, 'POST', '/api/people/invitations', person)
    const path = `/api/sign-in/links/${toToken(value)}`
    const facts = await mustAsk(site.open(), 'GET', path)
    expect(facts).toMatchObject({ name: 'Bo <script>', email: 'bo@example.edu', purpose: 'invitation' })
    for (const password of ['', 'short', 'x'.repeat(129), undefined]) {
      expect((await site.open().ask('POST', path, { password })).status).toBe(422)
    }
    expect((await site.open().ask('POST', path, { password: 'ä'.repeat(128) })).status).toBe(200)
    expect((await signIn(site, 'bo@example.edu', 'ä'.repeat(128))).status).toBe(200)
  })

  it('has an end', async () => {
    const site = openTestSite(test.db)
    const link = await prepareFirstStart(test.db, first)
    await test.pool.query(`update one_time_link set expires_at = now() - interval '1 second'`)
    expect((await site.open().ask('GET', `/api/sign-in/links/${link?.token}`)).status).toBe(404)
    const use = { password: PASSWORD }
    expect((await site.open().ask('POST', `/api/sign-in/links/${link?.token}`, use)).status).toBe(404)
  })

  it('is nowhere in the database, nor is a password', async () => {
    const site = openTestSite(test.db)
    const admin = await openLibrary(test.db, site)
    const person = { email: 'bo@example.edu', name: 'Bo', role: 'author' }
    const { value } = await mustAsk(admin, 'POST', '/api/people/invitations', person)
    await mustAsk(site.open(), 'POST', `/api/sign-in/links/${toToken(value)}`, { password: PASSWORD })
    await signIn(site, 'bo@example.edu', 'wrong but long enough')
    const { rows: tables } = await test.pool.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public'`,
    )
    for (const { name } of tables) {
      const { rows } = await test.pool.query(`select to_json(t)::text as row from "${name}" t`)
      const text = rows.map(({ row }) => row).join('\n')
      for (const secret of [toToken(value), PASSWORD, 'wrong but long enough']) expect(text, name).not.toContain(secret)
    }
  })

  it('for a new password ends every session of before, and the link made before it', async () => {
    const site = openTestSite(test.db)
    const admin = await openLibrary(test.db, site)
    const bo = await bring(site, admin, 'bo@example.edu')
    const { personId } = await mustAsk(bo, 'GET', '/api/me')
    const made = await mustAsk(admin, 'POST', `/api/people/${personId}/reset-link`)
    const { value } = await mustAsk(admin, 'POST', `/api/people/${personId}/reset-link`)
    expect((await site.open().ask('GET', `/api/sign-in/links/${toToken(made.value)}`)).status).toBe(404)
    expect((await bo.ask('GET', '/api/me')).status).toBe(200)
    await mustAsk(site.open(), 'POST', `/api/sign-in/links/${toToken(value)}`, { password: 'another long password' })
    expect((await bo.ask('GET', '/api/me')).status).toBe(401)
    expect((await signIn(site, 'bo@example.edu', PASSWORD)).status).toBe(401)
    expect((await signIn(site, 'bo@example.edu', 'another long password')).status).toBe(200)
  })
})

describe('a session', () => {
  it('is in a cookie that no script reads and no other site sends; over https alone where there is https', async () => {
    const plain = openTestSite(test.db)
    await openLibrary(test.db, plain)
    const cookie = (await signIn(plain, 'root@library.example', PASSWORD)).headers.getSetCookie().join()
    expect(cookie).toMatch(/^recourse\.session_token=[^;]+;.*HttpOnly; SameSite=Lax$/)
    const secure = openTestSite(test.db, { publicUrl: 'https://library.example.edu' })
    const reply = await signIn(secure, 'root@library.example', PASSWORD)
    expect(reply.headers.getSetCookie().join()).toMatch(
      /^__Secure-recourse\.session_token=.*HttpOnly; Secure; SameSite=Lax$/,
    )
    expect(reply.json).toEqual({ ok: true })
  })

  it('ends with signing out, and its cookie is worth nothing after', async () => {
    const site = openTestSite(test.db)
    const admin = await openLibrary(test.db, site)
    const cookie = [...admin.cookies].map(pair => pair.join('=')).join('; ')
    await mustAsk(admin, 'POST', '/api/auth/sign-out', {})
    expect((await admin.ask('GET', '/api/me')).status).toBe(401)
    expect((await site.open().ask('GET', '/api/me', undefined, { cookie })).status).toBe(401)
  })

  it('is not made of a cookie that somebody made up or that another secret signed', async () => {
    const site = openTestSite(test.db)
    await openLibrary(test.db, site)
    const { rows } = await test.pool.query('select token from sign_in_session')
    for (const value of [rows[0].token, `${rows[0].token}.${'A'.repeat(43)}%3D`, 'x.y', '']) {
      const cookie = `recourse.session_token=${value}`
      expect((await site.open().ask('GET', '/api/me', undefined, { cookie })).status).toBe(401)
    }
  })

  it('is over when its time is', async () => {
    const site = openTestSite(test.db)
    const admin = await openLibrary(test.db, site)
    await test.pool.query(`update sign_in_session set expires_at = now() - interval '1 second'`)
    expect((await admin.ask('GET', '/api/me')).status).toBe(401)
  })

  it('ends at once for who is deactivated, who cannot sign in again and whose links are dead', async () => {
    const site = openTestSite(test.db)
    const admin = await openLibrary(test.db, site)
    const bo = await bring(site, admin, 'bo@example.edu')
    const { personId } = await mustAsk(bo, 'GET', '/api/me')
    const { value } = await mustAsk(admin, 'POST', `/api/people/${personId}/reset-link`)
    await mustAsk(admin, 'PATCH', `/api/people/${personId}`, { isActive: false })
    expect((await bo.ask('GET', '/api/me')).status).toBe(401)
    expect((await signIn(site, 'bo@example.edu', PASSWORD)).status).toBe(401)
    expect((await site.open().ask('GET', `/api/sign-in/links/${toToken(value)}`)).status).toBe(404)
    await mustAsk(admin, 'PATCH', `/api/people/${personId}`, { isActive: true })
    expect((await bo.ask('GET', '/api/me')).status).toBe(401)
    expect((await signIn(site, 'bo@example.edu', PASSWORD)).status).toBe(200)
  })

  it('survives a new password of one’s own, and the others of this person do not', async () => {
    const site = openTestSite(test.db)
    const admin = await openLibrary(test.db, site)
    const other = site.open()
    await mustAsk(other, 'POST', '/api/auth/sign-in/email', { email: 'root@library.example', password: PASSWORD })
    const change = { currentPassword: PASSWORD, newPassword: 'a new one, long enough', revokeOtherSessions: true }
    expect((await admin.ask('POST', '/api/auth/change-password', { ...change, currentPassword: 'wrong' })).status).toBe(
      400,
    )
    await mustAsk(admin, 'POST', '/api/auth/change-password', change)
    expect((await admin.ask('GET', '/api/me')).status).toBe(200)
    expect((await other.ask('GET', '/api/me')).status).toBe(401)
  })
})

describe('nobody', () => {
  it('registers, deletes themselves, or reaches what a browser of ours never asks for', async () => {
    const site = openTestSite(test.db)
    const admin = await openLibrary(test.db, site)
    const body = { email: 'eve@example.edu', password: PASSWORD, name: 'Eve' }
    for (const path of ['sign-up/email', 'delete-user', 'update-user', 'change-email', 'open-session', 'get-session']) {
      for (const browser of [admin, site.open()]) {
        expect((await browser.ask('POST', `/api/auth/${path}`, body)).status, path).toBe(404)
        expect((await browser.ask('POST', `/api/auth//${path}`, body)).status, path).toBe(404)
      }
    }
    const { rows } = await test.pool.query('select count(*)::int from person')
    expect(rows[0].count).toBe(1)
  })

  it('has somebody’s browser act from another site', async () => {
    const site = openTestSite(test.db)
    const admin = await openLibrary(test.db, site)
    const link = await mustAsk(admin, 'POST', '/api/people/invitations', {
      email: 'a@b.edu',
      name: 'A',
      role: 'author',
    })
    const foreign = [
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      { origin: 'http://other.library.test', 'sec-fetch-site': 'same-site' },
      { origin: 'null', 'sec-fetch-site': 'none' },
    ]
    const acts: readonly (readonly [string, string, object])[] = [
      ['POST', '/api/auth/sign-in/email', { email: 'root@library.example', password: PASSWORD }],
      ['POST', '/api/auth/sign-out', {}],
      ['POST', `/api/sign-in/links/${toToken(link.value)}`, { password: PASSWORD }],
      ['POST', '/api/people/invitations', { email: 'c@d.edu', name: 'C', role: 'administrator' }],
    ]
    for (const headers of foreign) {
      for (const [method, path, body] of acts) expect((await admin.ask(method, path, body, headers)).status).toBe(403)
    }
    expect((await admin.ask('GET', '/api/me')).status).toBe(200)
  })
})

describe('guessing', () => {
  it('at one account is held after ten wrong passwords, all at once or one by one; other accounts are not', async () => {
    const sites = [openTestSite(test.db), openTestSite(test.db)] as const
    const admin = await openLibrary(test.db, sites[0])
    await bring(sites[0], admin, 'bo@example.edu')
    const guesses = Array.from({ length: 24 }, (_, index) =>
      signIn(
        index % 2 === 0 ? sites[0] : sites[1],
        index % 3 === 0 ? 'BO@example.edu ' : 'bo@example.edu',
        `wrong password ${index}`,
      ),
    )
    const statuses = (await Promise.all(guesses)).map(({ status }) => status)
    expect(statuses.filter(status => status !== 429).length).toBeLessThanOrEqual(10)
    expect((await signIn(sites[1], 'bo@example.edu', PASSWORD)).status).toBe(429)
    expect((await signIn(sites[1], 'root@library.example', PASSWORD)).status).toBe(200)
    await test.pool.query(`update sign_in_failure set started_at = now() - interval '16 minutes'`)
    expect((await signIn(sites[1], 'bo@example.edu', PASSWORD)).status).toBe(200)
  })

  it('at addresses that are nobody’s answers as at any other', async () => {
    const site = openTestSite(test.db)
    await openLibrary(test.db, site)
    const [nobody, wrong] = [
      await signIn(site, 'nobody@example.edu', PASSWORD),
      await signIn(site, 'root@library.example', 'wrong but long enough'),
    ]
    expect(nobody.status).toBe(401)
    expect(nobody.json).toEqual(wrong.json)
  })

  it('from one address is held whatever it guesses at, for all processes together', async () => {
    const sites = [openTestSite(test.db, { proxies: 1 }), openTestSite(test.db, { proxies: 1 })] as const
    await openLibrary(test.db, sites[0])
    await test.pool.query(
      `insert into sign_in_rate_limit (key, count, last_request)
      values ('203.0.113.7|/sign-in/email', 59, (extract(epoch from now()) * 1000)::bigint)`,
    )
    const at = (address: string) => ({ 'x-forwarded-for': `198.51.100.1, ${address}` })
    expect((await signIn(sites[0], 'a@example.edu', PASSWORD, at('203.0.113.7'))).status).toBe(401)
    expect((await signIn(sites[1], 'b@example.edu', PASSWORD, at('203.0.113.7'))).status).toBe(429)
    expect((await signIn(sites[1], 'b@example.edu', PASSWORD, at('203.0.113.8'))).status).toBe(401)
  })
})
