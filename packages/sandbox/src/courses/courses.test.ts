import { beforeEach, describe, expect, it } from 'vitest'
import { type Ask, askAs } from '../ask.ts'
import { createSandbox, type Sandbox } from '../sandbox.ts'

let sandbox: Sandbox
let ask: Ask

beforeEach(() => {
  sandbox = createSandbox({ now: () => Date.parse('2026-02-16T00:00:00Z') })
  ask = askAs(sandbox, sandbox.people.administrator)
})

const make = async (name: string, more = {}, offer = true) =>
  (await ask('POST', '/api/v1/accounts/1/courses', { course: { name, ...more }, offer })).json
const enroll = (courseId: number, user: { id: number }, role: string, state = 'active') =>
  ask('POST', `/api/v1/courses/${courseId}/enrollments`, {
    enrollment: { user_id: user.id, role, enrollment_state: state },
  })
const as = (name: 'teacher' | 'student' | 'stranger' | 'assistant' | 'designer') => askAs(sandbox, sandbox.people[name])

describe('a course', () => {
  it('is made with the fields that were sent, and a code from its name', async () => {
    const made = await make('Biology for 101 beginners', { start_at: '2026-02-16', is_public: false }, false)
    expect(made).toMatchObject({
      name: 'Biology for 101 beginners',
      course_code: 'Biology 101',
      workflow_state: 'unpublished',
      start_at: '2026-02-16T00:00:00Z',
      default_view: 'modules',
      account_id: 1,
      enrollment_term_id: 1,
      sis_course_id: null,
    })
  })

  it('is reset: an empty one with its name, SIS id and people takes its place', async () => {
    const { id } = await make('Biology 101', { sis_course_id: 'BIO-1', syllabus_body: '<p>x</p>' })
    await ask('POST', `/api/v1/courses/${id}/modules`, { module: { name: 'Week 1' } })
    await enroll(id, sandbox.people.teacher, 'TeacherEnrollment')
    await enroll(id, sandbox.people.student, 'StudentEnrollment')
    expect((await as('student')('POST', `/api/v1/courses/${id}/reset_content`)).status).toBe(403)
    const fresh = (await as('teacher')('POST', `/api/v1/courses/${id}/reset_content`)).json
    expect(fresh).toMatchObject({ name: 'Biology 101', workflow_state: 'unpublished' })
    expect((await ask('GET', '/api/v1/courses/sis_course_id:BIO-1?include[]=syllabus_body')).json).toMatchObject({
      id: fresh.id,
      syllabus_body: null,
    })
    expect((await ask('GET', `/api/v1/courses/${fresh.id}/modules`)).json).toEqual([])
    expect((await ask('GET', `/api/v1/courses/${fresh.id}/enrollments`)).json).toHaveLength(2)
    expect((await ask('GET', `/api/v1/courses/${id}`)).status).toBe(404)
    await ask('PUT', `/api/v1/courses/${fresh.id}`, { course: { blueprint: true } })
    expect((await ask('POST', `/api/v1/courses/${fresh.id}/reset_content`)).status).toBe(400)
  })

  it.each([
    ['offer', 'available'],
    ['claim', 'unpublished'],
    ['conclude', 'completed'],
  ])('goes by event %s to %s', async (event, state) => {
    const { id } = await make('A')
    expect((await ask('PUT', `/api/v1/courses/${id}`, { course: { event } })).json.workflow_state).toBe(state)
  })

  it('is deleted, unseen, and brought back', async () => {
    const { id } = await make('A')
    expect((await ask('DELETE', `/api/v1/courses/${id}`)).status).toBe(400)
    expect((await ask('DELETE', `/api/v1/courses/${id}?event=delete`)).json).toEqual({ delete: true })
    expect((await ask('GET', `/api/v1/courses/${id}`)).status).toBe(404)
    expect((await ask('GET', `/api/v1/courses/${id}?include[]=all_courses`)).json.workflow_state).toBe('deleted')
    const back = await ask('PUT', `/api/v1/courses/${id}`, { course: { event: 'undelete' } })
    expect(back.json.workflow_state).toBe('unpublished')
  })

  it('shows what is included, and nothing that is not', async () => {
    const { id } = await make('A', {
      syllabus_body: '<b>S</b><script>x</script>',
      image_url: 'https://example.org/a.png',
    })
    await enroll(id, sandbox.people.teacher, 'TeacherEnrollment')
    const include = [
      'term',
      'permissions',
      'teachers',
      'syllabus_body',
      'course_image',
      'sections',
      'total_students',
      'concluded',
      'account',
    ]
    const { json } = await ask('GET', `/api/v1/courses/${id}?${include.map(name => `include[]=${name}`).join('&')}`)
    expect(json).toMatchObject({
      term: { name: 'Default Term' },
      permissions: { create_discussion_topic: true, create_announcement: true },
      teachers: [{ display_name: 'Tom Teacher' }],
      syllabus_body: '<b>S</b>',
      image_download_url: 'https://example.org/a.png',
      sections: [{ name: 'A' }],
      total_students: 0,
      concluded: false,
      account: { id: 1 },
    })
    expect(Object.keys((await ask('GET', `/api/v1/courses/${id}`)).json)).not.toContain('term')
  })

  it('does not take the SIS id of another', async () => {
    await make('A', { sis_course_id: 'X' })
    const reply = await ask('POST', '/api/v1/accounts/1/courses', { course: { name: 'B', sis_course_id: 'X' } })
    expect(reply.status).toBe(400)
  })
})

