import { beforeEach, describe, expect, it } from 'vitest'
import { type Ask, askAs } from '../ask.ts'
import { createSandbox, type Sandbox } from '../sandbox.ts'

let sandbox: Sandbox
let ask: Ask

beforeEach(() => {
  sandbox = createSandbox({ now: () => Date.parse('2026-02-16T00:00:00Z') })
  ask = askAs(sandbox, sandbox.people.administrator)
})

describe('terms', () => {
  it('come wrapped, and are made and found by SIS id', async () => {
    const fields = {
      enrollment_term: { name: 'Autumn', start_at: '2026-08-17', end_at: '2026-12-01', sis_term_id: 'A26' },
    }
    expect((await ask('POST', '/api/v1/accounts/1/terms', fields)).json).toMatchObject({
      name: 'Autumn',
      start_at: '2026-08-17T00:00:00Z',
      sis_term_id: 'A26',
    })
    const { json } = await ask('GET', '/api/v1/accounts/self/terms')
    expect(json.enrollment_terms.map((term: { name: string }) => term.name)).toEqual(['Default Term', 'Autumn'])
    expect((await ask('GET', '/api/v1/accounts/1/terms/sis_term_id:A26')).json.name).toBe('Autumn')
  })

  it('are for administrators', async () => {
    expect((await askAs(sandbox, sandbox.people.teacher)('GET', '/api/v1/accounts/1/terms')).status).toBe(403)
  })
})

describe('the course list of an account', () => {
  const courses = [
    { name: 'Alpha', course_code: 'ALP1', sis_course_id: 'S1', start_at: '2026-01-01', end_at: '2026-06-01' },
    { name: 'Bravo', course_code: 'BRA2', is_public: true },
    { name: 'Charlie', course_code: 'CHA3', start_at: '2026-09-01', end_at: '2026-12-01' },
  ]

  async function fill() {
    await ask('POST', '/api/v1/accounts/1/terms', { enrollment_term: { name: 'Autumn', sis_term_id: 'A26' } })
    const sub = (await ask('POST', '/api/v1/accounts/1/sub_accounts', { account: { name: 'Sub' } })).json
    const ids: number[] = []
    for (const [index, course] of courses.entries()) {
      const account = index === 1 ? sub.id : 1
      const fields = index === 2 ? { ...course, term_id: 'sis_term_id:A26' } : course
      ids.push(
        (await ask('POST', `/api/v1/accounts/${account}/courses`, { course: fields, offer: index !== 0 })).json.id,
      )
    }
    await ask('POST', `/api/v1/courses/${ids[1]}/enrollments`, {
      enrollment: { user_id: sandbox.people.teacher.id, type: 'TeacherEnrollment', enrollment_state: 'active' },
    })
    await ask('PUT', `/api/v1/courses/${ids[2]}`, { course: { event: 'conclude' } })
    await ask('POST', '/api/v1/accounts/1/courses', { course: { name: 'Deleted' } })
    await ask('DELETE', `/api/v1/courses/${(ids[2] ?? 0) + 1}?event=delete`)
    return { ids, sub }
  }

  it.each([
    ['', ['Alpha', 'Bravo', 'Charlie']],
    ['search_term=alp', ['Alpha']],
    ['search_term=bra2', ['Bravo']],
    ['search_term=tom&search_by=teacher', ['Bravo']],
    ['enrollment_term_id=sis_term_id:A26', ['Charlie']],
    ['enrollment_term_id=1', ['Alpha', 'Bravo']],
    ['state[]=all', ['Alpha', 'Bravo', 'Charlie', 'Deleted']],
    ['state[]=available', ['Bravo']],
    ['state[]=created&state[]=claimed', ['Alpha']],
    ['published=true', ['Bravo', 'Charlie']],
    ['published=false', ['Alpha']],
    ['completed=true', ['Charlie']],
    ['with_enrollments=true', ['Bravo']],
    ['enrollment_type[]=teacher', ['Bravo']],
    ['enrollment_type[]=student', []],
    ['public=true', ['Bravo']],
    ['blueprint=true', []],
    ['homeroom=true', []],
    ['starts_before=2026-02-01', ['Alpha', 'Bravo']],
    ['ends_after=2026-08-01', ['Bravo', 'Charlie']],
    ['sort=course_name&order=desc', ['Charlie', 'Bravo', 'Alpha']],
    ['sort=term', ['Charlie', 'Alpha', 'Bravo']],
    ['sort=sis_course_id', ['Bravo', 'Charlie', 'Alpha']],
  ])('filtered by %s', async (query, expected) => {
    await fill()
    const { json } = await ask('GET', `/api/v1/accounts/1/courses?${query}`)
    expect(json.map((course: { name: string }) => course.name)).toEqual(expected)
  })

  it('is filtered by sub-account and teacher, and includes courses below', async () => {
    const { sub } = await fill()
    const names = async (path: string) => (await ask('GET', path)).json.map((course: { name: string }) => course.name)
    expect(await names(`/api/v1/accounts/${sub.id}/courses`)).toEqual(['Bravo'])
    expect(await names(`/api/v1/accounts/1/courses?by_subaccounts[]=${sub.id}`)).toEqual(['Bravo'])
    expect(await names(`/api/v1/accounts/1/courses?by_teachers[]=${sandbox.people.teacher.id}`)).toEqual(['Bravo'])
    expect(await names('/api/v1/accounts/1/courses?by_teachers[]=99999')).toEqual([])
  })

  it('is not counted: it has no last link', async () => {
    await fill()
    const link = (await ask('GET', '/api/v1/accounts/1/courses?per_page=1')).headers.get('link')
    expect([...(link ?? '').matchAll(/rel="(\w+)"/g)].map(match => match[1])).toEqual(['current', 'next', 'first'])
  })

  it('includes what is asked', async () => {
    await fill()
    const include = [
      'term',
      'teachers',
      'account_name',
      'total_students',
      'concluded',
      'syllabus_body',
      'storage_quota_used_mb',
      'course_progress',
    ]
    const { json } = await ask(
      'GET',
      `/api/v1/accounts/1/courses?${include.map(name => `include[]=${name}`).join('&')}`,
    )
    expect(json[1]).toMatchObject({
      term: { name: 'Default Term' },
      teachers: [{ display_name: 'Tom Teacher' }],
      account_name: 'Sub',
      concluded: false,
    })
    expect(json[2].concluded).toBe(true)
    expect(json[0]).not.toHaveProperty('enrollments')
  })

  it('refuses short searches, unknown terms and people without the right', async () => {
    expect((await ask('GET', '/api/v1/accounts/1/courses?search_term=ab')).status).toBe(400)
    expect((await ask('GET', '/api/v1/accounts/1/courses?enrollment_term_id=999')).status).toBe(404)
    expect((await askAs(sandbox, sandbox.people.teacher)('GET', '/api/v1/accounts/1/courses')).status).toBe(403)
    expect((await ask('GET', '/api/v1/accounts/999/courses')).status).toBe(404)
  })
})

