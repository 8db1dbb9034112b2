import { beforeEach, describe, expect, it } from 'vitest'
import { type Ask, askAs } from './ask.ts'
import { createSandbox, type Sandbox } from './sandbox.ts'

let sandbox: Sandbox
let ask: Ask
let at: string

const form = { 'Content-Type': 'application/x-www-form-urlencoded' }

beforeEach(async () => {
  sandbox = createSandbox({ now: () => Date.parse('2026-02-16T00:00:00Z') })
  ask = askAs(sandbox, sandbox.people.administrator)
  at = `/api/v1/courses/${(await ask('POST', '/api/v1/accounts/1/courses', { course: { name: 'Soil', sis_course_id: 'S/1' } })).json.id}`
})

async function upload(name: string, place: object = {}) {
  const offer = (await ask('POST', `${at}/files`, { name, size: 1, ...place })).json
  const body = new FormData()
  for (const [field, value] of Object.entries<string>(offer.upload_params)) body.append(field, value)
  body.append('file', new File(['x'], name))
  return sandbox.fetch(new Request(offer.upload_url, { method: 'POST', body }))
}

const folderNames = async (path: string) =>
  (await ask('GET', path)).json.map((folder: { full_name: string }) => folder.full_name)

/** What libraries for Canvas in other languages rely on. */
describe('a client finds', () => {
  it('the whole file in the answer to its bytes, as the hosted store passes it on', async () => {
    const reply = await upload('plan.txt')
    const file = await reply.json()
    expect(reply.status).toBe(201)
    expect(reply.headers.get('location')).toContain('include%5B%5D=enhanced_preview_url')
    expect(file).toMatchObject({ display_name: 'plan.txt', 'content-type': 'text/plain', upload_status: 'success' })
    const got = await sandbox.fetch(new Request(file.url))
    expect(await got.text()).toBe('x')
    expect(got.headers.get('content-disposition')).toBe(`attachment; filename="plan.txt"; filename*=UTF-8''plan.txt`)
  })

  it('numbers and flags as such, though a form has texts only', async () => {
    const made = async (path: string, fields: string) => (await ask('POST', `${at}/${path}`, fields, form)).json
    const words = 'assignment[name]=A&assignment[position]=2&assignment[allowed_attempts]=3'
    expect(await made('assignments', `${words}&assignment[omit_from_final_grade]=1`)).toMatchObject({
      position: 2,
      allowed_attempts: 3,
      omit_from_final_grade: true,
    })
    expect(await made('quizzes', 'quiz[title]=Q&quiz[time_limit]=30&quiz[shuffle_answers]=false')).toMatchObject({
      time_limit: 30,
      shuffle_answers: false,
    })
    expect((await ask('PUT', at, 'course[storage_quota_mb]=600', form)).json.storage_quota_mb).toBe(600)
  })

  it('courses, terms and people by their other ids', async () => {
    const hex = Buffer.from('S/1').toString('hex')
    expect((await ask('GET', `/api/v1/courses/hex:sis_course_id:${hex}`)).json.name).toBe('Soil')
    expect((await ask('GET', '/api/v1/users/sis_login_id:teacher')).json.login_id).toBe('teacher')
    expect((await ask('GET', '/api/v1/users/self?as_user_id=sis_login_id:student')).json.login_id).toBe('student')
    const made = await ask('POST', '/api/v1/accounts/1/courses', { course: { term_id: 'default' } })
    expect(made.json).toMatchObject({ name: 'Unnamed Course', enrollment_term_id: 1 })
  })

  it('a token in the sign-in form, and the same in its cookie', async () => {
    const reply = await sandbox.fetch(
      new Request(`${sandbox.world.origin}/login/canvas`, { headers: { Accept: 'text/html' } }),
    )
    const [, token = ''] = /name="authenticity_token" value="([^"]+)"/.exec(await reply.text()) ?? []
    expect(token).not.toBe('')
    expect(reply.headers.get('set-cookie')).toContain(`_csrf_token=${encodeURIComponent(token)}`)
  })

  it('lists of what is beside its way, empty where there is none', async () => {
    for (const name of ['external_tools', 'features/enabled', 'groups', 'rubrics'])
      expect((await ask('GET', `${at}/${name}`)).json).toEqual([])
    await ask('POST', `${at}/assignments`, { assignment: { name: 'Essay' } })
    const groups = (await ask('GET', `${at}/assignment_groups?include[]=assignments`)).json
    expect(groups).toMatchObject([{ name: 'Assignments', assignments: [{ name: 'Essay' }] }])
  })

  it('one section and one person of a course, and settings that stay', async () => {
    const id = Number(at.split('/').at(-1))
    const { teacher, stranger } = sandbox.people
    await ask('POST', `${at}/enrollments`, { enrollment: { user_id: teacher.id, type: 'TeacherEnrollment' } })
    expect((await ask('GET', `${at}/sections/${id}`)).json).toMatchObject({ id, course_id: id })
    expect((await ask('GET', `/api/v1/sections/${id}`)).json).toMatchObject({ id, course_id: id })
    expect((await ask('GET', `${at}/users/${teacher.id}`)).json.login_id).toBe('teacher')
    expect((await ask('GET', `${at}/users/${stranger.id}`)).status).toBe(404)
    const asTeacher = askAs(sandbox, teacher)
    expect((await asTeacher('GET', '/api/v1/users/self/enrollments')).json).toMatchObject([{ course_id: id }])
    expect((await asTeacher('GET', `/api/v1/users/${stranger.id}/enrollments`)).status).toBe(403)
    const found = (await ask('GET', '/api/v1/accounts/self/users?search_term=teacher')).json
    expect(found.map((user: { login_id: string }) => user.login_id)).toEqual(['teacher'])
    expect((await asTeacher('GET', '/api/v1/accounts/self/users')).status).toBe(403)
    await ask('PUT', `${at}/settings`, 'lock_all_announcements=true&home_page_announcement_limit=3', form)
    expect((await ask('GET', `${at}/settings`)).json).toMatchObject({
      lock_all_announcements: true,
      home_page_announcement_limit: 3,
      allow_student_discussion_topics: true,
    })
  })
})

