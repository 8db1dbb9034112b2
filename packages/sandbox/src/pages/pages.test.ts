import { beforeEach, describe, expect, it } from 'vitest'
import { type Ask, askAs } from '../ask.ts'
import { createSandbox, type Sandbox } from '../sandbox.ts'

let now = Date.parse('2026-02-16T00:00:00Z')
let sandbox: Sandbox
let ask: Ask
let student: Ask
let assistant: Ask
let base = ''
let courseId = 0

async function start(flags = {}) {
  sandbox = createSandbox({ now: () => now, flags })
  ask = askAs(sandbox, sandbox.people.administrator)
  student = askAs(sandbox, sandbox.people.student)
  assistant = askAs(sandbox, sandbox.people.assistant)
  courseId = (await ask('POST', '/api/v1/accounts/1/courses', { course: { name: 'Pages' }, offer: true })).json.id
  base = `/api/v1/courses/${courseId}`
  const enroll = (user: { id: number }, role: string) =>
    ask('POST', `${base}/enrollments`, { enrollment: { user_id: user.id, role, enrollment_state: 'active' } })
  await enroll(sandbox.people.student, 'StudentEnrollment')
  await enroll(sandbox.people.assistant, 'TA without pages')
}

const make = (title: string, more = {}) => ask('POST', `${base}/pages`, { wiki_page: { title, ...more } })
const put = (slug: string, fields: object) => ask('PUT', `${base}/pages/${slug}`, { wiki_page: fields })

beforeEach(() => start())

describe('a slug', () => {
  it('that another page once had is not given away, but goes with a page that is deleted', async () => {
    await make('First')
    await put('first', { title: 'Renamed' })
    expect((await make('First')).json.url).toBe('first-2')
    await ask('DELETE', `${base}/pages/renamed`)
    await ask('DELETE', `${base}/pages/first-2`)
    expect((await make('First')).json.url).toBe('first')
  })
})

describe('making a page', () => {
  it('answers 200, unpublished, with the slug of its title', async () => {
    const { status, json } = await make('Week 1: Rock & Roll', { body: '<p>Hi</p>' })
    expect(status).toBe(200)
    expect(json).toMatchObject({
      url: 'week-1-rock-and-roll',
      published: false,
      hide_from_students: true,
      front_page: false,
    })
    expect(json).toMatchObject({
      editing_roles: 'teachers',
      body: '<p>Hi</p>',
      last_edited_by: { display_name: 'Ada Administrator' },
    })
    expect(json.html_url).toBe(`https://canvas.test/courses/${courseId}/pages/week-1-rock-and-roll`)
  })

  it.each([
    ['no title', {}, 'title'],
    ['a blank title', { title: ' ' }, 'title'],
    ['a title without letters', { title: '!?' }, 'title'],
    ['a title of 256 characters', { title: 'x'.repeat(256) }, 'title'],
    ['an unknown role', { title: 'A', editing_roles: 'teachers,parents' }, 'editing_roles'],
    ['an unpublished front page', { title: 'A', front_page: true }, 'front_page'],
    ['a body that is too long', { title: 'A', body: 'x'.repeat(512_000) }, 'body'],
    ['a body that nests too deep', { title: 'A', body: '<div>'.repeat(10_050) }, 'body'],
  ])('is refused with 400 for %s, and nothing is made', async (_, fields, attribute) => {
    const reply = await ask('POST', `${base}/pages`, { wiki_page: fields })
    expect([reply.status, Object.keys(reply.json.errors)]).toEqual([400, [attribute]])
    expect(reply.json.errors[attribute][0]).toMatchObject({ attribute, message: expect.any(String) })
    expect((await ask('GET', `${base}/pages`)).json).toEqual([])
  })

  it('takes 511,999 characters and a title of 255', async () => {
    expect((await make('T'.repeat(255), { body: 'x'.repeat(511_999) })).status).toBe(200)
  })

  it.each(['😀 smile', '\u202eRTL שלום', "$' and $& and \\1", 'a\u00a0b', '"quoted" <b>'])(
    'keeps an odd title: %s',
    async title => {
      const { json } = await make(title)
      expect((await ask('GET', `${base}/pages/page_id:${json.page_id}`)).json.title).toBe(title)
      expect((await ask('GET', `${base}/pages/${encodeURIComponent(json.url)}`)).json.page_id).toBe(json.page_id)
    },
  )

  it('sanitises the body, and strips host and verifier', async () => {
    const body = '<script>x</script><p onclick="x">a</p><a href="https://canvas.test/courses/1/pages/b">b</a>'
    const { json } = await make('A', { body })
    expect(sandbox.world.rows.pages.get(json.page_id)?.body).toBe('<p>a</p><a href="/courses/1/pages/b">b</a>')
    expect(json.body).toContain('href="https://canvas.test/courses/1/pages/b"')
  })
})

