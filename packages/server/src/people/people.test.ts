import { beforeEach, describe, expect, it } from 'vitest'
import { withTestDatabase } from '../database/test-database.fixture.ts'
import {
  type Browser,
  bring,
  mustAsk,
  openLibrary,
  openTestSite,
  PASSWORD,
  type TestSite,
  toToken,
} from '../serve/test-site.fixture.ts'

const test = withTestDatabase()
let site: TestSite
let admin: Browser

beforeEach(async () => {
  await test.pool.query('truncate workspace cascade')
  site = openTestSite(test.db)
  admin = await openLibrary(test.db, site)
})

const idOf = async (browser: Browser): Promise<string> => (await mustAsk(browser, 'GET', '/api/me')).personId

describe('an invitation', () => {
  it.each(['Ana & <b>Bo</b> "$\'"', '👩‍🏫 مريم', 'Zwei Wörter', 'x'.repeat(255)])(
    'takes the name %s as it is',
    async name => {
      const reply = await mustAsk(admin, 'POST', '/api/people/invitations', {
        email: 'a@example.edu',
        name,
        role: 'reviewer',
      })
      expect(reply.value.url).toMatch(/^http:\/\/library\.test\/links\/[\w-]{43}$/)
      expect(new Set(Object.keys(reply.value))).toEqual(new Set(['expiresAt', 'url']))
      const people = await mustAsk(admin, 'GET', '/api/people')
      expect(people).toContainEqual(
        expect.objectContaining({ name, role: 'reviewer', isActive: true, hasSignedIn: false }),
      )
    },
  )

  it('of an address that is here already is refused, however it is written, also twice at once', async () => {
    const ask = (email: string) => admin.ask('POST', '/api/people/invitations', { email, name: 'A', role: 'author' })
    const replies = await Promise.all([ask('a@example.edu'), ask('A@example.EDU'), ask('a@Example.edu')])
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409, 409])
    const refused = replies.find(({ status }) => status === 409)
    expect(refused?.json).toMatchObject({ ok: false, reason: 'already-there' })
  })

  it.each([
    [{ email: 'nobody', name: 'A', role: 'author' }, /e-mail address/],
    [{ email: 'a@example.edu', name: ' ', role: 'author' }, /name is needed/],
    [{ email: 'a@example.edu', name: 'A', role: 'owner' }, /role/],
    [{ email: 'a@example.edu', name: 'A' }, /role/],
  ])('that cannot be is refused with what is wrong: %j', async (invitation, message) => {
    const reply = await admin.ask('POST', '/api/people/invitations', invitation)
    expect(reply.status).toBe(422)
    expect(reply.json.message).toMatch(message)
  })
})

describe('people', () => {
  it('are listed to everybody who is signed in, by name; who is out only to administrators', async () => {
    const bo = await bring(site, admin, 'bo@example.edu')
    const cy = await bring(site, admin, 'cy@example.edu', 'reviewer')
    await mustAsk(admin, 'PATCH', `/api/people/${await idOf(bo)}`, { isActive: false })
    const names = async (who: Browser) =>
      (await mustAsk(who, 'GET', '/api/people')).map(({ name }: { name: string }) => name)
    expect(await names(admin)).toEqual(['Administrator', 'bo@example.edu', 'cy@example.edu'])
    expect(await names(cy)).toEqual(['Administrator', 'cy@example.edu'])
    expect((await site.open().ask('GET', '/api/people')).status).toBe(401)
  })

  it('are looked after by administrators alone', async () => {
    const own = await idOf(admin)
    for (const role of ['author', 'reviewer']) {
      const browser = await bring(site, admin, `${role}@example.edu`, role)
      const invitation = { email: 'x@example.edu', name: 'X', role: 'administrator' }
      const acts: readonly (readonly [string, string, object?])[] = [
        ['POST', '/api/people/invitations', invitation],
        ['POST', `/api/people/${own}/reset-link`],
        ['PATCH', `/api/people/${await idOf(browser)}`, { role: 'administrator' }],
        ['PATCH', `/api/people/${own}`, { isActive: false }],
        ['GET', '/api/audit'],
      ]
      for (const [method, path, body] of acts) {
        expect((await browser.ask(method, path, body)).status, `${role} ${path}`).toBe(403)
      }
      expect(await mustAsk(browser, 'GET', '/api/me')).toMatchObject({ role })
    }
  })

  it('of another workspace are nobody', async () => {
    const { rows } = await test.pool.query(
      `with w as (insert into workspace (name) values ('Other') returning id)
      insert into person (workspace_id, email, name, role) select id, 'o@other.edu', 'O', 'author' from w returning id`,
    )
    const { id } = rows[0]
    expect((await admin.ask('PATCH', `/api/people/${id}`, { name: 'Mine' })).status).toBe(404)
    expect((await admin.ask('POST', `/api/people/${id}/reset-link`)).status).toBe(404)
    expect(await mustAsk(admin, 'GET', '/api/people')).toHaveLength(1)
  })

  it('have another role from their next request on', async () => {
    const bo = await bring(site, admin, 'bo@example.edu')
    const id = await idOf(bo)
    await mustAsk(admin, 'PATCH', `/api/people/${id}`, { role: 'administrator', name: 'Bo & Co' })
    await mustAsk(bo, 'GET', '/api/audit')
    await mustAsk(admin, 'PATCH', `/api/people/${id}`, { role: 'reviewer' })
    expect((await bo.ask('GET', '/api/audit')).status).toBe(403)
    expect(await mustAsk(bo, 'GET', '/api/me')).toMatchObject({ name: 'Bo & Co', role: 'reviewer' })
  })
})