describe('folders', () => {
  it('without a parent are made where uploads without one go; a path says the root', async () => {
    const made = async (place: object) => (await ask('POST', `${at}/folders`, { name: 'A', ...place })).json.full_name
    expect(await made({})).toBe('course files/unfiled/A')
    expect(await made({ parent_folder_path: '/' })).toBe('course files/A')
  })

  it('are listed by name, numbers by their value, or by position', async () => {
    for (const name of ['Week 10', 'week 2', 'Ähren'])
      await ask('POST', `${at}/folders`, { name, parent_folder_path: '/' })
    const byName = ['course files/Ähren', 'course files', 'course files/week 2', 'course files/Week 10']
    expect(await folderNames(`${at}/folders`)).toEqual(byName)
    const root = (await ask('GET', `${at}/folders/root`)).json.id
    expect(await folderNames(`/api/v1/folders/${root}/folders?sort_by=position`)).toEqual([
      'course files/Week 10',
      'course files/week 2',
      'course files/Ähren',
    ])
  })

  it('take a copy of a file only where its name is free, unless told what to do', async () => {
    const { id, folder_id: folderId } = await (await upload('a.txt')).json()
    const copy = (more: object) => ask('POST', `/api/v1/folders/${folderId}/copy_file`, { source_file_id: id, ...more })
    expect(await copy({})).toMatchObject({ status: 409 })
    expect((await copy({ on_duplicate: 'rename' })).json.display_name).toBe('a-1.txt')
    expect((await ask('POST', `/api/v1/folders/${folderId}/copy_file`, {})).json.message).toBe(
      'source_file_id must be provided',
    )
  })
})