describe('two pages of one title', () => {
  it('get numbered titles and slugs', async () => {
    await make('Notes')
    expect((await make('Notes')).json).toMatchObject({ title: 'Notes-2', url: 'notes-2' })
    expect((await make('Notes-2')).json.errors.title).toHaveLength(1)
  })

  it('may share it where page links are permanent, and old slugs keep resolving', async () => {
    await start({ permanentPageLinks: true })
    await make('Notes')
    expect((await make('Notes')).json).toMatchObject({ title: 'Notes', url: 'notes-2' })
    await put('notes', { title: 'Renamed' })
    expect((await ask('GET', `${base}/pages/notes`)).json).toMatchObject({ title: 'Renamed', url: 'renamed' })
    expect((await make('Notes')).json.url).toBe('notes-3')
  })
})

describe('finding a page', () => {
  it('goes by slug, urlified title, page_id and leading digits, slug first', async () => {
    const a = (await make('Alpha Beta')).json
    const b = (await make(`${a.page_id} things`)).json
    const found = async (key: string) => (await ask('GET', `${base}/pages/${encodeURIComponent(key)}`)).json.page_id
    expect(await found('alpha-beta')).toBe(a.page_id)
    expect(await found('Alpha Beta')).toBe(a.page_id)
    expect(await found(`page_id:${a.page_id}`)).toBe(a.page_id)
    expect(await found(`${a.page_id}-unknown`)).toBe(a.page_id)
    expect(await found(`${a.page_id}-things`)).toBe(b.page_id)
  })

  it('ends in a 404 of its own form', async () => {
    expect(await ask('GET', `${base}/pages/nothing`)).toMatchObject({
      status: 404,
      json: { message: 'page not found' },
    })
    expect(await ask('GET', `${base}/front_page`)).toMatchObject({
      status: 404,
      json: { message: 'No front page has been set' },
    })
  })

  it('finds a deleted page by page_id only, and its slug is free again', async () => {
    const { json } = await make('Gone')
    expect((await ask('DELETE', `${base}/pages/gone`)).json.title).toBe('Gone')
    expect((await ask('GET', `${base}/pages/gone`)).status).toBe(404)
    expect((await ask('GET', `${base}/pages/page_id:${json.page_id}`)).json).toMatchObject({
      title: 'Gone',
      published: false,
    })
    expect((await make('Gone')).json.url).toBe('gone')
  })
})

describe('changing a page', () => {
  it('creates it when there is none, titled after the slug', async () => {
    const { json } = await put('my-new-page', { body: 'x' })
    expect(json).toMatchObject({ url: 'my-new-page', title: 'My New Page', published: false })
    expect((await put('page_id:99999', { body: 'x' })).status).toBe(404)
  })

  it('moves its slug with its title, its items and the front page with it', async () => {
    const { json } = await make('Home', { published: true, front_page: true })
    const module = (await ask('POST', `${base}/modules`, { module: { name: 'M' } })).json
    await ask('POST', `${base}/modules/${module.id}/items`, { module_item: { type: 'Page', page_url: 'home' } })
    expect((await put('home', { title: 'Welcome' })).json).toMatchObject({ url: 'welcome', front_page: true })
    const items = (await ask('GET', `${base}/modules/${module.id}/items`)).json
    expect(items[0]).toMatchObject({ title: 'Welcome', page_url: 'welcome' })
    expect((await ask('GET', `${base}/front_page`)).json.page_id).toBe(json.page_id)
  })

  it('changes updated_at with title and body only', async () => {
    await make('A', { body: 'x' })
    now += 60_000
    expect((await put('a', { published: true, body: 'x' })).json.updated_at).toBe('2026-02-16T00:00:00Z')
    expect((await put('a', { body: 'y' })).json.updated_at).toBe('2026-02-16T00:01:00Z')
    now -= 60_000
  })

  it('keeps null and empty bodies apart from absent ones', async () => {
    await make('A', { body: 'x' })
    expect((await put('a', {})).json.body).toBe('x')
    expect((await put('a', { body: '' })).json.body).toBe('')
    expect((await put('a', { body: null })).json.body).toBeNull()
  })

  it('is refused on content that a blueprint has locked, and deletion too', async () => {
    const { json } = await make('Locked', { body: 'x' })
    const row = sandbox.world.rows.pages.get(json.page_id)
    if (row) Object.assign(row, { migrationId: `mastercourse_1_1_${'a'.repeat(32)}`, blueprintLock: { content: true } })
    expect((await put('locked', { body: 'y' })).json.errors.base[0].message).toContain('locked by Master Course')
    expect((await put('locked', { published: true })).status).toBe(200)
    expect((await ask('DELETE', `${base}/pages/locked`)).status).toBe(403)
  })
})

