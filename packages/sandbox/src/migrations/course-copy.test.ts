import { describe, expect, it } from 'vitest'
import { createCourse } from '../courses/courses.ts'
import { createSandbox, type SandboxOptions } from '../sandbox.ts'
import { apiCaller } from './api-caller.ts'
import { migrationIdOf } from './migration-id.ts'

function setUp(options: SandboxOptions = {}) {
  const sandbox = createSandbox(options)
  const { world, people } = sandbox
  const admin = apiCaller(sandbox, people.administrator)
  const addCourse = (name: string) => {
    const course = createCourse(world, { accountId: people.account.id, termId: people.defaultTerm.id })
    course.name = name
    world.rows.courses.set(course.id, course)
    return course.id
  }
  const addPage = async (courseId: number, title: string, body = '<p>x</p>', more = {}) =>
    (await admin.post(`/courses/${courseId}/pages`, { wiki_page: { title, body, published: true, ...more } })).body
  const addModule = async (courseId: number, name: string) =>
    (await admin.post(`/courses/${courseId}/modules`, { module: { name } })).body
  const addItem = async (courseId: number, moduleId: number, item: Record<string, unknown>) =>
    (await admin.post(`/courses/${courseId}/modules/${moduleId}/items`, { module_item: item })).body
  const startCopy = async (from: number, to: number, more: Record<string, unknown> = {}) => {
    const settings = { source_course_id: from, ...(more.settings as object) }
    const body = { migration_type: 'course_copy_importer', ...more, settings }
    return (await admin.post(`/courses/${to}/content_migrations`, body)).body
  }
  const copy = async (from: number, to: number, more: Record<string, unknown> = {}) => {
    const started = await startCopy(from, to, more)
    await sandbox.copies.finish()
    return (await admin.get(`/courses/${to}/content_migrations/${started.id}`)).body
  }
  const mapping = async (to: number, id: number) =>
    (await admin.get(`/courses/${to}/content_migrations/${id}/asset_id_mapping`)).body
  const pageOf = async (courseId: number, url: string) => (await admin.get(`/courses/${courseId}/pages/${url}`)).body
  const bodyOf = (courseId: number, title: string) =>
    [...world.rows.pages.values()].find(page => page.courseId === courseId && page.title === title)?.body
  const pages = (courseId: number) =>
    [...world.rows.pages.values()].filter(page => page.courseId === courseId && page.state !== 'deleted')
  const modules = (courseId: number) =>
    [...world.rows.modules.values()]
      .filter(row => row.courseId === courseId && row.state !== 'deleted')
      .toSorted((a, b) => a.position - b.position)
  const people2 = people
  return {
    sandbox,
    world,
    people: people2,
    admin,
    addCourse,
    addPage,
    addModule,
    addItem,
    startCopy,
    copy,
    mapping,
    pageOf,
    bodyOf,
    pages,
    modules,
  }
}

