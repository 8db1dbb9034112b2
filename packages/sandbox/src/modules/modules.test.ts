import { beforeEach, describe, expect, it } from 'vitest'
import { type Ask, askAs } from '../ask.ts'
import { createSandbox, type Sandbox } from '../sandbox.ts'

let now = Date.parse('2026-02-16T00:00:00Z')
let sandbox: Sandbox
let ask: Ask
let student: Ask
let base = ''

beforeEach(async () => {
  now = Date.parse('2026-02-16T00:00:00Z')
  sandbox = createSandbox({ now: () => now })
  ask = askAs(sandbox, sandbox.people.administrator)
  student = askAs(sandbox, sandbox.people.student)
  const { json } = await ask('POST', '/api/v1/accounts/1/courses', { course: { name: 'Modules' }, offer: true })
  base = `/api/v1/courses/${json.id}`
  await ask('POST', `${base}/enrollments`, {
    enrollment: { user_id: sandbox.people.student.id, type: 'StudentEnrollment', enrollment_state: 'active' },
  })
})

const make = async (name: string, more = {}) =>
  (await ask('POST', `${base}/modules`, { module: { name, ...more } })).json
const change = (id: number, fields: object) => ask('PUT', `${base}/modules/${id}`, { module: fields })
const names = async (who = ask, query = '') =>
  (await who('GET', `${base}/modules${query}`)).json.map((module: { name: string }) => module.name)
const addItem = (id: number, fields: object) => ask('POST', `${base}/modules/${id}/items`, { module_item: fields })
const header = (title: string) => ({ type: 'SubHeader', title })

async function addPage(id: number, title: string, more = {}) {
  const page = (await ask('POST', `${base}/pages`, { wiki_page: { title, body: title, published: true } })).json
  return (await addItem(id, { type: 'Page', page_url: page.url, ...more })).json
}