describe('many courses at once', () => {
  it('are published by one request, whose progress can be asked', async () => {
    const ids: number[] = []
    for (const name of ['A', 'B'])
      ids.push((await ask('POST', '/api/v1/accounts/1/courses', { course: { name } })).json.id)
    const { json } = await ask('PUT', '/api/v1/accounts/1/courses', { course_ids: ids, event: 'offer' })
    expect((await ask('GET', json.url)).json).toMatchObject({ workflow_state: 'completed', completion: 100 })
    const { json: courses } = await ask('GET', '/api/v1/accounts/1/courses')
    expect(courses.map((course: { workflow_state: string }) => course.workflow_state)).toEqual([
      'available',
      'available',
    ])
  })

  it.each([
    [{ event: 'offer' }, 400],
    [{ course_ids: [1], event: 'paint' }, 400],
    [{ course_ids: Array.from({ length: 501 }, (_, id) => id), event: 'offer' }, 403],
  ])('are refused where the request makes no sense', async (body, status) => {
    expect((await ask('PUT', '/api/v1/accounts/1/courses', body)).status).toBe(status)
  })
})

it('accounts are listed for administrators, with the roles people are enrolled by', async () => {
  expect((await ask('GET', '/api/v1/accounts')).json).toMatchObject([
    { id: 1, parent_account_id: null, root_account_id: null },
  ])
  expect((await askAs(sandbox, sandbox.people.teacher)('GET', '/api/v1/accounts')).json).toEqual([])
  const roles = (await ask('GET', '/api/v1/accounts/1/roles')).json
  expect(roles.find((role: { label: string }) => role.label === 'TA without pages')).toMatchObject({
    base_role_type: 'TaEnrollment',
  })
})