describe('a course copy', () => {
  it('brings pages, files, modules and items over and maps every id', async () => {
    const t = setUp()
    const [a, b] = [t.addCourse('A'), t.addCourse('B')]
    const file = await t.admin.upload(a, 'plan & map.png', 'bytes', { parent_folder_path: 'images/deep' })
    const page = await t.addPage(a, 'Welcome', `<p><img src="/courses/${a}/files/${file.id}/preview"></p>`)
    const module = await t.addModule(a, 'Week 1')
    await t.admin.put(`/courses/${a}/modules/${module.id}`, { module: { published: true } })
    const item = await t.addItem(a, module.id, { type: 'Page', page_url: page.url })
    const migration = await t.copy(a, b)
    expect(migration).toMatchObject({ workflow_state: 'completed', migration_issues_count: 0 })
    const map = await t.mapping(b, migration.id)
    expect(Object.keys(map)).toEqual(['files', 'module_items', 'modules', 'pages'])
    const newFile = map.files[file.id]
    expect(t.bodyOf(b, 'Welcome')).toBe(`<p><img src="/courses/${b}/files/${newFile}/preview"></p>`)
    const [copied] = t.modules(b)
    expect(copied).toMatchObject({ id: Number(map.modules[module.id]), name: 'Week 1', state: 'active', position: 1 })
    const items = (await t.admin.get(`/courses/${b}/modules/${copied?.id}/items`)).body
    expect(items).toMatchObject([{ id: Number(map.module_items[item.id]), title: 'Welcome', page_url: 'welcome' }])
    const folders = (await t.admin.get(`/courses/${b}/folders/by_path/images/deep`)).body
    expect(folders.map((folder: { full_name: string }) => folder.full_name)).toEqual([
      'course files',
      'course files/images',
      'course files/images/deep',
    ])
  })

  it('can be met at every step, and only its end is complete', async () => {
    const t = setUp({ copySpeedMs: 'held' })
    const [a, b] = [t.addCourse('A'), t.addCourse('B')]
    const second = await t.addPage(a, 'Second')
    await t.addPage(a, 'First', `<a href="/courses/${a}/pages/${second.url}">go</a>`)
    await t.addModule(a, 'Week 1')
    const { id } = await t.startCopy(a, b)
    const seen: string[] = []
    let last = -1
    for (let step = await t.sandbox.copies.step(); step !== null; step = await t.sandbox.copies.step()) {
      const migration = (await t.admin.get(`/courses/${b}/content_migrations/${id}`)).body
      const progress = (await t.admin.get(migration.progress_url)).body
      expect(progress.completion).toBeGreaterThanOrEqual(last)
      last = progress.completion
      const map = await t.admin.get(`/courses/${b}/content_migrations/${id}/asset_id_mapping`)
      expect(map.status).toBe(step === 'imported' ? 200 : 400)
      if (map.status === 400) expect(map.body).toEqual({ message: 'Migration is incomplete' })
      const link = /href="([^"]*)"/.exec(t.bodyOf(b, 'First') ?? '')?.[1]
      const shape = link?.replace(/[0-9a-f]{32}/, 'md5') ?? 'no page'
      seen.push(`${step}: ${migration.workflow_state}, ${t.modules(b).length} modules, ${shape}`)
    }
    const good = `/courses/${b}/pages/second`
    expect(seen).toEqual([
      'started: pre_processing, 0 modules, no page',
      'export: running, 0 modules, no page',
      'pages 1/2: running, 0 modules, no page',
      'pages 2/2: running, 0 modules, LINK.PLACEHOLDER_md5',
      'modules 1/1: running, 1 modules, LINK.PLACEHOLDER_md5',
      'settings: running, 1 modules, LINK.PLACEHOLDER_md5',
      'front page: running, 1 modules, LINK.PLACEHOLDER_md5',
      `links: running, 1 modules, ${good}`,
      `dates: running, 1 modules, ${good}`,
      `progress: running, 1 modules, ${good}`,
      `imported: completed, 1 modules, ${good}`,
    ])
  })

  it('runs by the clock, a step each time it is due', async () => {
    const clock = { ms: Date.parse('2026-02-01T00:00:00Z') }
    const t = setUp({ copySpeedMs: 1000, now: () => clock.ms })
    const [a, b] = [t.addCourse('A'), t.addCourse('B')]
    const { id } = await t.startCopy(a, b)
    const state = async () => (await t.admin.get(`/courses/${b}/content_migrations/${id}`)).body.workflow_state
    expect(await state()).toBe('running')
    clock.ms += 1000
    expect(await state()).toBe('pre_processing')
    clock.ms += 6000
    expect(await state()).toBe('running')
    clock.ms += 1000
    expect(await state()).toBe('completed')
  })

  it('waits while another one runs into the same course, and takes what the source holds when its turn comes', async () => {
    const t = setUp({ copySpeedMs: 'held' })
    const [a, b, c] = [t.addCourse('A'), t.addCourse('B'), t.addCourse('C')]
    await t.addPage(a, 'From A')
    await t.addPage(c, 'From C')
    const first = await t.startCopy(a, b)
    const second = await t.startCopy(c, b)
    expect([first.workflow_state, second.workflow_state]).toEqual(['running', 'queued'])
    await t.sandbox.copies.step()
    await t.addPage(c, 'Late')
    await t.sandbox.copies.finish()
    expect(t.pages(b).map(page => page.title)).toEqual(['From A', 'From C', 'Late'])
    const list = (await t.admin.get(`/courses/${b}/content_migrations`)).body
    expect(list.map((row: { id: number }) => row.id)).toEqual([second.id, first.id])
  })

  it('carries on along a chain A→B→C with a mapping for each pair', async () => {
    const t = setUp()
    const [a, b, c] = [t.addCourse('A'), t.addCourse('B'), t.addCourse('C')]
    const page = await t.addPage(a, 'Only')
    const one = await t.copy(a, b)
    const two = await t.copy(b, c)
    const inB = (await t.mapping(b, one.id)).pages[page.page_id]
    const inC = (await t.mapping(c, two.id)).pages[inB]
    expect(t.world.rows.pages.get(Number(inC))).toMatchObject({ courseId: c, title: 'Only' })
    expect((await t.mapping(c, two.id)).pages[page.page_id]).toBeUndefined()
  })

  it('reports links to what did not come along and leaves them as they were', async () => {
    const t = setUp()
    const [a, b] = [t.addCourse('A'), t.addCourse('B')]
    const file = await t.admin.upload(a, 'gone.png', 'x')
    await t.addPage(
      a,
      'Broken',
      `<img src="/courses/${a}/files/${file.id}/preview"><a href="/courses/${a}/files/999999">y</a>`,
    )
    await t.admin.del(`/files/${file.id}`)
    const migration = await t.copy(a, b)
    expect(migration.migration_issues_count).toBe(0)
    expect(t.bodyOf(b, 'Broken')).toContain(`/courses/${a}/files/999999`)
    const module = await t.addModule(a, 'Here')
    await t.addPage(a, 'To a module', `<a href="/courses/${a}/modules/${module.id}">m</a>`)
    const pages = t.pages(a).filter(page => page.title === 'To a module')
    const selective = await t.copy(a, t.addCourse('D'), { select: { pages: pages.map(page => page.id) } })
    const issues = (await t.admin.get(selective.migration_issues_url)).body
    expect(issues).toMatchObject([
      {
        description: 'Missing links found in imported content - Wiki Page body',
        issue_type: 'warning',
        workflow_state: 'active',
        fix_issue_html_url: expect.stringContaining('/pages/to-a-module'),
      },
    ])
  })
})

