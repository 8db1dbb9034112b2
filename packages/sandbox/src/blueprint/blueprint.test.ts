import { describe, expect, it } from 'vitest'
import { createCourse } from '../courses/courses.ts'
import { rootFolder } from '../files/folders.ts'
import { createFile, settleName } from '../files/store.ts'
import { apiCaller } from '../migrations/api-caller.ts'
import { createSandbox } from '../sandbox.ts'

interface Named {
  readonly title: string
}

async function setUp(children = 2) {
  const clock = { ms: Date.parse('2026-02-01T00:00:00Z') }
  const sandbox = createSandbox({ copySpeedMs: 'held', now: () => clock.ms })
  const { world, people } = sandbox
  const admin = apiCaller(sandbox, people.administrator)
  const addCourse = (name: string) => {
    const course = createCourse(world, { accountId: people.account.id, termId: people.defaultTerm.id })
    course.name = name
    world.rows.courses.set(course.id, course)
    return course.id
  }
  const blueprint = addCourse('Blueprint')
  await admin.put(`/courses/${blueprint}`, { course: { blueprint: true } })
  const courses = Array.from({ length: children }, (_, index) => addCourse(`Child ${index}`))
  const base = `/courses/${blueprint}/blueprint_templates/default`
  await admin.put(`${base}/update_associations`, { course_ids_to_add: courses })
  const sync = async (more: Record<string, unknown> = {}) => {
    clock.ms += 60_000
    const started = (await admin.post(`${base}/migrations`, more)).body
    await sandbox.copies.finish()
    clock.ms += 60_000
    return (await admin.get(`${base}/migrations/${started.id}`)).body
  }
  const addPage = async (courseId: number, title: string) =>
    (await admin.post(`/courses/${courseId}/pages`, { wiki_page: { title, body: `<p>${title}</p>`, published: true } }))
      .body
  const titles = async (courseId: number) =>
    (await admin.get(`/courses/${courseId}/pages`)).body.map((page: Named) => page.title)
  const [one = 0, two = 0] = courses
  return { sandbox, world, people, admin, addCourse, blueprint, one, two, base, sync, addPage, titles, clock }
}