describe('modules', () => {
  const make = async (name: string) => (await ask('POST', `${at}/modules`, { module: { name } })).json.id
  const add = (moduleId: number, item: object) =>
    ask('POST', `${at}/modules/${moduleId}/items`, { module_item: { title: 'I', ...item } })

  it('are published, unpublished and deleted several at once', async () => {
    const ids = [await make('A'), await make('B')]
    const change = (event: string) => ask('PUT', `${at}/modules`, { event, module_ids: ids })
    expect((await change('publish')).json).toEqual({ completed: ids, progress: null })
    const published = async () =>
      (await ask('GET', `${at}/modules`)).json.map((module: { published: boolean }) => module.published)
    expect(await published()).toEqual([true, true])
    await change('unpublish')
    expect(await published()).toEqual([false, false])
    await change('delete')
    expect(await published()).toEqual([])
    expect((await change('publish')).status).toBe(404)
    expect((await change('hide')).status).toBe(400)
  })

  it('leave their items alone when told so', async () => {
    const id = await make('A')
    await add(id, { type: 'SubHeader' })
    await ask('PUT', `${at}/modules/${id}`, { module: { published: true, skip_content_tags: true } })
    expect((await ask('GET', `${at}/modules/${id}/items`)).json[0].published).toBe(false)
  })

  it('take items by Canvas’s own names of their kinds, and requirements only where they are possible', async () => {
    const id = await make('A')
    await ask('POST', `${at}/pages`, { wiki_page: { title: 'Home' } })
    const { json } = await add(id, {
      type: 'WikiPage',
      page_url: 'home',
      completion_requirement: { type: 'must_submit' },
    })
    expect(json.type).toBe('Page')
    expect(json.completion_requirement ?? null).toBeNull()
    expect((await add(id, { type: 'sub_header' })).json.type).toBe('SubHeader')
  })

  it('that a student may not see are not there', async () => {
    const id = await make('A')
    const { student } = sandbox.people
    await ask('PUT', at, { course: { event: 'offer' } })
    const enrollment = { user_id: student.id, type: 'StudentEnrollment', enrollment_state: 'active' }
    await ask('POST', `${at}/enrollments`, { enrollment })
    expect((await askAs(sandbox, student)('GET', `${at}/modules/${id}/items`)).status).toBe(404)
  })
})

describe('a course', () => {
  it('hears new dates only where they open and close it', async () => {
    const put = async (course: object) => (await ask('PUT', at, { course })).json.start_at
    expect(await put({ start_at: '2026-03-01T00:00:00Z' })).toBeNull()
    expect(await put({ start_at: '2026-03-01T00:00:00Z', restrict_enrollments_to_course_dates: true })).toBe(
      '2026-03-01T00:00:00Z',
    )
  })

  it('has its navigation in the order it was given; home and settings stay', async () => {
    const ids = async () => (await ask('GET', `${at}/tabs`)).json.map((tab: { id: string }) => tab.id)
    expect((await ask('PUT', `${at}/tabs/modules`, { position: 2 })).json.position).toBe(2)
    expect((await ids()).slice(0, 3)).toEqual(['home', 'modules', 'announcements'])
    expect((await ask('PUT', `${at}/tabs/home`, { position: 3 })).json).toEqual({ error: 'home is not manageable' })
    expect((await ask('PUT', `${at}/tabs/pages`, { position: 99 })).json.error).toBe('That tab location is invalid')
    expect((await ids()).at(-1)).toBe('settings')
  })
})

describe('an item of a module', () => {
  it('of a file keeps its own title, whoever is renamed', async () => {
    const file = await (await upload('scan-7.pdf')).json()
    const module = (await ask('POST', `${at}/modules`, { module: { name: 'A' } })).json
    const items = `${at}/modules/${module.id}/items`
    const { id } = (
      await ask('POST', items, { module_item: { type: 'File', content_id: file.id, title: 'Reading 1' } })
    ).json
    await ask('PUT', `${at}/modules/${module.id}`, { module: { published: true } })
    expect((await ask('GET', `${items}/${id}`)).json).toMatchObject({ title: 'Reading 1', published: true })
    await ask('PUT', `${items}/${id}`, { module_item: { title: 'Reading 2' } })
    expect((await ask('GET', `/api/v1/files/${file.id}`)).json.display_name).toBe('scan-7.pdf')
  })

  it('can be changed and removed by the address it had before it moved', async () => {
    const [from, to] = await Promise.all(
      ['A', 'B'].map(async name => (await ask('POST', `${at}/modules`, { module: { name } })).json.id),
    )
    const { id } = (
      await ask('POST', `${at}/modules/${from}/items`, { module_item: { type: 'SubHeader', title: 'H' } })
    ).json
    const path = `${at}/modules/${from}/items/${id}`
    expect((await ask('PUT', path, { module_item: { module_id: to } })).json.module_id).toBe(to)
    expect((await ask('PUT', path, { module_item: { title: 'I' } })).json).toMatchObject({ title: 'I', module_id: to })
    expect((await ask('DELETE', path)).status).toBe(200)
    expect((await ask('GET', `${at}/modules/${to}/items`)).json).toEqual([])
  })

  it.each([
    ['www.example.com', 'http://www.example.com'],
    ['example.com:8080/a', 'http://example.com:8080/a'],
    [' https://example.com ', 'https://example.com'],
    ['mailto:a@example.com', undefined],
    ['', undefined],
  ])('with the address %j leads to %s', async (external_url, address) => {
    const module = (await ask('POST', `${at}/modules`, { module: { name: 'A' } })).json
    const module_item = { type: 'ExternalUrl', external_url, title: 'L' }
    expect((await ask('POST', `${at}/modules/${module.id}/items`, { module_item })).json.external_url).toBe(address)
  })
})