describe('a module', () => {
  it('is made unpublished whatever is asked, after the others', async () => {
    await make('A')
    expect(await make('B', { published: true, unlock_at: '2026-03-01T00:00:00Z' })).toMatchObject({
      name: 'B',
      position: 2,
      published: false,
      unlock_at: '2026-03-01T00:00:00Z',
      require_sequential_progress: false,
      publish_final_grade: false,
      prerequisite_module_ids: [],
      items_count: 0,
    })
  })

  it.each([
    [{}, 'missing module parameter'],
    [{ module: { position: 1 } }, 'missing module name'],
    [{ module: { name: '  ' } }, 'missing module name'],
  ])('is refused without a name: %j', async (body, message) => {
    const reply = await ask('POST', `${base}/modules`, body)
    expect([reply.status, reply.json]).toEqual([400, { message }])
  })

  it.each(['0', '-1', 'first', '1.5'])('is not put at position %s', async position => {
    const reply = await ask('POST', `${base}/modules`, { module: { name: 'A', position } })
    expect([reply.status, Object.keys(reply.json.errors)]).toEqual([400, ['position']])
    expect(await names()).toEqual([])
  })

  it.each([
    [1, ['D', 'A', 'B', 'C']],
    [3, ['A', 'B', 'D', 'C']],
    [99, ['A', 'B', 'C', 'D']],
  ])('is inserted at %i, and the others make room', async (position, expected) => {
    for (const name of ['A', 'B', 'C']) await make(name)
    await make('D', { position })
    expect(await names()).toEqual(expected)
    const positions = (await ask('GET', `${base}/modules`)).json.map((module: { position: number }) => module.position)
    expect(positions).toEqual([1, 2, 3, 4])
  })

  it('moves down and up', async () => {
    const a = await make('A')
    for (const name of ['B', 'C']) await make(name)
    await change(a.id, { position: 2 })
    expect(await names()).toEqual(['B', 'A', 'C'])
    await change(a.id, { position: 1 })
    expect(await names()).toEqual(['A', 'B', 'C'])
  })

  it('waits only for earlier ones; an empty list waits for none', async () => {
    const a = await make('A')
    const b = await make('B')
    const c = await make('C', { prerequisite_module_ids: [a.id, b.id] })
    expect(c.prerequisite_module_ids).toEqual([a.id, b.id])
    expect((await change(a.id, { prerequisite_module_ids: [c.id] })).json.prerequisite_module_ids).toEqual([])
    await ask('DELETE', `${base}/modules/${a.id}`)
    expect((await ask('GET', `${base}/modules/${c.id}`)).json.prerequisite_module_ids).toEqual([b.id])
    expect((await change(c.id, { prerequisite_module_ids: '' })).json.prerequisite_module_ids).toEqual([])
  })

  it('publishes its items with it and does not take them back', async () => {
    const module = await make('A')
    await addItem(module.id, header('x'))
    const published = async () => (await ask('GET', `${base}/modules/${module.id}/items`)).json[0].published
    await change(module.id, { published: true })
    expect(await published()).toBe(true)
    await change(module.id, { published: false })
    expect(await published()).toBe(true)
  })

  it('answers what it was when deleted, and is gone', async () => {
    const module = await make('A')
    await make('B')
    expect((await ask('DELETE', `${base}/modules/${module.id}`)).json.name).toBe('A')
    expect((await ask('GET', `${base}/modules/${module.id}`)).status).toBe(404)
    expect((await ask('GET', `${base}/modules`)).json[0]).toMatchObject({ name: 'B', position: 1 })
  })

  it('is found by its name, and by its items where they are shown', async () => {
    const module = await make('Alpha')
    await make('Beta')
    await addItem(module.id, header('Needle'))
    await addItem(module.id, header('Hay'))
    expect(await names(ask, '?search_term=bet')).toEqual(['Beta'])
    expect(await names(ask, '?search_term=needle')).toEqual([])
    const { json } = await ask('GET', `${base}/modules?search_term=needle&include[]=items`)
    expect(json.map((row: { items: { title: string }[] }) => row.items.map(item => item.title))).toEqual([['Needle']])
  })

  it.each([
    [0, true],
    [1, true],
    [100, true],
    [101, false],
  ])('with %i items has them inlined: %s', async (count, inlined) => {
    const module = await make('A')
    for (let number = 0; number < count; number += 1) await addItem(module.id, header(`${number}`))
    const { json } = await ask('GET', `${base}/modules/${module.id}?include[]=items`)
    expect([json.items_count, 'items' in json]).toEqual([count, inlined])
  })

  it('is duplicated after itself, unpublished, with copies of its pages', async () => {
    const module = await make('A')
    await make('B')
    await addPage(module.id, 'Page')
    const { json } = await ask('POST', `${base}/modules/${module.id}/duplicate`)
    expect(json.context_module).toMatchObject({ name: 'A Copy', position: 2, workflow_state: 'unpublished' })
    expect(json.ENV_UPDATE).toEqual([])
    const items = (await ask('GET', `${base}/modules/${json.context_module.id}/items`)).json
    expect(items[0]).toMatchObject({ title: 'Page Copy', page_url: 'page-copy' })
  })
})