describe('what modules hold', () => {
  it('arrives with its rules: order of modules, requirements, indents, links and headers', async () => {
    const t = setUp()
    const [a, b] = [t.addCourse('A'), t.addCourse('B')]
    const page = await t.addPage(a, 'P')
    const first = await t.addModule(a, 'First')
    const second = (
      await t.admin.post(`/courses/${a}/modules`, {
        module: { name: 'Second', prerequisite_module_ids: [first.id], require_sequential_progress: true },
      })
    ).body
    const requirement = { completion_requirement: { type: 'must_view' } }
    await t.addItem(a, second.id, { type: 'Page', page_url: page.url, indent: 3, ...requirement })
    await t.addItem(a, second.id, { type: 'ExternalUrl', title: 'W', external_url: 'https://e.org/', new_tab: true })
    await t.addItem(a, second.id, { type: 'SubHeader', title: 'H' })
    await t.copy(a, b)
    const [one, two] = (await t.admin.get(`/courses/${b}/modules?include[]=items`)).body
    expect(two).toMatchObject({ prerequisite_module_ids: [one.id], require_sequential_progress: true })
    expect(two.items).toMatchObject([
      { type: 'Page', indent: 3, position: 1, completion_requirement: { type: 'must_view' } },
      { type: 'ExternalUrl', external_url: 'https://e.org/', new_tab: true, position: 2 },
      { type: 'SubHeader', title: 'H', position: 3 },
    ])
  })

  it('is left out where its page does not come along', async () => {
    const t = setUp()
    const [a, b] = [t.addCourse('A'), t.addCourse('B')]
    const page = await t.addPage(a, 'P')
    const module = await t.addModule(a, 'M')
    await t.addItem(a, module.id, { type: 'Page', page_url: page.url })
    for (const row of t.world.rows.pages.values()) row.state = 'deleted'
    await t.copy(a, b)
    const [copied] = t.modules(b)
    expect((await t.admin.get(`/courses/${b}/modules/${copied?.id}/items`)).body).toEqual([])
  })

  it('an unpublished source module says nothing about a copy that was published meanwhile', async () => {
    const t = setUp()
    const [a, b] = [t.addCourse('A'), t.addCourse('B')]
    await t.addModule(a, 'M')
    await t.copy(a, b)
    const [copied] = t.modules(b)
    expect(copied?.state).toBe('unpublished')
    await t.admin.put(`/courses/${b}/modules/${copied?.id}`, { module: { published: true } })
    await t.copy(a, b)
    expect(t.modules(b)).toMatchObject([{ id: copied?.id, state: 'active' }])
  })

  it('a link to a file that was uploaded anew leads to what took its place', async () => {
    const t = setUp()
    const [a, b] = [t.addCourse('A'), t.addCourse('B')]
    const old = await t.admin.upload(a, 'a.png', 'one')
    await t.addPage(a, 'P', `<img src="/courses/${a}/files/${old.id}/preview">`)
    const fresh = await t.admin.upload(a, 'a.png', 'two')
    const map = await t.mapping(b, (await t.copy(a, b)).id)
    expect(map.files).toEqual({ [fresh.id]: expect.any(String) })
    expect(t.bodyOf(b, 'P')).toBe(`<img src="/courses/${b}/files/${map.files[fresh.id]}/preview">`)
  })
})