describe('discussions and announcements', () => {
  const titles = async (path: string) =>
    (await ask('GET', path)).json.map(({ title, name }: { title?: string; name?: string }) => title ?? name)
  const post = (title: string, more: object = {}) =>
    ask('POST', `${at}/discussion_topics`, { title, published: true, ...more })

  it('come with the newest first, pinned ones before, and by what is asked', async () => {
    for (const title of ['b', 'a']) await post(title)
    await post('p', { pinned: true })
    expect(await titles(`${at}/discussion_topics`)).toEqual(['p', 'a', 'b'])
    expect(await titles(`${at}/discussion_topics?order_by=title`)).toEqual(['a', 'b', 'p'])
    expect(await titles(`${at}/discussion_topics?scope=unpinned`)).toEqual(['a', 'b'])
    const [first] = (await ask('GET', `${at}/discussion_topics`)).json
    expect(first).toMatchObject({ author: {}, attachments: [], discussion_subentry_count: 0, delayed_post_at: null })
  })

  it('of several courses come in one list, those of the time that is asked for', async () => {
    const code = `context_codes[]=course_${at.split('/').at(-1)}`
    await post('News', { is_announcement: true })
    await post('Later', { is_announcement: true, delayed_post_at: '2026-12-01T00:00:00Z' })
    const { json } = await ask('GET', `/api/v1/announcements?${code}`)
    expect(json).toMatchObject([{ title: 'News', context_code: code.split('=')[1] }])
    expect(await titles(`/api/v1/announcements?${code}&start_date=2026-11-20&end_date=2026-12-31`)).toEqual(['Later'])
    expect((await ask('GET', '/api/v1/announcements')).status).toBe(400)
  })

  it('assignments come by name or date, and those that are named', async () => {
    const made = []
    for (const [name, due_at] of [
      ['b', '2026-03-01T00:00:00Z'],
      ['a', undefined],
      ['c', '2026-02-01T00:00:00Z'],
    ])
      made.push((await ask('POST', `${at}/assignments`, { assignment: { name, due_at } })).json)
    expect(await titles(`${at}/assignments?order_by=name`)).toEqual(['a', 'b', 'c'])
    expect(await titles(`${at}/assignments?order_by=due_at`)).toEqual(['c', 'b', 'a'])
    expect(await titles(`${at}/assignments?assignment_ids[]=${made[1].id}`)).toEqual(['a'])
    const [group] = (await ask('GET', `${at}/assignment_groups`)).json
    expect(made[0].assignment_group_id).toBe(group.id)
  })
})