describe('an item', () => {
  it.each([
    [{}, 'missing module item parameter'],
    [{ module_item: { type: 'Page' } }, 'missing page_url parameter'],
    [{ module_item: { type: 'Page', page_url: 'nothing' } }, 'invalid page_url parameter'],
    [{ module_item: { type: 'Assignment', content_id: 9 } }, 'Could not find content'],
    [{ module_item: { type: 'Assignment' } }, 'Could not find content'],
    [{ module_item: { type: 'Banana' } }, 'Could not find content'],
  ])('is refused: %j', async (body, message) => {
    const module = await make('A')
    const reply = await ask('POST', `${base}/modules/${module.id}/items`, body)
    expect([reply.status, reply.json]).toEqual([400, { message }])
  })

  it('of a sub-header has no address and no content', async () => {
    const module = await make('A')
    const { json } = await addItem(module.id, { ...header('Part 1'), indent: 2 })
    expect(json).toMatchObject({ type: 'SubHeader', title: 'Part 1', indent: 2, position: 1, published: false })
    for (const key of ['html_url', 'url', 'content_id', 'page_url', 'external_url'])
      expect(json).not.toHaveProperty(key)
  })

  it('of a page names the page by its slug and by no id', async () => {
    const module = await make('A')
    const item = await addPage(module.id, 'Rock & Roll')
    expect(item).toMatchObject({
      title: 'Rock & Roll',
      page_url: 'rock-and-roll',
      published: true,
      module_id: module.id,
    })
    expect(item.url).toBe(`https://canvas.test${base}/pages/rock-and-roll`)
    expect(item.html_url).toMatch(/\/courses\/\d+\/modules\/items\/\d+$/)
    expect(item).not.toHaveProperty('content_id')
  })

  it('of a link goes through the redirect of the API', async () => {
    const module = await make('A')
    const fields = { type: 'ExternalUrl', external_url: 'https://example.org/?a=1&b=2', title: 'Link', new_tab: true }
    const { json } = await addItem(module.id, fields)
    expect(json).toMatchObject({ external_url: fields.external_url, new_tab: true })
    expect(json.html_url).toBe(`https://canvas.test${base}/module_item_redirect/${json.id}`)
    const redirect = await ask('GET', json.html_url)
    expect([redirect.status, redirect.headers.get('location')]).toEqual([302, fields.external_url])
    expect((await addItem(module.id, { ...fields, external_url: 'javascript:alert(1)' })).status).toBe(400)
  })

  it.each([
    [
      'Assignment',
      'assignments',
      { assignment: { name: 'Essay', points_possible: 10, due_at: '2026-03-01', published: true } },
    ],
    ['Discussion', 'discussion_topics', { title: 'Essay', message: 'm', published: true }],
    ['Quiz', 'quizzes', { quiz: { title: 'Essay', published: true } }],
  ])('of kind %s stands for its content by id', async (type, path, body) => {
    const content = (await ask('POST', `${base}/${path}`, body)).json
    const module = await make('A')
    const { json } = await addItem(module.id, { type, content_id: content.id })
    expect(json).toMatchObject({ type, title: 'Essay', content_id: content.id, published: true })
    expect((await ask('GET', json.url)).json.id).toBe(content.id)
  })

  it('shows the dates of what it stands for, if asked', async () => {
    const assignment = { name: 'Essay', points_possible: 10, due_at: '2026-03-01T00:00:00Z' }
    const content = (await ask('POST', `${base}/assignments`, { assignment })).json
    const module = await make('A')
    await addItem(module.id, { type: 'Assignment', content_id: content.id })
    const { json } = await ask('GET', `${base}/modules?include[]=items&include[]=content_details`)
    expect(json[0].items[0].content_details).toMatchObject({
      points_possible: 10,
      due_at: '2026-03-01T00:00:00Z',
      locked_for_user: false,
    })
  })

  it('gives its title and state to what it stands for', async () => {
    const module = await make('A')
    const item = await addPage(module.id, 'Old')
    const path = `${base}/modules/${module.id}/items/${item.id}`
    const { json } = await ask('PUT', path, { module_item: { title: 'New', published: false } })
    expect(json).toMatchObject({ title: 'New', page_url: 'new', published: false })
    expect((await ask('GET', `${base}/pages/new`)).json).toMatchObject({ title: 'New', published: false })
  })

  it('moves within its module and to another', async () => {
    const [a, b] = [await make('A'), await make('B')]
    const items: { id: number }[] = []
    for (const title of ['1', '2', '3']) items.push((await addItem(a.id, header(title))).json)
    const put = (fields: object) => ask('PUT', `${base}/modules/${a.id}/items/${items[2]?.id}`, { module_item: fields })
    await put({ position: 1 })
    const titles = async (id: number) =>
      (await ask('GET', `${base}/modules/${id}/items`)).json.map(
        (item: { title: string; position: number }) => `${item.position} ${item.title}`,
      )
    expect(await titles(a.id)).toEqual(['1 3', '2 1', '3 2'])
    expect((await put({ module_id: 99999 })).json).toEqual({ message: 'invalid module_id' })
    await put({ module_id: b.id })
    expect([await titles(a.id), await titles(b.id)]).toEqual([['1 1', '2 2'], ['1 3']])
  })

  it('leaves the module when deleted, its page stays; a deleted page takes its items along', async () => {
    const module = await make('A')
    const [first, second] = [await addPage(module.id, 'One'), await addPage(module.id, 'Two')]
    expect((await ask('DELETE', `${base}/modules/${module.id}/items/${first.id}`)).json.title).toBe('One')
    expect((await ask('GET', `${base}/pages/one`)).status).toBe(200)
    await ask('DELETE', `${base}/pages/two`)
    expect((await ask('GET', `${base}/modules/${module.id}/items/${second.id}`)).status).toBe(404)
  })
})