describe('links in both modes', () => {
  const json = (a: number, id: number) => `{"image":"/courses/${a}/files/${id}/preview"}`
  it.each([
    ['precise', true, (a: number, _key: string, id: number) => json(a, id)],
    ['string', false, (_a: number, key: string) => `{"image":"$CANVAS_COURSE_REFERENCE$/file_ref/${key}/preview"}`],
  ] as const)('%s: JSON in a text keeps its address or is left with a token', async (_name, preciseLinks, expected) => {
    const t = setUp({ flags: { preciseLinks } })
    const [a, b] = [t.addCourse('A'), t.addCourse('B')]
    const file = await t.admin.upload(a, 'x.png', 'x')
    await t.addPage(a, 'Config', `<div class="cc">${json(a, file.id)}</div>`)
    await t.copy(a, b)
    expect(t.bodyOf(b, 'Config')).toBe(
      `<div class="cc">${expected(a, migrationIdOf('attachment', file.id), file.id)}</div>`,
    )
  })
})

describe('a second copy of the same course', () => {
  it('overwrites local edits, keeps the publish state, removes items that are gone and leaves local ones', async () => {
    const t = setUp()
    const [a, b] = [t.addCourse('A'), t.addCourse('B')]
    const page = await t.addPage(a, 'Title', '<p>one</p>')
    const other = await t.addPage(a, 'Other')
    const module = await t.addModule(a, 'M')
    await t.addItem(a, module.id, { type: 'Page', page_url: page.url })
    const gone = await t.addItem(a, module.id, { type: 'Page', page_url: other.url })
    const first = await t.copy(a, b)
    const map = await t.mapping(b, first.id)
    await t.admin.put(`/courses/${b}/pages/title`, {
      wiki_page: { title: 'Mine', body: '<p>mine</p>', published: false },
    })
    await t.addItem(b, Number(map.modules[module.id]), { type: 'SubHeader', title: 'Local' })
    await t.admin.del(`/courses/${a}/modules/${module.id}/items/${gone.id}`)
    await t.admin.put(`/courses/${a}/modules/${module.id}`, { module: { published: true } })
    await t.admin.put(`/courses/${a}/pages/title`, { wiki_page: { body: '<p>two</p>', published: true } })
    const second = await t.copy(a, b)
    expect(await t.mapping(b, second.id)).toEqual({ ...map, module_items: expect.anything() })
    const row = t.world.rows.pages.get(Number(map.pages[page.page_id]))
    expect(row).toMatchObject({
      title: 'Title',
      url: 'title',
      body: '<p>two</p>',
      state: 'unpublished',
      lastEditedBy: null,
    })
    expect(row?.revisions.map(revision => revision.body)).toEqual(['<p>one</p>', '<p>mine</p>', '<p>two</p>'])
    expect(t.modules(b)).toMatchObject([{ state: 'active' }])
    const items = (await t.admin.get(`/courses/${b}/modules/${map.modules[module.id]}/items`)).body
    expect(items.map((item: { title: string }) => item.title).sort()).toEqual(['Local', 'Title'])
  })

  it('revives what was deleted in the destination', async () => {
    const t = setUp()
    const [a, b] = [t.addCourse('A'), t.addCourse('B')]
    const page = await t.addPage(a, 'Back')
    const file = await t.admin.upload(a, 'a.txt', 'x')
    const map = await t.mapping(b, (await t.copy(a, b)).id)
    await t.admin.del(`/courses/${b}/pages/back`)
    await t.admin.del(`/files/${map.files[file.id]}`)
    expect(t.pages(b)).toEqual([])
    await t.copy(a, b)
    expect(t.pages(b).map(row => row.id)).toEqual([Number(map.pages[page.page_id])])
    expect((await t.admin.get(`/files/${map.files[file.id]}`)).body).toMatchObject({ display_name: 'a.txt' })
  })

  it('puts new modules after those that are there', async () => {
    const t = setUp()
    const [a, b] = [t.addCourse('A'), t.addCourse('B')]
    await t.addModule(b, 'Local 1')
    await t.addModule(b, 'Local 2')
    for (const name of ['One', 'Two']) await t.addModule(a, name)
    await t.copy(a, b)
    expect(t.modules(b).map(row => `${row.position} ${row.name}`)).toEqual(['1 Local 1', '2 Local 2', '3 One', '4 Two'])
    await t.addModule(a, 'Three')
    await t.copy(a, b)
    expect(t.modules(b).map(row => row.name)).toEqual(['Local 1', 'One', 'Local 2', 'Two', 'Three'])
  })

  it('overwrites its own file in place and steps aside for a stranger of the same name', async () => {
    const t = setUp()
    const [a, b] = [t.addCourse('A'), t.addCourse('B')]
    const stranger = await t.admin.upload(b, 'map.tar.gz', 'theirs', { parent_folder_path: 'x' })
    const file = await t.admin.upload(a, 'map.tar.gz', 'ours', { parent_folder_path: 'x' })
    const map = await t.mapping(b, (await t.copy(a, b)).id)
    const id = map.files[file.id]
    expect((await t.admin.get(`/files/${id}`)).body).toMatchObject({ display_name: 'map-1.tar.gz', size: 4 })
    expect((await t.admin.get(`/files/${stranger.id}`)).body).toMatchObject({ display_name: 'map.tar.gz', size: 6 })
    await t.admin.put(`/files/${id}`, { locked: true })
    const again = await t.admin.upload(a, 'map.tar.gz', 'ours, longer', { parent_folder_path: 'x' })
    expect(again.id).not.toBe(file.id)
    const later = await t.mapping(b, (await t.copy(a, b)).id)
    expect(later.files).toEqual({ [file.id]: id, [again.id]: expect.any(String) })
    expect((await t.admin.get(`/files/${id}`)).body).toMatchObject({ display_name: 'map-1.tar.gz', locked: true })
    expect((await t.admin.get(`/files/${later.files[again.id]}`)).body.display_name).toBe('map-2.tar.gz')
  })
})

