import { describe, expect, it } from 'vitest'
import { askAs } from './ask.ts'
import { createSandbox } from './sandbox.ts'

async function start() {
  const sandbox = createSandbox()
  const ask = askAs(sandbox, sandbox.people.administrator)
  const course = (await ask('POST', '/api/v1/accounts/1/courses', { course: { name: 'X' }, offer: true })).json.id
  const base = `/api/v1/courses/${course}`
  const module = (await ask('POST', `${base}/modules`, { module: { name: 'M' } })).json.id
  await ask('POST', `${base}/pages`, { wiki_page: { title: 'P' } })
  return { ask, base, module }
}

const ODD = [
  'x',
  null,
  [],
  [[]],
  1,
  { title: null },
  { title: [] },
  { title: {} },
  { title: '\u0000' },
  { title: '\ud800' },
  { name: {} },
  { body: {} },
  { editing_roles: {} },
  { published: {} },
  { position: {} },
  { position: 1e99 },
  { unlock_at: 'soon' },
  { prerequisite_module_ids: [null, {}, 'a'] },
  { type: {} },
  { type: 'Page', page_url: {} },
  { type: 'File', content_id: {} },
  { type: 'ExternalUrl', external_url: 'http://' },
  { completion_requirement: { type: 'x' } },
  { term_id: {} },
  { start_at: {} },
  { event: 'x' },
]

describe('what no client should send', () => {
  it.each([
    ['POST', '/pages', 'wiki_page'],
    ['PUT', '/pages/p', 'wiki_page'],
    ['PUT', '/pages/new', 'wiki_page'],
    ['PUT', '/front_page', 'wiki_page'],
    ['POST', '/modules', 'module'],
    ['PUT', '/modules/1001', 'module'],
    ['POST', '/modules/1001/items', 'module_item'],
    ['PUT', '', 'course'],
    ['POST', '/assignments', 'assignment'],
    ['POST', '/quizzes', 'quiz'],
    ['POST', '/enrollments', 'enrollment'],
  ])('%s %s is answered, and never by a failure of ours', async (method, path, key) => {
    const { ask, base } = await start()
    for (const value of ODD) {
      const reply = await ask(method, base + path, { [key]: value })
      expect([JSON.stringify(value), reply.status < 500]).toEqual([JSON.stringify(value), true])
    }
  })

  it.each([
    '/pages/%00',
    '/pages/%E0%A4%A',
    '/pages/page_id:abc',
    '/pages?sort=constructor',
    '/pages?sort=__proto__',
    '/pages?search_term=%25%25',
    '/modules?include[a]=items',
    '/modules?page[a]=1',
    '/modules?per_page[]=5',
    '/permissions?permissions[]=constructor',
    '/module_item_sequence?asset_type=Page&asset_id=zzz',
    '?include[]=constructor&include[]=__proto__&include[]=toString',
  ])('GET %s is answered in JSON', async path => {
    const { ask, base } = await start()
    const reply = await ask('GET', base + path)
    expect(reply.status).toBeLessThan(500)
    expect(reply.json).toBeDefined()
  })

  it('two hundred pages of one title each get a slug of its own', async () => {
    const { ask, base } = await start()
    const slugs = new Set<string>()
    for (let count = 0; count < 200; count += 1) {
      slugs.add((await ask('POST', `${base}/pages`, { wiki_page: { title: 'Same' } })).json.url)
    }
    expect(slugs.size).toBe(200)
  })
})