describe('the last administrator', () => {
  it('cannot be demoted or deactivated, not by themselves either', async () => {
    const id = await idOf(admin)
    for (const edit of [{ role: 'author' }, { isActive: false }, { role: 'reviewer', isActive: false }]) {
      const reply = await admin.ask('PATCH', `/api/people/${id}`, edit)
      expect(reply.status).toBe(409)
      expect(reply.json).toMatchObject({ reason: 'in-use', message: expect.stringMatching(/last administrator/) })
    }
    await mustAsk(admin, 'PATCH', `/api/people/${id}`, { name: 'Still here' })
  })

  it('is there after two of them have taken the role from each other at once', async () => {
    const other = await bring(site, admin, 'bo@example.edu', 'administrator')
    const [first, second] = [await idOf(admin), await idOf(other)]
    const replies = await Promise.all([
      admin.ask('PATCH', `/api/people/${second}`, { role: 'author' }),
      other.ask('PATCH', `/api/people/${first}`, { isActive: false }),
    ])
    expect(replies.map(({ status }) => status).toSorted()).not.toEqual([200, 200])
    const { rows } = await test.pool.query(
      `select count(*)::int from person where role = 'administrator' and deactivated_at is null`,
    )
    expect(rows[0].count).toBe(1)
  })
})

describe('a link for somebody', () => {
  it('who never came is their invitation again; for who is out there is none', async () => {
    const { value } = await mustAsk(admin, 'POST', '/api/people/invitations', {
      email: 'a@b.edu',
      name: 'A',
      role: 'author',
    })
    const people = await mustAsk(admin, 'GET', '/api/people')
    const { personId } = people.find(({ email }: { email: string }) => email === 'a@b.edu')
    const again = await mustAsk(admin, 'POST', `/api/people/${personId}/reset-link`)
    expect((await site.open().ask('GET', `/api/sign-in/links/${toToken(value)}`)).status).toBe(404)
    const facts = await mustAsk(site.open(), 'GET', `/api/sign-in/links/${toToken(again.value)}`)
    expect(facts).toMatchObject({ purpose: 'invitation', asksFor: ['password'] })
    await mustAsk(admin, 'PATCH', `/api/people/${personId}`, { isActive: false })
    expect((await admin.ask('POST', `/api/people/${personId}/reset-link`)).status).toBe(422)
    expect(
      (await site.open().ask('POST', `/api/sign-in/links/${toToken(again.value)}`, { password: PASSWORD })).status,
    ).toBe(404)
  })
})

describe('the audit log', () => {
  it('says who did what to whom, newest first, and in parts', async () => {
    const bo = await bring(site, admin, 'bo@example.edu')
    const id = await idOf(bo)
    await site.open().ask('POST', '/api/auth/sign-in/email', { email: 'bo@example.edu', password: 'wrong, surely' })
    await mustAsk(admin, 'PATCH', `/api/people/${id}`, { role: 'reviewer' })
    await mustAsk(bo, 'POST', '/api/auth/sign-out', {})
    await mustAsk(admin, 'PATCH', `/api/people/${id}`, { isActive: false })
    const lines = await mustAsk(admin, 'GET', '/api/audit')
    expect(lines.map(({ action }: { action: string }) => action)).toEqual([
      'person-deactivated',
      'signed-out',
      'role-changed',
      'sign-in-failed',
      'signed-in',
      'link-used',
      'person-invited',
      'signed-in',
      'link-used',
    ])
    expect(lines[2]).toMatchObject({
      person: { name: 'Administrator' },
      target: 'bo@example.edu',
      details: { from: 'author', to: 'reviewer' },
    })
    expect(lines[3]).toMatchObject({ person: null, target: 'bo@example.edu' })
    const older = await mustAsk(admin, 'GET', `/api/audit?limit=2&before=${lines[1].sequence}`)
    expect(older).toEqual(lines.slice(2, 4))
    expect((await admin.ask('GET', '/api/audit?limit=0')).status).toBe(422)
  })

  it('is never changed', async () => {
    await expect(test.pool.query(`update audit_log set action = 'nothing'`)).rejects.toThrow(/never changed/)
  })
})