describe('the front page', () => {
  it('has to be published and cannot be deleted or unpublished', async () => {
    await make('Home', { published: true, front_page: true })
    expect((await put('home', { published: false })).json.errors).toHaveProperty('published')
    expect((await ask('DELETE', `${base}/pages/home`)).json.errors).toHaveProperty('front_page')
    expect((await put('home', { published: false, front_page: false })).json).toMatchObject({
      published: false,
      front_page: false,
    })
    expect((await ask('GET', `${base}/front_page`)).status).toBe(404)
  })

  it('is made by PUT front_page, published', async () => {
    const { json } = await ask('PUT', `${base}/front_page`, { wiki_page: { title: 'Start', body: 'b' } })
    expect(json).toMatchObject({ url: 'start', published: true, front_page: true })
  })

  it('is needed by a home page that shows it, and resets that when it goes', async () => {
    const home = () => ask('PUT', base, { course: { default_view: 'wiki' } })
    expect((await home()).status).toBe(400)
    await make('Home', { published: true, front_page: true })
    expect((await home()).json.default_view).toBe('wiki')
    await put('home', { front_page: false })
    expect((await ask('GET', base)).json.default_view).toBe('modules')
  })
})

describe('the list', () => {
  it('has no bodies unless asked, and sorts, searches and filters', async () => {
    for (const title of ['Zebra', 'apple', 'Mango']) await make(title, { published: title !== 'apple', body: title })
    const titles = async (query: string) =>
      (await ask('GET', `${base}/pages${query}`)).json.map((page: { title: string }) => page.title)
    expect((await ask('GET', `${base}/pages`)).json[0]).not.toHaveProperty('body')
    expect((await ask('GET', `${base}/pages?include[]=body`)).json[0].body).toBe('Zebra')
    expect(await titles('')).toEqual(['Zebra', 'apple', 'Mango'])
    expect(await titles('?sort=title')).toEqual(['apple', 'Mango', 'Zebra'])
    expect(await titles('?sort=title&order=desc')).toEqual(['Zebra', 'Mango', 'apple'])
    expect(await titles('?search_term=AN')).toEqual(['Mango'])
    expect(await titles('?published=false')).toEqual(['apple'])
    expect((await ask('GET', `${base}/pages?search_term=a`)).status).toBe(400)
  })
})

describe('revisions', () => {
  it('are noted for title and body, not for publishing, newest first', async () => {
    await make('A', { body: 'one' })
    await put('a', { body: 'two' })
    await put('a', { body: 'two', published: true, editing_roles: 'teachers,students' })
    await put('a', { title: 'B' })
    const list = (await ask('GET', `${base}/pages/b/revisions`)).json
    expect(list.map((row: { revision_id: number; latest: boolean }) => [row.revision_id, row.latest])).toEqual([
      [3, true],
      [2, false],
      [1, false],
    ])
    expect(list[0]).not.toHaveProperty('body')
    expect((await ask('GET', `${base}/pages/b/revisions/1`)).json).toMatchObject({
      url: 'a',
      title: 'A',
      body: 'one',
      latest: false,
    })
    expect((await ask('GET', `${base}/pages/b/revisions/latest?summary=true`)).json).not.toHaveProperty('body')
  })

  it('are gone back to by POST: body, title and slug, as a new revision', async () => {
    await make('A', { body: 'one' })
    await put('a', { title: 'B', body: 'two' })
    const { json } = await ask('POST', `${base}/pages/b/revisions/1`)
    expect(json).toMatchObject({ revision_id: 3, latest: true, title: 'A', url: 'a', body: 'one' })
    expect((await ask('GET', `${base}/pages/a`)).json.body).toBe('one')
    expect((await ask('POST', `${base}/pages/a/revisions/99`)).status).toBe(404)
  })
})