describe('names that collide', () => {
  it.each([
    [false, 'Overview-2', 'overview-2'],
    [true, 'Overview', 'overview-2'],
  ])('with permanent links %s a page of the same title becomes %s', async (permanentPageLinks, title, url) => {
    const t = setUp({ flags: { permanentPageLinks } })
    const [a, b] = [t.addCourse('A'), t.addCourse('B')]
    await t.addPage(a, 'Overview', '<p>theirs</p>')
    await t.addPage(b, 'Overview', '<p>mine</p>')
    await t.copy(a, b)
    expect(t.pages(b).map(page => [page.title, page.url, page.body])).toEqual([
      ['Overview', 'overview', '<p>mine</p>'],
      [title, url, '<p>theirs</p>'],
    ])
  })
})

describe('many modules', () => {
  it.each([0, 1, 100, 101, 1000])('%d modules arrive in order', async count => {
    const t = setUp()
    const [a, b] = [t.addCourse('A'), t.addCourse('B')]
    for (let number = 1; number <= count; number += 1) {
      const now = t.world.nowIso()
      const id = t.world.nextId('modules')
      const fixed = {
        unlockAt: null,
        requireSequentialProgress: false,
        publishFinalGrade: false,
        requirementCount: null,
      }
      const row = { id, courseId: a, migrationId: null, name: `Module & <${number}> $'`, position: number, ...fixed }
      t.world.rows.modules.set(id, {
        ...row,
        state: 'active',
        prerequisiteModuleIds: [],
        createdAt: now,
        updatedAt: now,
      })
    }
    const migration = await t.copy(a, b)
    expect(t.modules(b).map(row => row.name)).toEqual(t.modules(a).map(row => row.name))
    expect(Object.keys((await t.mapping(b, migration.id)).modules ?? {})).toHaveLength(count)
  })
})

describe('what a copy is refused for', () => {
  it.each([
    [{}, 'Invalid migration_type'],
    [{ migration_type: 'nonsense' }, 'Invalid migration_type'],
    [{ migration_type: 'course_copy_importer' }, 'A course copy requires a source course.'],
    [
      { migration_type: 'course_copy_importer', settings: { source_course_id: 99 } },
      'The source course was not found.',
    ],
    [{ migration_type: 'canvas_cartridge_importer' }, 'File upload, file_url, or content_export_id is required'],
  ])('%j: %s', async (body, message) => {
    const t = setUp()
    const answer = await t.admin.post(`/courses/${t.addCourse('B')}/content_migrations`, body)
    expect([answer.status, answer.body]).toEqual([400, { message }])
  })
})
