import { describe, expect, it } from 'vitest'
import { createCourse } from '../courses/courses.ts'
import { enroll } from '../people.ts'
import { createSandbox, type SandboxOptions } from '../sandbox.ts'
import { apiCaller } from './api-caller.ts'
import { migrationIdOf } from './migration-id.ts'

function setUp(options: SandboxOptions = {}) {
  const sandbox = createSandbox({ copySpeedMs: 'held', ...options })
  const { world, people } = sandbox
  const admin = apiCaller(sandbox, people.administrator)
  const addCourse = (name: string) => {
    const course = createCourse(world, { accountId: people.account.id, termId: people.defaultTerm.id })
    course.name = name
    world.rows.courses.set(course.id, course)
    return course
  }
  const addPage = async (courseId: number, title: string, body = '<p>x</p>', more = {}) =>
    (await admin.post(`/courses/${courseId}/pages`, { wiki_page: { title, body, published: true, ...more } })).body
  const addModule = async (courseId: number, name: string, more = {}) =>
    (await admin.post(`/courses/${courseId}/modules`, { module: { name, ...more } })).body
  const start = async (from: number | string, to: number, more: Record<string, unknown> = {}) => {
    const settings = { source_course_id: from, ...Object(more.settings) }
    const body = { migration_type: 'course_copy_importer', ...more, settings }
    return (await admin.post(`/courses/${to}/content_migrations`, body)).body
  }
  const stateOf = async (to: number, id: number) =>
    (await admin.get(`/courses/${to}/content_migrations/${id}`)).body.workflow_state
  const copy = async (from: number | string, to: number, more: Record<string, unknown> = {}) => {
    const { id } = await start(from, to, more)
    await sandbox.copies.finish()
    return (await admin.get(`/courses/${to}/content_migrations/${id}`)).body
  }
  const titles = (courseId: number) =>
    [...world.rows.pages.values()].filter(page => page.courseId === courseId).map(page => page.title)
  return { sandbox, world, people, admin, addCourse, addPage, addModule, start, copy, stateOf, titles }
}

describe('a copy of everything', () => {
  it('takes the settings along, but neither name nor state nor dates', async () => {
    const t = setUp()
    const [a, b] = [t.addCourse('A'), t.addCourse('B')]
    await t.addPage(a.id, 'Home', '<p>home</p>', { front_page: true })
    await t.admin.put(`/courses/${a.id}`, {
      course: {
        default_view: 'wiki',
        is_public: true,
        license: 'cc_by',
        syllabus_body: '<p>s</p>',
        course_format: 'online',
      },
    })
    a.workflowState = 'available'
    a.startAt = '2026-01-01T00:00:00Z'
    await t.copy(a.id, b.id)
    expect(b).toMatchObject({
      name: 'B',
      workflowState: 'unpublished',
      startAt: null,
      defaultView: 'wiki',
      frontPageUrl: 'home',
      isPublic: true,
      license: 'cc_by',
      syllabusBody: '<p>s</p>',
      settings: { course_format: 'online' },
    })
  })

  it.each([
    [['all_course_settings'], { defaultView: 'modules', isPublic: false, license: 'private', frontPageUrl: 'mine' }],
    [['visibility_settings'], { defaultView: 'wiki', isPublic: false, license: 'cc_by', frontPageUrl: 'theirs' }],
    [[], { defaultView: 'wiki', isPublic: true, license: 'cc_by', frontPageUrl: 'theirs' }],
  ])('without %j leaves those as they were', async (importer_skips, expected) => {
    const t = setUp()
    const [a, b] = [t.addCourse('A'), t.addCourse('B')]
    await t.addPage(a.id, 'Theirs', '<p>a</p>', { front_page: true })
    await t.addPage(b.id, 'Mine', '<p>b</p>', { front_page: true })
    await t.admin.put(`/courses/${a.id}`, { course: { default_view: 'wiki', is_public: true, license: 'cc_by' } })
    await t.copy(a.id, b.id, { settings: { importer_skips } })
    expect(b).toMatchObject(expected)
  })

  it('shows modules where the source shows a front page it does not have', async () => {
    const t = setUp()
    const [a, b] = [t.addCourse('A'), t.addCourse('B')]
    a.defaultView = 'wiki'
    b.defaultView = 'feed'
    await t.copy(a.id, b.id)
    expect(b.defaultView).toBe('modules')
  })

  it('shifts the dates of what it wrote and fills only blank course dates', async () => {
    const t = setUp()
    const [a, b] = [t.addCourse('A'), t.addCourse('B')]
    await t.addModule(a.id, 'Week 2', { unlock_at: '2026-02-09T08:00:00Z' })
    b.endAt = '2027-01-01T00:00:00Z'
    const dates = {
      old_start_date: '2026-02-02',
      old_end_date: '2026-05-29',
      new_start_date: '2026-08-03',
      new_end_date: '2026-11-27',
    }
    await t.copy(a.id, b.id, { date_shift_options: { shift_dates: true, ...dates } })
    const [module] = (await t.admin.get(`/courses/${b.id}/modules`)).body
    expect(module.unlock_at).toBe('2026-08-10T08:00:00Z')
    expect([b.startAt, b.endAt]).toEqual(['2026-08-03T00:00:00Z', '2027-01-01T00:00:00Z'])
    const both = await t.start(a.id, b.id, { date_shift_options: { shift_dates: true, remove_dates: true } })
    expect(both.errors.date_shift_options).toBeDefined()
  })
})