describe('a duplicate', () => {
  it('is unpublished, of the same bytes, called Copy', async () => {
    await make('A', { body: '<p>x</p>', published: true })
    expect((await ask('POST', `${base}/pages/a/duplicate`)).json).toMatchObject({
      title: 'A Copy',
      url: 'a-copy',
      published: false,
      body: '<p>x</p>',
    })
    expect((await ask('POST', `${base}/pages/a/duplicate`)).json.title).toBe('A Copy 2')
  })

  it('cannot be had of a deleted page', async () => {
    const { json } = await make('A')
    await ask('DELETE', `${base}/pages/a`)
    const reply = await ask('POST', `${base}/pages/page_id:${json.page_id}/duplicate`)
    expect([reply.status, reply.json]).toEqual([400, { error: 'cannot duplicate deleted page' }])
  })
})

describe('people without rights', () => {
  it('a student sees published pages only, and writes none', async () => {
    await make('Open', { published: true })
    await make('Hidden')
    expect((await student('GET', `${base}/pages`)).json.map((page: { url: string }) => page.url)).toEqual(['open'])
    expect((await student('GET', `${base}/pages/hidden`)).status).toBe(403)
    expect((await student('PUT', `${base}/pages/open`, { wiki_page: { body: 'x' } })).status).toBe(403)
    expect((await student('PUT', `${base}/pages/new-one`, { wiki_page: { body: 'x' } })).status).toBe(403)
    expect((await student('GET', `${base}/pages/open/revisions`)).status).toBe(403)
    expect((await student('GET', `${base}/pages/open/revisions/latest`)).status).toBe(200)
  })

  it('a student may send back the whole page, if only the body is new', async () => {
    await make('Open', { published: true, editing_roles: 'teachers,students' })
    const page = (await student('GET', `${base}/pages/open`)).json
    const sent = { ...page, editing_roles: 'students, teachers', body: 'mine' }
    const reply = await student('PUT', `${base}/pages/open`, { wiki_page: sent })
    expect([reply.status, reply.json.body]).toEqual([200, 'mine'])
    const bold = { title: 'New', published: false, editing_roles: 'public', front_page: true, publish_at: '2030-01-01' }
    const refused = await student('PUT', `${base}/pages/open`, { wiki_page: bold })
    expect([refused.status, new Set(Object.keys(refused.json.errors))]).toEqual([401, new Set(Object.keys(bold))])
    expect(refused.json.errors.title[0].message).toBe('You are not allowed to update the title of this wiki page')
  })

  it('a student whom editing_roles let may change the body, and nothing else', async () => {
    await make('Open', { published: true, editing_roles: 'teachers,students' })
    expect((await student('PUT', `${base}/pages/open`, { wiki_page: { body: 'mine' } })).json.body).toBe('mine')
    const reply = await student('PUT', `${base}/pages/open`, { wiki_page: { title: 'Mine' } })
    expect([reply.status, Object.keys(reply.json.errors)]).toEqual([401, ['title']])
  })

  it('an assistant without page rights sees everything and writes nothing', async () => {
    await make('Hidden', { body: 'x' })
    expect((await assistant('GET', `${base}/pages/hidden`)).json.body).toBe('x')
    expect((await assistant('PUT', `${base}/pages/hidden`, { wiki_page: { body: 'y' } })).status).toBe(403)
    expect((await assistant('POST', `${base}/pages`, { wiki_page: { title: 'y' } })).status).toBe(403)
    const asked = await assistant(
      'GET',
      `${base}/permissions?permissions[]=manage_wiki_update&permissions[]=read&permissions[]=fly`,
    )
    expect(asked.json).toEqual({ manage_wiki_update: false, read: true, fly: false })
  })

  it('a locked page is told of without its body', async () => {
    await make('Later', { published: true, body: 'secret' })
    const module = (await ask('POST', `${base}/modules`, { module: { name: 'M <1>', unlock_at: '2026-03-01' } })).json
    await ask('POST', `${base}/modules/${module.id}/items`, { module_item: { type: 'Page', page_url: 'later' } })
    await ask('PUT', `${base}/modules/${module.id}`, { module: { published: true } })
    const { json } = await student('GET', `${base}/pages/later`)
    expect(json).toMatchObject({
      locked_for_user: true,
      lock_info: { context_module: { id: module.id }, unlock_at: '2026-03-01T00:00:00Z' },
    })
    expect(json).not.toHaveProperty('body')
    expect((await ask('GET', `${base}/pages/later`)).json).toMatchObject({ locked_for_user: false, body: 'secret' })
  })

  it('a hidden Pages tab hides the list from students', async () => {
    await ask('PUT', `${base}/tabs/pages`, { hidden: true })
    expect((await student('GET', `${base}/pages`)).status).toBe(404)
    expect((await ask('GET', `${base}/pages`)).status).toBe(200)
  })
})