describe('a blueprint', () => {
  it('pushes its content into every associated course, as a migration that the usual list does not show', async () => {
    const t = await setUp()
    const page = await t.addPage(t.blueprint, 'Overview')
    const sync = await t.sync({ comment: 'first' })
    expect(sync).toMatchObject({ workflow_state: 'completed', comment: 'first', template_id: expect.any(Number) })
    expect([await t.titles(t.one), await t.titles(t.two)]).toEqual([['Overview'], ['Overview']])
    expect((await t.admin.get(`/courses/${t.one}/content_migrations`)).body).toEqual([])
    const [subscription] = (await t.admin.get(`/courses/${t.one}/blueprint_subscriptions`)).body
    expect(subscription).toMatchObject({ blueprint_course: { id: t.blueprint, name: 'Blueprint' } })
    const [imported] = (await t.admin.get(`/courses/${t.one}/blueprint_subscriptions/default/migrations`)).body
    expect(imported).toMatchObject({ workflow_state: 'completed', subscription_id: subscription.id })
    const map = await t.admin.get(`/courses/${t.one}/content_migrations/${imported.id}/asset_id_mapping`)
    const [copied] = (await t.admin.get(`/courses/${t.one}/pages`)).body
    expect(map.body).toEqual({ pages: { [page.page_id]: String(copied.page_id) } })
    expect((await t.admin.get(t.base)).body).toMatchObject({
      associated_course_count: 2,
      latest_migration: { id: sync.id },
    })
  })

  it('is at work until every associated course has it', async () => {
    const t = await setUp()
    await t.addPage(t.blueprint, 'Overview')
    const { id } = (await t.admin.post(`${t.base}/migrations`)).body
    const states = new Set<string>()
    for (let step: string | null = ''; step !== null; step = await t.sandbox.copies.step())
      states.add((await t.admin.get(`${t.base}/migrations/${id}`)).body.workflow_state)
    expect([...states]).toEqual(['exporting', 'imports_queued', 'completed'])
    expect((await t.admin.post(`${t.base}/migrations`)).status).toBe(200)
    expect((await t.admin.post(`${t.base}/migrations`)).body).toEqual({
      message: 'Cannot queue a migration while one is currently running',
    })
  })

  it('keeps what a course changed, unless the page is locked', async () => {
    const t = await setUp()
    const page = await t.addPage(t.blueprint, 'Overview')
    const body = async (courseId: number) => (await t.admin.get(`/courses/${courseId}/pages/overview`)).body.body
    await t.sync()
    await t.admin.put(`/courses/${t.one}/pages/overview`, { wiki_page: { body: '<p>mine</p>' } })
    await t.admin.put(`/courses/${t.blueprint}/pages/overview`, { wiki_page: { body: '<p>new</p>' } })
    const second = await t.sync()
    expect([await body(t.one), await body(t.two)]).toEqual(['<p>mine</p>', '<p>new</p>'])
    expect((await t.admin.get(`${t.base}/migrations/${second.id}/details`)).body).toMatchObject([
      { asset_id: page.page_id, asset_type: 'wiki_page', change_type: 'updated', exceptions: [{ course_id: t.one }] },
    ])
    const lock = { content_type: 'wiki_page', content_id: page.page_id, restricted: true }
    expect((await t.admin.put(`${t.base}/restrict_item`, lock)).body).toEqual({ success: true })
    const refused = await t.admin.put(`/courses/${t.one}/pages/overview`, { wiki_page: { body: '<p>again</p>' } })
    expect([refused.status >= 400, await body(t.one)]).toEqual([true, '<p>mine</p>'])
    await t.sync()
    expect(await body(t.one)).toBe('<p>new</p>')
    await t.admin.put(`${t.base}/restrict_item`, { ...lock, restricted: false })
    expect((await t.admin.put(`/courses/${t.one}/pages/overview`, { wiki_page: { body: '<p>free</p>' } })).status).toBe(
      200,
    )
  })

  it('locks activities and files as well: fields by kind, deletions, and what is uploaded over a file', async () => {
    const t = await setUp(1)
    const assignment = {
      name: 'Essay',
      description: '<p>Write.</p>',
      points_possible: 10,
      due_at: '2026-03-01T00:00:00Z',
    }
    const { id } = (await t.admin.post(`/courses/${t.blueprint}/assignments`, { assignment })).body
    const folderId = rootFolder(t.world, t.blueprint).id
    const bytes = new Uint8Array([1])
    const file = createFile(t.world, { courseId: t.blueprint, folderId, displayName: 'soil.png', bytes })
    await t.sync()
    const [essay] = (await t.admin.get(`/courses/${t.one}/assignments`)).body
    const [picture] = (await t.admin.get(`/courses/${t.one}/files`)).body
    expect(essay).toMatchObject({ is_master_course_child_content: true, restricted_by_master_course: false })
    expect(essay).not.toHaveProperty('master_course_restrictions')

    const restrictions = { content: true, points: true, due_dates: false }
    const restrict = (content_type: string, content_id: number, more = {}) =>
      t.admin.put(`${t.base}/restrict_item`, { content_type, content_id, restricted: true, ...more })
    await restrict('assignment', id, { restrictions })
    await restrict('attachment', file.id)
    const path = `/courses/${t.one}/assignments/${essay.id}`
    const change = async (wishes: object) => (await t.admin.put(path, { assignment: wishes })).body
    expect((await change({ name: 'Mine', points_possible: 5, due_at: null })).errors.base[0].message).toBe(
      'cannot change column(s): title, points_possible - locked by Master Course',
    )
    expect(await change({ name: 'Essay', due_at: null })).toMatchObject({ name: 'Essay', due_at: null })
    expect((await t.admin.get(`/courses/${t.one}/assignments`)).body[0]).toMatchObject({
      restricted_by_master_course: true,
      master_course_restrictions: restrictions,
    })
    expect((await t.admin.del(path)).status).toBe(403)

    const shown = (await t.admin.get(`/files/${picture.id}`)).body
    expect(shown).toMatchObject({ restricted_by_master_course: true, master_course_restrictions: { content: true } })
    expect((await t.admin.put(`/files/${picture.id}`, { name: 'other.png' })).status).toBe(400)
    expect((await t.admin.put(`/files/${picture.id}`, { locked: true })).body.locked).toBe(true)
    expect((await t.admin.del(`/files/${picture.id}`)).status).toBe(403)
    const over = createFile(t.world, { courseId: t.one, folderId: picture.folder_id, displayName: 'soil.png', bytes })
    settleName(t.world, over, 'overwrite')
    expect([over.displayName, t.world.rows.files.get(picture.id)?.state]).toEqual(['soil-1.png', 'available'])

    expect((await t.admin.get(`/courses/${t.blueprint}/files`)).body[0]).toMatchObject({
      is_master_course_master_content: true,
      restricted_by_master_course: true,
    })
    await t.admin.put(`${t.base}/update_associations`, { course_ids_to_remove: [t.one] })
    expect((await t.admin.del(path)).status).toBe(200)
    expect((await t.admin.get(`/files/${picture.id}`)).body).not.toHaveProperty('restricted_by_master_course')
  })

  it('passes deletions on, but not of what was changed downstream; what was deleted there stays deleted', async () => {
    const t = await setUp()
    for (const title of ['Gone', 'Edited', 'Unwanted']) await t.addPage(t.blueprint, title)
    await t.sync()
    await t.admin.put(`/courses/${t.one}/pages/edited`, { wiki_page: { body: '<p>mine</p>' } })
    await t.admin.del(`/courses/${t.one}/pages/unwanted`)
    for (const url of ['gone', 'edited']) await t.admin.del(`/courses/${t.blueprint}/pages/${url}`)
    await t.sync()
    expect([await t.titles(t.one), await t.titles(t.two)]).toEqual([['Edited'], ['Unwanted']])
    await t.sync()
    expect(await t.titles(t.one)).toEqual(['Edited'])
  })

  it('tells what has changed since', async () => {
    const t = await setUp()
    expect((await t.admin.get(`${t.base}/unsynced_changes`)).body).toEqual([
      { asset_name: 'Blueprint', change_type: 'initial_sync' },
    ])
    await t.sync()
    expect((await t.admin.get(`${t.base}/unsynced_changes`)).body).toEqual([])
    await t.addPage(t.blueprint, 'New')
    expect((await t.admin.get(`${t.base}/unsynced_changes`)).body).toMatchObject([
      { asset_name: 'New', change_type: 'created', asset_type: 'wiki_page', locked: false },
    ])
  })

  it('refuses associations that Canvas refuses', async () => {
    const t = await setUp()
    const put = async (body: unknown) => (await t.admin.put(`${t.base}/update_associations`, body)).body.message
    const both = { course_ids_to_add: [t.one], course_ids_to_remove: [t.one] }
    expect(await put(both)).toBe('cannot add and remove a course at the same time')
    expect(await put({ course_ids_to_add: [t.blueprint] })).toBe(`invalid courses to add (${t.blueprint})`)
    const other = t.addCourse('Other blueprint')
    await t.admin.put(`/courses/${other}`, { course: { blueprint: true } })
    const answer = await t.admin.put(`/courses/${other}/blueprint_templates/default/update_associations`, {
      course_ids_to_add: [t.one],
    })
    expect(answer.body.message).toBe(`cannot add courses already associated with other templates (${t.one})`)
    expect((await t.admin.get(`/courses/${t.one}/blueprint_templates/default`)).status).toBe(404)
  })
})