describe('a student', () => {
  it('sees published modules and items, without a publish state', async () => {
    const module = await make('Open')
    await make('Hidden')
    await addPage(module.id, 'Shown')
    await change(module.id, { published: true })
    await addItem(module.id, header('Unpublished'))
    expect(await names(student)).toEqual(['Open'])
    const { json } = await student('GET', `${base}/modules/${module.id}?include[]=items`)
    expect(json).toMatchObject({ items_count: 1, state: 'completed' })
    expect(json).not.toHaveProperty('published')
    expect(json.items[0]).not.toHaveProperty('published')
    expect((await student('POST', `${base}/modules`, { module: { name: 'x' } })).status).toBe(403)
  })

  it('opens a module at its date', async () => {
    const module = await make('Later', { unlock_at: '2026-03-01' })
    await change(module.id, { published: true })
    const state = async () => (await student('GET', `${base}/modules/${module.id}`)).json.state
    expect(await state()).toBe('locked')
    now = Date.parse('2026-03-02')
    expect(await state()).toBe('completed')
  })

  it('completes a module by viewing and marking, and opens the next one by it', async () => {
    const first = await make('First')
    const viewed = await addPage(first.id, 'Read me', { completion_requirement: { type: 'must_view' } })
    const marked = await addPage(first.id, 'Do me', { completion_requirement: { type: 'must_mark_done' } })
    const second = await make('Second', { prerequisite_module_ids: [first.id] })
    for (const module of [first, second]) await change(module.id, { published: true })
    const states = async (who = student, query = '') =>
      (await who('GET', `${base}/modules${query}`)).json.map((module: { state: string }) => module.state)
    expect(await states()).toEqual(['unlocked', 'locked'])
    await student('GET', `${base}/pages/read-me`)
    expect(await states()).toEqual(['started', 'locked'])
    const done = `${base}/modules/${first.id}/items/${marked.id}/done`
    expect((await student('PUT', done)).json).toEqual({ message: 'OK' })
    expect(await states()).toEqual(['completed', 'completed'])
    expect(await states(ask, `?student_id=${sandbox.people.student.id}`)).toEqual(['completed', 'completed'])
    await student('DELETE', done)
    expect(await states()).toEqual(['started', 'locked'])
    const items = (await student('GET', `${base}/modules/${first.id}/items`)).json
    expect(items.map((item: { completion_requirement: object }) => item.completion_requirement)).toEqual([
      { type: 'must_view', completed: true },
      { type: 'must_mark_done', completed: false },
    ])
    expect(viewed.completion_requirement).toEqual({ type: 'must_view' })
  })

  it('may not look at the progress of others', async () => {
    expect((await student('GET', `${base}/modules?student_id=${sandbox.people.teacher.id}`)).status).toBe(403)
  })
})

it('tells what comes before and after an item', async () => {
  const module = await make('A')
  for (const title of ['One', 'Two', 'Three']) await addPage(module.id, title)
  const { json } = await ask('GET', `${base}/module_item_sequence?asset_type=Page&asset_id=two`)
  expect(
    json.items.map((node: Record<string, { title: string } | undefined>) => [
      node.prev?.title,
      node.current?.title,
      node.next?.title,
    ]),
  ).toEqual([['One', 'Two', 'Three']])
  expect(json.modules).toHaveLength(1)
})