describe('a part of a course', () => {
  it('a chosen module brings what its items show, and files that chosen pages show', async () => {
    const t = setUp()
    const [a, b] = [t.addCourse('A'), t.addCourse('B')]
    const shown = await t.admin.upload(a.id, 'shown.png', 'x')
    await t.admin.upload(a.id, 'other.png', 'x')
    const page = await t.addPage(a.id, 'In module', `<img src="/courses/${a.id}/files/${shown.id}/preview">`)
    await t.addPage(a.id, 'Elsewhere')
    const module = await t.addModule(a.id, 'Chosen')
    await t.addModule(a.id, 'Not chosen')
    await t.admin.post(`/courses/${a.id}/modules/${module.id}/items`, {
      module_item: { type: 'Page', page_url: page.url },
    })
    await t.copy(a.id, b.id, { select: { modules: [module.id] } })
    expect(t.titles(b.id)).toEqual(['In module'])
    const names = async (path: string, key: string) =>
      (await t.admin.get(`/courses/${b.id}/${path}`)).body.map((row: Record<string, string>) => row[key])
    expect(await names('files', 'display_name')).toEqual(['shown.png'])
    expect(await names('modules', 'name')).toEqual(['Chosen'])
  })

  it('waits for the choice when asked to, and blocks nobody meanwhile', async () => {
    const t = setUp()
    const [a, b] = [t.addCourse('A'), t.addCourse('B')]
    const [yes] = [await t.addPage(a.id, 'Yes'), await t.addPage(a.id, 'No')]
    const { id, workflow_state } = await t.start(a.id, b.id, { selective_import: true })
    expect(workflow_state).toBe('waiting_for_select')
    const base = `/courses/${b.id}/content_migrations/${id}`
    const nodes = (await t.admin.get(`${base}/selective_data?type=wiki_pages`)).body
    const key = migrationIdOf('wiki_page', yes.page_id)
    expect(nodes[0]).toEqual({
      type: 'wiki_pages',
      property: `copy[wiki_pages][id_${key}]`,
      title: 'Yes',
      migration_id: key,
    })
    await t.admin.put(base, { [`copy[wiki_pages][id_${key}]`]: 1, copy: { wiki_pages: { [`id_${key}`]: '1' } } })
    await t.sandbox.copies.finish()
    expect(t.titles(b.id)).toEqual(['Yes'])
    expect(b.defaultView).toBe('modules')
  })
})