describe('the own courses', () => {
  it('are those one is enrolled in: staff see unpublished ones, students do not', async () => {
    const [open, draft] = [await make('Open'), await make('Draft', {}, false)]
    for (const { id } of [open, draft]) {
      await enroll(id, sandbox.people.teacher, 'TeacherEnrollment')
      await enroll(id, sandbox.people.student, 'StudentEnrollment')
    }
    const names = async (who: Ask, query = '') =>
      (await who('GET', `/api/v1/courses${query}`)).json.map((row: { name: string }) => row.name)
    expect(await names(as('teacher'))).toEqual(['Draft', 'Open'])
    expect(await names(as('teacher'), '?state[]=unpublished')).toEqual(['Draft'])
    expect(await names(as('teacher'), '?enrollment_type=student')).toEqual([])
    expect(await names(as('student'))).toEqual(['Open'])
    expect(await names(as('stranger'))).toEqual([])
    expect(await names(ask)).toEqual([])
    expect((await as('student')('GET', `/api/v1/courses/${draft.id}`)).status).toBe(403)
    expect((await as('teacher')('GET', '/api/v1/users/self/courses')).json[0].enrollments).toMatchObject([
      { type: 'teacher', enrollment_state: 'active' },
    ])
  })
})

describe('rights', () => {
  const asked =
    'permissions[]=read&permissions[]=manage_wiki_update&permissions[]=update&permissions[]=manage_courses_delete'
  it.each([
    ['teacher', 'TeacherEnrollment', [true, true, true, false]],
    ['designer', 'DesignerEnrollment', [true, true, true, false]],
    ['assistant', 'TaEnrollment', [true, true, false, false]],
    ['assistant', 'TA without pages', [true, false, false, false]],
    ['student', 'StudentEnrollment', [true, false, false, false]],
  ] as const)('of a %s as %s', async (person, role, expected) => {
    const { id } = await make('A')
    await enroll(id, sandbox.people[person], role)
    const { json } = await as(person)('GET', `/api/v1/courses/${id}/permissions?${asked}`)
    expect([json.read, json.manage_wiki_update, json.update, json.manage_courses_delete]).toEqual(expected)
  })

  it('are listed in full when none is named', async () => {
    const { id } = await make('A')
    const { json } = await ask('GET', `/api/v1/courses/${id}/permissions`)
    expect(Object.keys(json).length).toBeGreaterThan(30)
    expect(Object.values(json).every(value => typeof value === 'boolean')).toBe(true)
  })

  it('shrink to reading when the course is concluded', async () => {
    const { id } = await make('A')
    await enroll(id, sandbox.people.teacher, 'TeacherEnrollment')
    await ask('PUT', `/api/v1/courses/${id}`, { course: { event: 'conclude' } })
    const teacher = as('teacher')
    expect((await teacher('GET', `/api/v1/courses/${id}`)).status).toBe(200)
    expect((await teacher('POST', `/api/v1/courses/${id}/pages`, { wiki_page: { title: 'x' } })).status).toBe(403)
    expect((await teacher('PUT', `/api/v1/courses/${id}`, { course: { name: 'x' } })).status).toBe(403)
    expect((await teacher('PUT', `/api/v1/courses/${id}`, { course: { event: 'offer' } })).json.workflow_state).toBe(
      'available',
    )
  })

  it('of a visitor: a public course may be read, without credentials', async () => {
    const { id } = await make('A', { is_public: true })
    expect((await askAs(sandbox, null)('GET', `/api/v1/courses/${id}`)).json.name).toBe('A')
    expect(
      (await askAs(sandbox, null)('POST', `/api/v1/courses/${id}/pages`, { wiki_page: { title: 'x' } })).status,
    ).toBe(401)
  })

  it('wait until an invitation is accepted', async () => {
    const { id } = await make('A')
    const invited = (await enroll(id, sandbox.people.student, 'StudentEnrollment', 'invited')).json
    expect((await as('student')('GET', `/api/v1/courses/${id}`)).status).toBe(403)
    expect((await as('stranger')('POST', `/api/v1/courses/${id}/enrollments/${invited.id}/accept`)).status).toBe(403)
    expect((await as('student')('POST', `/api/v1/courses/${id}/enrollments/${invited.id}/accept`)).json).toEqual({
      success: true,
    })
    expect((await as('student')('GET', `/api/v1/courses/${id}`)).status).toBe(200)
  })
})

describe('people', () => {
  it('are made by REST, sign in by token, and are listed in their course', async () => {
    const fields = { user: { name: 'Nora New' }, pseudonym: { unique_id: 'nora', password: 'secret' } }
    const made = (await ask('POST', '/api/v1/accounts/1/users', fields)).json
    const { token } = (await ask('POST', `/api/v1/users/${made.id}/tokens`, { token: { purpose: 'test' } })).json
    const self = await askAs(sandbox, null)('GET', '/api/v1/users/self', undefined, {
      Authorization: `Bearer ${token}`,
    })
    expect(self.json).toMatchObject({ id: made.id, name: 'Nora New', sortable_name: 'New, Nora' })
    const { id } = await make('A')
    await enroll(id, made, 'StudentEnrollment')
    const people = await ask('GET', `/api/v1/courses/${id}/users?enrollment_type[]=student&include[]=enrollments`)
    expect(people.json).toMatchObject([{ name: 'Nora New', enrollments: [{ type: 'StudentEnrollment' }] }])
    expect((await ask('POST', '/api/v1/accounts/1/users', fields)).status).toBe(400)
    expect((await as('teacher')('POST', '/api/v1/accounts/1/users', fields)).status).toBe(403)
  })

  it('can be acted as by an administrator only', async () => {
    const query = `?as_user_id=${sandbox.people.student.id}`
    expect((await ask('GET', `/api/v1/users/self${query}`)).json.name).toBe('Sam Student')
    expect((await as('teacher')('GET', `/api/v1/users/self${query}`)).status).toBe(401)
  })
})