describe('assignment groups', () => {
  it('are made, changed and deleted, with what stands in them or without', async () => {
    const [first] = (await ask('GET', `${at}/assignment_groups`)).json
    const rules = { drop_lowest: 1 }
    const made = (await ask('POST', `${at}/assignment_groups`, { name: 'Exams', group_weight: 60, rules })).json
    expect(made).toMatchObject({ name: 'Exams', position: 2, group_weight: 60, rules })
    const assignment = { name: 'Essay', assignment_group_id: made.id }
    const essay = (await ask('POST', `${at}/assignments`, { assignment })).json
    expect(essay.assignment_group_id).toBe(made.id)
    const quiz = (await ask('POST', `${at}/quizzes`, { quiz: { title: 'Test', assignment_group_id: made.id } })).json
    const wishes = `name=Tests&position=1&rules[drop_highest]=2&rules[never_drop][]=${essay.id}`
    const changed = await ask('PUT', `${at}/assignment_groups/${made.id}`, wishes, form)
    expect(changed.json).toMatchObject({ name: 'Tests', rules: { drop_highest: 2, never_drop: [essay.id] } })
    expect(
      (await ask('GET', `${at}/assignment_groups/${made.id}?include[]=assignments`)).json.assignments,
    ).toMatchObject([{ name: 'Essay' }, { name: 'Test', quiz_id: quiz.id }])
    await ask('DELETE', `${at}/assignment_groups/${made.id}?move_assignments_to=${first.id}`)
    expect((await ask('GET', `${at}/assignments/${essay.id}`)).json.assignment_group_id).toBe(first.id)
    expect((await ask('GET', `${at}/quizzes/${quiz.id}`)).json.assignment_group_id).toBe(first.id)
    expect((await ask('GET', `${at}/assignment_groups/${made.id}`)).status).toBe(404)
    await ask('DELETE', `${at}/assignment_groups/${first.id}`)
    expect((await ask('GET', `${at}/assignments`)).json).toEqual([])
    const asStudent = askAs(sandbox, sandbox.people.stranger)
    expect((await asStudent('POST', `${at}/assignment_groups`, { name: 'Mine' })).status).toBe(403)
  })
})

describe('people of a course', () => {
  const enrol = (user_id: number, type: string, more: object = {}) =>
    ask('POST', `${at}/enrollments`, { enrollment: { user_id, type, ...more } })

  it('are listed by what they are, and stay active when they are enrolled again', async () => {
    const { teacher, student } = sandbox.people
    await enrol(teacher.id, 'TeacherEnrollment', { enrollment_state: 'active' })
    await enrol(student.id, 'StudentEnrollment')
    expect((await enrol(teacher.id, 'TeacherEnrollment')).json.enrollment_state).toBe('active')
    const own = (query: string) => askAs(sandbox, student)('GET', `/api/v1/users/self/enrollments?${query}`)
    expect((await own('state[]=active')).json).toEqual([])
    expect((await own('type[]=TeacherEnrollment')).json).toEqual([])
    const [invited] = (await own('state[]=current_and_invited')).json
    expect(invited).toMatchObject({ enrollment_state: 'invited', root_account_id: 1, grades: { current_score: null } })
    const users = async (query: string) =>
      (await ask('GET', `${at}/users?${query}`)).json.map((user: { id: number }) => user.id)
    expect(await users('enrollment_state[]=active')).toEqual([teacher.id])
    expect(await users(`user_ids[]=${student.id}&include[]=email`)).toEqual([student.id])
    expect((await askAs(sandbox, teacher)('GET', `/api/v1/users/${student.id}/profile`)).status).toBe(403)
    await enrol(student.id, 'StudentEnrollment', { enrollment_state: 'active' })
    expect((await askAs(sandbox, teacher)('GET', `/api/v1/users/${student.id}/profile`)).status).toBe(200)
  })

  it('mark their favourites, one by one, and take all of that back', async () => {
    const favorites = '/api/v1/users/self/favorites/courses'
    const { teacher } = sandbox.people
    await enrol(teacher.id, 'TeacherEnrollment', { enrollment_state: 'active' })
    const asTeacher = askAs(sandbox, teacher)
    const id = Number(at.split('/').at(-1))
    expect((await asTeacher('POST', `${favorites}/${id}`)).json).toEqual({ context_id: id, context_type: 'Course' })
    expect((await asTeacher('GET', `${at}?include[]=favorites`)).json.is_favorite).toBe(true)
    expect((await asTeacher('GET', favorites)).json).toHaveLength(1)
    expect((await asTeacher('DELETE', favorites)).json).toEqual({ message: 'OK' })
    expect((await asTeacher('GET', `${at}?include[]=favorites`)).json.is_favorite).toBe(false)
  })
})