describe('trouble', () => {
  it('a source that is gone when the turn comes fails that copy, and the next one runs', async () => {
    const t = setUp()
    const [a, b, c] = [t.addCourse('A'), t.addCourse('B'), t.addCourse('C')]
    await t.addPage(c.id, 'From C')
    const first = await t.start(a.id, b.id)
    const second = await t.start(c.id, b.id)
    a.workflowState = 'deleted'
    await t.sandbox.copies.finish()
    expect([await t.stateOf(b.id, first.id), await t.stateOf(b.id, second.id)]).toEqual(['failed', 'completed'])
    const issues = (await t.admin.get(first.migration_issues_url)).body
    expect(issues).toMatchObject([{ issue_type: 'error', description: expect.stringContaining('unexpected error') }])
    expect(t.titles(b.id)).toEqual(['From C'])
  })

  it('a mapping is gone with its source', async () => {
    const t = setUp()
    const [a, b] = [t.addCourse('A'), t.addCourse('B')]
    const { id } = await t.copy(a.id, b.id)
    expect((await t.admin.get(`/courses/${b.id}/content_migrations/${id}/asset_id_mapping`)).body).toEqual({})
    a.workflowState = 'deleted'
    expect((await t.admin.get(`/courses/${b.id}/content_migrations/${id}/asset_id_mapping`)).status).toBe(404)
  })

  it('is cancelled where it stands', async () => {
    const t = setUp()
    const [a, b] = [t.addCourse('A'), t.addCourse('B')]
    await t.addPage(a.id, 'One')
    const { id, progress_url } = await t.start(a.id, b.id)
    await t.sandbox.copies.step()
    const cancelled = (await t.admin.post(`${progress_url}/cancel`)).body
    expect(cancelled).toMatchObject({ workflow_state: 'failed', message: 'canceled', tag: 'content_migration' })
    expect([await t.stateOf(b.id, id), await t.sandbox.copies.step(), t.titles(b.id)]).toEqual(['failed', null, []])
  })

  it('a package that never comes and a copy that is never served time out', async () => {
    const clock = { ms: Date.parse('2026-01-01T00:00:00Z') }
    const t = setUp({ now: () => clock.ms })
    const [a, b, c] = [t.addCourse('A'), t.addCourse('B'), t.addCourse('C')]
    const body = { migration_type: 'common_cartridge_importer', pre_attachment: { name: 'x.imscc', size: 1 } }
    const upload = (await t.admin.post(`/courses/${c.id}/content_migrations`, body)).body
    await t.start(a.id, b.id)
    const queued = await t.start(a.id, b.id)
    clock.ms += 61 * 60_000
    expect([await t.stateOf(c.id, upload.id), await t.stateOf(b.id, queued.id)]).toEqual(['failed', 'queued'])
    clock.ms += 6 * 3_600_000
    expect(await t.stateOf(b.id, queued.id)).toBe('failed')
    const [issue] = (await t.admin.get(queued.migration_issues_url)).body
    expect(issue.description).toBe('Blocked by running migration')
  })

  it('is refused to who may not change the destination or copy the source', async () => {
    const t = setUp()
    const [a, b] = [t.addCourse('A'), t.addCourse('B')]
    const teacher = apiCaller(t.sandbox, t.people.teacher)
    const body = { migration_type: 'course_copy_importer', settings: { source_course_id: a.id } }
    const post = () => teacher.post(`/courses/${b.id}/content_migrations`, body)
    expect((await post()).status).toBe(403)
    enroll(t.world, { courseId: b.id, userId: t.people.teacher.id, type: 'TeacherEnrollment' })
    expect((await post()).body).toEqual({ message: 'You are not allowed to copy the source course.' })
    enroll(t.world, { courseId: a.id, userId: t.people.teacher.id, type: 'TeacherEnrollment' })
    expect((await post()).body.workflow_state).toBe('running')
    const student = apiCaller(t.sandbox, t.people.student)
    enroll(t.world, { courseId: b.id, userId: t.people.student.id, type: 'StudentEnrollment' })
    b.workflowState = 'available'
    expect((await student.get(`/courses/${b.id}/content_migrations`)).status).toBe(403)
  })
})

describe('other ways in', () => {
  it('finds the source by its SIS id', async () => {
    const t = setUp()
    const [a, b] = [t.addCourse('A'), t.addCourse('B')]
    a.sisCourseId = 'BIO-1'
    await t.addPage(a.id, 'One')
    const migration = await t.copy('sis_course_id:BIO-1', b.id)
    expect(migration.settings).toEqual({
      source_course_id: a.id,
      source_course_name: 'A',
      source_course_html_url: `https://canvas.test/courses/${a.id}`,
    })
    expect(t.titles(b.id)).toEqual(['One'])
  })

  it('the old address still copies, in part too', async () => {
    const t = setUp()
    const [a, b] = [t.addCourse('A'), t.addCourse('B')]
    await t.addPage(a.id, 'One')
    await t.addModule(a.id, 'M')
    const started = (
      await t.admin.post(`/courses/${b.id}/course_copy`, { source_course: a.id, except: ['wiki_pages'] })
    ).body
    expect(started).toMatchObject({ workflow_state: 'started', progress: null })
    await t.sandbox.copies.finish()
    expect((await t.admin.get(started.status_url)).body).toMatchObject({ workflow_state: 'completed', progress: 100 })
    expect([t.titles(b.id), (await t.admin.get(`/courses/${b.id}/modules`)).body.length]).toEqual([[], 1])
  })

  it('tells its migrators', async () => {
    const t = setUp()
    const b = t.addCourse('B')
    const types = (await t.admin.get(`/courses/${b.id}/content_migrations/migrators`)).body
    expect(types).toContainEqual({
      type: 'course_copy_importer',
      requires_file_upload: false,
      name: 'Copy a Canvas Course',
      required_settings: ['source_course_id'],
    })
  })

  it('a course into itself is doubled, once', async () => {
    const t = setUp()
    const a = t.addCourse('A')
    await t.addPage(a.id, 'One', `<a href="/courses/${a.id}/pages/one">self</a>`)
    expect((await t.copy(a.id, a.id)).workflow_state).toBe('completed')
    await t.copy(a.id, a.id)
    const bodies = [...t.world.rows.pages.values()].map(page => [page.title, page.body])
    const link = (slug: string) => `<a href="/courses/${a.id}/pages/${slug}">self</a>`
    expect(bodies.slice(0, 2)).toEqual([
      ['One', link('one')],
      ['One-2', link('one-2')],
    ])
  })

  it('unpacks a plain archive into a folder, past the queue', async () => {
    const t = setUp()
    const [a, b] = [t.addCourse('A'), t.addCourse('B')]
    await t.admin.upload(a.id, 'plan.txt', 'x')
    const { id } = (await t.admin.post(`/courses/${a.id}/content_exports`, { export_type: 'common_cartridge' })).body
    await t.sandbox.copies.finish()
    const folder = (await t.admin.post(`/courses/${b.id}/folders`, { name: 'Unpacked' })).body
    await t.start(a.id, b.id)
    const body = { migration_type: 'zip_file_importer', settings: { content_export_id: id } }
    const post = (settings: object) =>
      t.admin.post(`/courses/${b.id}/content_migrations`, { ...body, settings: { ...body.settings, ...settings } })
    expect((await post({})).body.message).toBe('A .zip upload requires a folder to upload to.')
    expect((await post({ folder_id: 1 })).body.message).toBe("The specified folder couldn't be found in this course.")
    expect((await post({ folder_id: folder.id })).body.workflow_state).toBe('running')
    await t.sandbox.copies.finish()
    const path = 'by_path/unfiled/Unpacked/web_resources/unfiled'
    const line = (await t.admin.get(`/courses/${b.id}/folders/${path}`)).body
    const files = (await t.admin.get(`/folders/${line.at(-1).id}/files`)).body
    expect(files.map((file: { display_name: string }) => file.display_name)).toEqual(['plan.txt'])
  })

  it.each([
    ['nonsense', { shift_dates: 1, old_start_date: 'x', new_start_date: '', day_substitutions: { 1: 'y' } }],
    [
      'the year 200000',
      {
        shift_dates: 1,
        old_start_date: '2026-01-01',
        old_end_date: '2026-02-01',
        new_start_date: '+200000-01-01',
        new_end_date: '+200000-02-01',
      },
    ],
  ])('survives dates of %s', async (_name, date_shift_options) => {
    const t = setUp()
    const [a, b] = [t.addCourse('A'), t.addCourse('B')]
    await t.addModule(a.id, 'M', { unlock_at: '2026-01-05T00:00:00Z' })
    expect((await t.copy(a.id, b.id, { date_shift_options })).workflow_state).toBe('completed')
  })

  it('keeps two destinations apart: both are at work at once', async () => {
    const t = setUp()
    const [a, b, c] = [t.addCourse('A'), t.addCourse('B'), t.addCourse('C')]
    await t.start(a.id, b.id)
    expect((await t.start(a.id, c.id)).workflow_state).toBe('running')
  })

  it('with the second version of the mapping also keys by migration id', async () => {
    const t = setUp({ flags: { assetMapV2: true } })
    const [a, b] = [t.addCourse('A'), t.addCourse('B')]
    const page = await t.addPage(a.id, 'One')
    const { id } = await t.copy(a.id, b.id)
    const map = (await t.admin.get(`/courses/${b.id}/content_migrations/${id}/asset_id_mapping`)).body
    const copied = map.pages[page.page_id]
    expect(map.pages[migrationIdOf('wiki_page', page.page_id)]).toMatchObject({
      source: { id: String(page.page_id), url: 'one' },
      destination: { id: copied, url: 'one' },
    })
  })
})
